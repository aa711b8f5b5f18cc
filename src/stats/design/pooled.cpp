#include <cmath>

#include "stats/design/methods.hpp"
#include "stats/numeric/distributions.hpp"

namespace trialcalc::design {

Quantiles quantiles(double alpha, double power) {
  return {-numeric::normal_quantile(alpha / 2), numeric::normal_quantile(power)};
}

namespace {

/// sqrt(n1) times the standard error of the difference under the null and under the alternative.
struct Deviations {
  double null, alternative;
};

Deviations deviations(const ProportionPlan& plan, double k) {
  const double mean = (plan.p1 + k * plan.p2) / (1 + k);
  return {std::sqrt((1 + 1 / k) * mean * (1 - mean)),
          std::sqrt(plan.p1 * (1 - plan.p1) + plan.p2 * (1 - plan.p2) / k)};
}

/// The common risk and both deviations, which the size and the power share.
std::vector<Step> deviation_steps(const ProportionPlan& plan, double k) {
  const auto [null, alternative] = deviations(plan, k);
  return {
      {"common risk under the null", "p", "(p1 + k p2) / (1 + k)", (plan.p1 + k * plan.p2) / (1 + k)},
      {"standard deviation under the null", "S0", "sqrt((1 + 1/k) p (1 - p))", null},
      {"standard deviation under the alternative", "S1", "sqrt(p1 (1 - p1) + p2 (1 - p2) / k)", alternative}};
}

constexpr std::string_view alpha_meaning = "normal quantile that leaves alpha / 2 above it";
constexpr std::string_view power_meaning = "power: area of the normal distribution below zb";

}  // namespace

std::vector<Step> quantile_steps(double alpha, double power) {
  const auto [za, zb] = quantiles(alpha, power);
  return {{alpha_meaning, "za", "", za}, {"normal quantile of the power", "zb", "", zb}};
}

Working power_working_of(std::vector<Step> steps, std::string_view formula, double mean, double alpha) {
  const double za = quantiles(alpha, 0.5).alpha;
  steps.push_back({alpha_meaning, "za", "", za});
  steps.push_back({"normal quantile of the power", "zb", formula, mean - za});
  steps.push_back({power_meaning, "", "", power_of(mean, alpha)});
  return {std::move(steps), {}};
}

double power_of(double mean, double alpha) {
  return numeric::normal_upper(-numeric::normal_quantile(alpha / 2) - mean);
}

/// Sample size for two proportions, pooled variance under the null: the formula of most textbooks.
///
/// Formula  n1 = (z_a sqrt((1 + 1/k) p q) + z_b sqrt(p1 q1 + p2 q2 / k))^2 / (p1 - p2)^2, n2 = k n1,
///          p = (p1 + k p2) / (1 + k)
/// Given    plan  p1 != p2 in (0, 1); ratio k = n2 / n1 > 0; alpha two-sided
/// Returns  patients per arm, not rounded up
/// Source   Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, eq. 4.14
SampleSize pooled(const ProportionPlan& plan) {
  const auto [za, zb] = quantiles(plan.alpha, plan.power);
  const auto [null, alternative] = deviations(plan, plan.ratio);
  const double n1 = std::pow((za * null + zb * alternative) / (plan.p1 - plan.p2), 2);
  return {n1, plan.ratio * n1};
}

/// Power of a given size by the same formula, solved for z_b.
double pooled_power(const ProportionPlan& plan, const SampleSize& size) {
  const auto [null, alternative] = deviations(plan, size.n2 / size.n1);
  const double za = quantiles(plan.alpha, 0.5).alpha;
  return numeric::normal_upper((za * null - std::abs(plan.p1 - plan.p2) * std::sqrt(size.n1)) / alternative);
}

Working pooled_working(const ProportionPlan& plan) {
  std::vector<Step> steps = quantile_steps(plan.alpha, plan.power);
  for (const Step& step : deviation_steps(plan, plan.ratio)) steps.push_back(step);
  steps.push_back({"patients of the first arm", "n1", "((za S0 + zb S1) / (p1 - p2))^2", pooled(plan).n1});
  return {std::move(steps), {}};
}

Working pooled_power_working(const ProportionPlan& plan, const SampleSize& size) {
  const double k = size.n2 / size.n1, za = quantiles(plan.alpha, 0.5).alpha;
  const auto [null, alternative] = deviations(plan, k);
  std::vector<Step> steps = {{"patients of the second arm for each of the first", "k", "n2 / n1", k},
                             {alpha_meaning, "za", "", za}};
  for (const Step& step : deviation_steps(plan, k)) steps.push_back(step);
  const double zb = (std::abs(plan.p1 - plan.p2) * std::sqrt(size.n1) - za * null) / alternative;
  steps.push_back({"normal quantile of the power", "zb", "(|p1 - p2| sqrt(n1) - za S0) / S1", zb});
  steps.push_back({power_meaning, "", "", pooled_power(plan, size)});
  return {std::move(steps), {}};
}

}  // namespace trialcalc::design
