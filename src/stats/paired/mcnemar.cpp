#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/paired/methods.hpp"
#include "stats/two_by_two/asymptotic.hpp"

namespace trialcalc::paired {

/// McNemar's test of equal proportions in matched pairs, without correction.
///
/// Formula  (b - c)^2 / (b + c), df 1
/// Given    pairs    discordant counts b, c
///          options  greater: the event is more frequent under the first condition
/// Returns  statistic, df, P
/// Edges    b + c = 0: not estimable
/// Source   McNemar 1947, Psychometrika 12:153
TestResult mcnemar(const Pairs& pairs, const TestOptions& options) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  if (b + c == 0) return TestResult::none(no_discordant_reason);
  return numeric::squared_normal_result((b - c) / std::sqrt(b + c), options.alternative);
}

Working discordant_working(std::vector<Step> steps, double root, Alternative alternative) {
  if (alternative == Alternative::two_sided)
    return {std::move(steps), "the area of chi-squared on 1 df above X2"};
  steps.push_back({"root of X2, positive where the first condition has more", "Z", "", root});
  return two_by_two::normal_working(std::move(steps), alternative);
}

Working mcnemar_working(const Pairs& pairs, const TestOptions& options) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  const double root = (b - c) / std::sqrt(b + c);
  return discordant_working({{"chi-squared", "X2", "(b - c)^2 / (b + c)", root * root}}, root,
                            options.alternative);
}

}  // namespace trialcalc::paired
