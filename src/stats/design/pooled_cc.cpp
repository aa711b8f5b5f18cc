#include <cmath>

#include "stats/design/methods.hpp"

namespace trialcalc::design {

/// The pooled sample size with the correction for continuity.
///
/// Formula  n1' = n1 / 4 (1 + sqrt(1 + 2 (k + 1) / (k n1 |p1 - p2|)))^2, n1 of `pooled`
/// Returns  patients per arm, not rounded up
/// Source   Casagrande, Pike & Smith 1978, Biometrics 34:483; Fleiss, Tytun & Ury 1980, Biometrics 36:343
SampleSize pooled_cc(const ProportionPlan& plan) {
  const double n1 = pooled(plan).n1, k = plan.ratio;
  const double root = std::sqrt(1 + 2 * (k + 1) / (k * n1 * std::abs(plan.p1 - plan.p2)));
  const double corrected = n1 / 4 * (1 + root) * (1 + root);
  return {corrected, k * corrected};
}

/// Power of a given size: that of `pooled` at the size which the correction enlarges to it.
///
/// Formula  n1 = n1' (1 - c / (2 n1'))^2, c = (k + 1) / (k |p1 - p2|)
/// Edges    a size below c / 2 has no power
double pooled_cc_power(const ProportionPlan& plan, const SampleSize& size) {
  const double k = size.n2 / size.n1, c = (k + 1) / (k * std::abs(plan.p1 - plan.p2));
  if (2 * size.n1 <= c) return 0;
  const double n1 = size.n1 * std::pow(1 - c / (2 * size.n1), 2);
  return pooled_power(plan, {n1, k * n1});
}

Working pooled_cc_working(const ProportionPlan& plan) {
  Working working = pooled_working(plan);
  working.steps.back().symbol = "n";
  working.steps.back().meaning = "patients of the first arm, uncorrected";
  working.steps.push_back(
      {"corrected", "n1", "n/4 (1 + sqrt(1 + 2 (k + 1) / (k n |p1 - p2|)))^2", pooled_cc(plan).n1});
  return working;
}

Working pooled_cc_power_working(const ProportionPlan& plan, const SampleSize& size) {
  const double k = size.n2 / size.n1, c = (k + 1) / (k * std::abs(plan.p1 - plan.p2));
  Working working{{{"patients of the second arm for each of the first", "k", "n2 / n1", k},
                   {"twice the least size with any power", "c", "(k + 1) / (k |p1 - p2|)", c}},
                  {}};
  if (2 * size.n1 <= c) return working;
  const double n = size.n1 * std::pow(1 - c / (2 * size.n1), 2);
  working.steps.push_back({"size before the correction", "n", "n1 (1 - c / (2 n1))^2", n});
  working.steps.push_back({"power of that size, pooled", "", "", pooled_power(plan, {n, k * n})});
  return working;
}

}  // namespace trialcalc::design
