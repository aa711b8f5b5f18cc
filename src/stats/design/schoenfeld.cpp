#include <cmath>

#include "stats/design/methods.hpp"

namespace trialcalc::design {

/// Events for a log-rank test by Schoenfeld's formula.
///
/// Formula  d = (z_a + z_b)^2 (1 + k)^2 / (k ln(HR)^2)
/// Returns  events in both arms together, not rounded up
/// Source   Schoenfeld 1981, Biometrika 68:316; 1983, Biometrics 39:499
double schoenfeld(const SurvivalPlan& plan) {
  const auto [za, zb] = quantiles(plan.alpha, plan.power);
  const double k = plan.ratio;
  return std::pow((za + zb) * (1 + k) / std::log(plan.hazard_ratio), 2) / k;
}

/// Power with a given number of events by the same formula.
double schoenfeld_power(const SurvivalPlan& plan, double events) {
  const double k = plan.ratio;
  return power_of(std::abs(std::log(plan.hazard_ratio)) * std::sqrt(k * events) / (1 + k), plan.alpha);
}

static Step log_step(const SurvivalPlan& plan) {
  return {"logarithm of the hazard ratio", "L", "ln(HR)", std::log(plan.hazard_ratio)};
}

Working schoenfeld_working(const SurvivalPlan& plan) {
  std::vector<Step> steps = quantile_steps(plan.alpha, plan.power);
  steps.push_back(log_step(plan));
  steps.push_back({"events", "d", "((za + zb) (1 + k) / L)^2 / k", schoenfeld(plan)});
  return {std::move(steps), {}};
}

Working schoenfeld_power_working(const SurvivalPlan& plan, double events) {
  const double k = plan.ratio;
  return power_working_of({log_step(plan)}, "|L| sqrt(k d) / (1 + k) - za",
                          std::abs(std::log(plan.hazard_ratio)) * std::sqrt(k * events) / (1 + k),
                          plan.alpha);
}

}  // namespace trialcalc::design
