#include <cmath>

#include "stats/design/methods.hpp"

namespace trialcalc::design {

namespace {

double effect_size(const ProportionPlan& plan) {
  return 2 * std::asin(std::sqrt(plan.p1)) - 2 * std::asin(std::sqrt(plan.p2));
}

Step effect_step(const ProportionPlan& plan) {
  return {"effect size", "h", "2 asin(sqrt(p1)) - 2 asin(sqrt(p2))", effect_size(plan)};
}

}  // namespace

/// Sample size for two proportions on the scale of the arcsine of their square roots.
///
/// Formula  n1 = (1 + 1/k) (z_a + z_b)^2 / h^2, h = 2 asin(sqrt(p1)) - 2 asin(sqrt(p2)), n2 = k n1
/// Returns  patients per arm, not rounded up
/// Source   Cohen 1988, Statistical Power Analysis, section 6.4 (R: pwr.2p.test)
SampleSize arcsine(const ProportionPlan& plan) {
  const auto [za, zb] = quantiles(plan.alpha, plan.power);
  const double n1 = (1 + 1 / plan.ratio) * std::pow((za + zb) / effect_size(plan), 2);
  return {n1, plan.ratio * n1};
}

/// Power of a given size by the same formula.
double arcsine_power(const ProportionPlan& plan, const SampleSize& size) {
  return power_of(std::abs(effect_size(plan)) / std::sqrt(1 / size.n1 + 1 / size.n2), plan.alpha);
}

Working arcsine_working(const ProportionPlan& plan) {
  std::vector<Step> steps = quantile_steps(plan.alpha, plan.power);
  steps.push_back(effect_step(plan));
  steps.push_back({"patients of the first arm", "n1", "(1 + 1/k) ((za + zb) / h)^2", arcsine(plan).n1});
  return {std::move(steps), {}};
}

Working arcsine_power_working(const ProportionPlan& plan, const SampleSize& size) {
  return power_working_of({effect_step(plan)}, "|h| / sqrt(1/n1 + 1/n2) - za",
                          std::abs(effect_size(plan)) / std::sqrt(1 / size.n1 + 1 / size.n2), plan.alpha);
}

}  // namespace trialcalc::design
