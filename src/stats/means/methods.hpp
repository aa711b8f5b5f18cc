#pragma once
// Two means from n, mean and SD of each arm: tests, intervals for the difference, standardised differences.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::means {

TestResult student_test(const TwoMeans& means, const TestOptions& options);
TestResult welch_test(const TwoMeans& means, const TestOptions& options);
Interval student(const TwoMeans& means, const Confidence& confidence);
Interval welch(const TwoMeans& means, const Confidence& confidence);

Working student_test_working(const TwoMeans& means, const TestOptions& options);
Working welch_test_working(const TwoMeans& means, const TestOptions& options);
Working student_working(const TwoMeans& means, const Confidence& confidence);
Working welch_working(const TwoMeans& means, const Confidence& confidence);

}  // namespace trialcalc::means
