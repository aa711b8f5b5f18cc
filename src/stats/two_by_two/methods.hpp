#pragma once
// Tests of two proportions, each in the file of its name.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::two_by_two {

TestResult pearson(const TwoByTwo& table, const TestOptions& options);
TestResult yates(const TwoByTwo& table, const TestOptions& options);
TestResult n_1(const TwoByTwo& table, const TestOptions& options);
TestResult likelihood_ratio(const TwoByTwo& table, const TestOptions& options);
TestResult fisher(const TwoByTwo& table, const TestOptions& options);
TestResult fisher_r(const TwoByTwo& table, const TestOptions& options);
TestResult fisher_doubled(const TwoByTwo& table, const TestOptions& options);
TestResult fisher_blaker(const TwoByTwo& table, const TestOptions& options);
TestResult fisher_midp(const TwoByTwo& table, const TestOptions& options);
TestResult midp_doubled(const TwoByTwo& table, const TestOptions& options);
TestResult wald_rd(const TwoByTwo& table, const TestOptions& options);
TestResult wald_log_rr(const TwoByTwo& table, const TestOptions& options);
TestResult wald_log_or(const TwoByTwo& table, const TestOptions& options);

Working pearson_working(const TwoByTwo& table, const TestOptions& options);
Working yates_working(const TwoByTwo& table, const TestOptions& options);
Working n_1_working(const TwoByTwo& table, const TestOptions& options);
Working likelihood_ratio_working(const TwoByTwo& table, const TestOptions& options);
Working fisher_working(const TwoByTwo& table, const TestOptions& options);
Working wald_log_rr_working(const TwoByTwo& table, const TestOptions& options);
Working wald_log_or_working(const TwoByTwo& table, const TestOptions& options);
Working wald_rd_working(const TwoByTwo& table, const TestOptions& options);

}  // namespace trialcalc::two_by_two
