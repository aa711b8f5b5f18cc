#include <cmath>

#include "stats/design/methods.hpp"

namespace trialcalc::design {

/// Events for a log-rank test by Freedman's formula.
///
/// Formula  d = (z_a + z_b)^2 (1 + k HR)^2 / (k (1 - HR)^2)
/// Returns  events in both arms together, not rounded up
/// Source   Freedman 1982, Stat Med 1:121
double freedman(const SurvivalPlan& plan) {
  const auto [za, zb] = quantiles(plan.alpha, plan.power);
  const double k = plan.ratio, hr = plan.hazard_ratio;
  return std::pow((za + zb) * (1 + k * hr) / (1 - hr), 2) / k;
}

/// Power with a given number of events by the same formula.
double freedman_power(const SurvivalPlan& plan, double events) {
  const double k = plan.ratio, hr = plan.hazard_ratio;
  return power_of(std::abs(1 - hr) * std::sqrt(k * events) / (1 + k * hr), plan.alpha);
}

Working freedman_working(const SurvivalPlan& plan) {
  std::vector<Step> steps = quantile_steps(plan.alpha, plan.power);
  steps.push_back({"events", "d", "((za + zb) (1 + k HR) / (1 - HR))^2 / k", freedman(plan)});
  return {std::move(steps), {}};
}

Working freedman_power_working(const SurvivalPlan& plan, double events) {
  const double k = plan.ratio, hr = plan.hazard_ratio;
  return power_working_of({}, "|1 - HR| sqrt(k d) / (1 + k HR) - za",
                          std::abs(1 - hr) * std::sqrt(k * events) / (1 + k * hr), plan.alpha);
}

}  // namespace trialcalc::design
