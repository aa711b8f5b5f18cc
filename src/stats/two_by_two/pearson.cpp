#include <cmath>

#include "stats/two_by_two/asymptotic.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

/// Pearson's chi-squared test without continuity correction; its signed root is the z test with pooled risk.
///
/// Formula  X^2 = N (a d - b c)^2 / (n1 n2 m (N - m)), chi-squared on 1 df
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative: one-sided P from the signed root of X^2
/// Returns  P, X^2 and its degrees of freedom
/// Edges    nobody or everybody has the event: not estimable
/// Error    relative 1e-14 of X^2; log_p where P underflows
/// Source   Pearson 1900, Philosophical Magazine 50:157; Fisher 1922, J R Stat Soc 85:87 (df)
TestResult pearson(const TwoByTwo& table, const TestOptions& options) {
  if (const auto reason = empty_margin(table); !reason.empty()) return TestResult::none(reason);
  const double z = static_cast<double>(cross_difference(table)) * std::sqrt(cross_scale(table));
  return chi_squared_test(z, options.alternative);
}

Working pearson_working(const TwoByTwo& table, const TestOptions& options) {
  const double cross = static_cast<double>(cross_difference(table)), scale = cross_scale(table);
  return chi_squared_working({{"difference of cross products", "D", "a d - b c", cross},
                              {"chi-squared", "X2", "N D^2 / (n1 n2 m (N - m))", cross * cross * scale}},
                             cross * std::sqrt(scale), options.alternative);
}

}  // namespace trialcalc::two_by_two
