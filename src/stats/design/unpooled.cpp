#include <cmath>

#include "stats/design/methods.hpp"

namespace trialcalc::design {

/// Sample size for two proportions with the variance of the alternative throughout.
///
/// Formula  n1 = (z_a + z_b)^2 (p1 q1 + p2 q2 / k) / (p1 - p2)^2, n2 = k n1
/// Returns  patients per arm, not rounded up
/// Source   Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, section 4.2
SampleSize unpooled(const ProportionPlan& plan) {
  const auto [za, zb] = quantiles(plan.alpha, plan.power);
  const double variance = plan.p1 * (1 - plan.p1) + plan.p2 * (1 - plan.p2) / plan.ratio;
  const double n1 = std::pow((za + zb) / (plan.p1 - plan.p2), 2) * variance;
  return {n1, plan.ratio * n1};
}

/// Power of a given size by the same formula.
double unpooled_power(const ProportionPlan& plan, const SampleSize& size) {
  const double variance = plan.p1 * (1 - plan.p1) / size.n1 + plan.p2 * (1 - plan.p2) / size.n2;
  return power_of(std::abs(plan.p1 - plan.p2) / std::sqrt(variance), plan.alpha);
}

Working unpooled_working(const ProportionPlan& plan) {
  std::vector<Step> steps = quantile_steps(plan.alpha, plan.power);
  const double variance = plan.p1 * (1 - plan.p1) + plan.p2 * (1 - plan.p2) / plan.ratio;
  steps.push_back({"variance of the difference, times n1", "V", "p1 (1 - p1) + p2 (1 - p2) / k", variance});
  steps.push_back({"patients of the first arm", "n1", "((za + zb) / (p1 - p2))^2 V", unpooled(plan).n1});
  return {std::move(steps), {}};
}

Working unpooled_power_working(const ProportionPlan& plan, const SampleSize& size) {
  const double variance = plan.p1 * (1 - plan.p1) / size.n1 + plan.p2 * (1 - plan.p2) / size.n2;
  return power_working_of({{"standard error of the difference", "SE",
                            "sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)", std::sqrt(variance)}},
                          "|p1 - p2| / SE - za", std::abs(plan.p1 - plan.p2) / std::sqrt(variance),
                          plan.alpha);
}

}  // namespace trialcalc::design
