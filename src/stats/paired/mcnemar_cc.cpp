#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

/// McNemar's test with the continuity correction.
///
/// Formula  (abs(b - c) - 1)^2 / (b + c), df 1; 0 when b = c
/// Given    pairs    discordant counts b, c
///          options  greater: the event is more frequent under the first condition
/// Returns  statistic, df, P
/// Edges    b + c = 0: not estimable; b = c: statistic 0, as R's mcnemar.test
/// Source   Edwards 1948, Psychometrika 13:185
TestResult mcnemar_cc(const Pairs& pairs, const TestOptions& options) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  if (b + c == 0) return TestResult::none(no_discordant_reason);
  const double corrected = std::fmax(0, std::abs(b - c) - 1) / std::sqrt(b + c);
  return numeric::squared_normal_result(std::copysign(corrected, b - c), options.alternative);
}

Working mcnemar_cc_working(const Pairs& pairs, const TestOptions& options) {
  const auto difference = static_cast<double>(pairs.first_only - pairs.second_only);
  const double corrected = std::copysign(std::fmax(0, std::abs(difference) - 1), difference);
  const double root = corrected / std::sqrt(static_cast<double>(pairs.first_only + pairs.second_only));
  return discordant_working(
      {{"difference of the discordant pairs", "D", "b - c, by 1 closer to 0", corrected},
       {"chi-squared", "X2", "D^2 / (b + c)", root * root}},
      root, options.alternative);
}

}  // namespace trialcalc::paired
