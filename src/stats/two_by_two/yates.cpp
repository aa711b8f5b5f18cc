#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "stats/two_by_two/asymptotic.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

/// Chi-squared test with Yates's continuity correction, never larger than the deviation it corrects.
///
/// Formula  X^2 = N max(0, |a d - b c| - N / 2)^2 / (n1 n2 m (N - m)), chi-squared on 1 df: every |O - E| is
///          |a d - b c| / N, and min(1/2, |O - E|) is taken from it
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative: one-sided P from the signed root of X^2
/// Returns  P, X^2 and its degrees of freedom
/// Edges    |O - E| <= 1/2: X^2 = 0 and P = 1.  Nobody or everybody has the event: not estimable
/// Error    relative 1e-14 of X^2; log_p where P underflows
/// Source   Yates 1934, Suppl J R Stat Soc 1:217; the cap as in R's chisq.test and prop.test
TestResult yates(const TwoByTwo& table, const TestOptions& options) {
  if (const auto reason = empty_margin(table); !reason.empty()) return TestResult::none(reason);
  const std::int64_t cross = cross_difference(table);
  const std::int64_t twice = std::max<std::int64_t>(0, 2 * std::abs(cross) - table.patients());
  const double corrected = static_cast<double>(cross < 0 ? -twice : twice) / 2;
  return chi_squared_test(corrected * std::sqrt(cross_scale(table)), options.alternative);
}

Working yates_working(const TwoByTwo& table, const TestOptions& options) {
  const double cross = static_cast<double>(cross_difference(table)), scale = cross_scale(table);
  const double half = static_cast<double>(table.patients()) / 2;
  const double corrected = std::max(0.0, std::abs(cross) - half);
  return chi_squared_working(
      {{"difference of cross products", "|D|", "|a d - b c|", std::abs(cross)},
       {"less half the patients", "D", "max(0, |a d - b c| - N / 2)", corrected},
       {"chi-squared", "X2", "N D^2 / (n1 n2 m (N - m))", corrected * corrected * scale}},
      std::copysign(corrected * std::sqrt(scale), cross), options.alternative);
}

}  // namespace trialcalc::two_by_two
