#include <cmath>

#include "stats/numeric/distributions.hpp"
#include "stats/proportion/methods.hpp"

namespace trialcalc::proportion {

/// Clopper-Pearson "exact" interval: each tail at most alpha / 2.
///
/// Formula  the p with P(X >= x) = alpha / 2 and the p with P(X <= x) = alpha / 2, X binomial(n, p)
/// Given    group       x of n people, 0 <= x <= n, n >= 1
///          confidence  two-sided level
/// Returns  bounds, 0 <= lower <= upper <= 1
/// Edges    x = 0: 0 to 1 - (alpha / 2)^(1 / n).  x = n: (alpha / 2)^(1 / n) to 1
/// Error    relative 1e-12
/// Source   Clopper & Pearson 1934, Biometrika 26:404
Interval clopper_pearson(const Counts& group, const Confidence& confidence) {
  const double x = static_cast<double>(group.events), n = static_cast<double>(group.total);
  const double tail = confidence.alpha() / 2;
  if (group.events == 0) return {0, -std::expm1(std::log(tail) / n), {}, {}};
  if (group.events == group.total) return {std::exp(std::log(tail) / n), 1, {}, {}};
  return {
      numeric::beta_quantile(tail, x, n - x + 1), numeric::beta_upper_quantile(tail, x + 1, n - x), {}, {}};
}

Working clopper_pearson_working(const Counts& group, const Confidence& confidence) {
  const auto [lower, upper, centre, reason] = clopper_pearson(group, confidence);
  Working working{{}, "the risks at which these tails are half of what the level leaves"};
  if (group.events > 0)
    working.steps.push_back({"with the lower limit as the risk, P(X >= x)", "", "",
                             numeric::binomial_upper(group.events, group.total, lower)});
  if (group.others() > 0)
    working.steps.push_back({"with the upper limit as the risk, P(X <= x)", "", "",
                             numeric::binomial_cdf(group.events, group.total, upper)});
  return working;
}

}  // namespace trialcalc::proportion
