#pragma once
// What the tests with a normal or chi-squared statistic share.

#include <string_view>
#include <vector>

#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::two_by_two {

/// Why no asymptotic test can be made of these margins; empty when it can.
std::string_view empty_margin(const TwoByTwo& table);

/// a n2 - c n1 = a d - b c, exactly (below 2^60).
std::int64_t cross_difference(const TwoByTwo& table);

/// N / (n1 n2 m (N - m)): what turns the squared cross difference into Pearson's chi-squared.
double cross_scale(const TwoByTwo& table);

/// P of a statistic that is standard normal under the null, positive when the experimental arm has more.
TestResult normal_test(double z, Alternative alternative);

/// The same with z^2 on one degree of freedom as the statistic shown.
TestResult chi_squared_test(double z, Alternative alternative);

/// The steps to X2, or to Z, closed by the tail that the alternative asks for.
Working chi_squared_working(std::vector<Step> steps, double root, Alternative alternative);
Working normal_working(std::vector<Step> steps, Alternative alternative);

}  // namespace trialcalc::two_by_two
