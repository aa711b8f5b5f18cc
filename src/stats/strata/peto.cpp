#include <cmath>

#include "stats/strata/null_moments.hpp"

namespace trialcalc::strata {

/// Peto's one-step common odds ratio.
///
/// Formula  exp((sum of (a - E) -+ z sqrt(sum of V)) / sum of V), E = n1 m / N, V = n1 n2 m (N - m) / (N^2 (N
/// - 1)) Given    strata      two arms in each stratum
///          confidence  two-sided level
/// Returns  bounds on the ratio scale, with Peto's odds ratio as estimate
/// Edges    a stratum where nobody, or everybody, has the event adds nothing; none other left: not estimable
/// Source   Yusuf et al 1985, Progress in Cardiovascular Diseases 27:335
Interval peto(Strata strata, const Confidence& confidence) {
  const NullSums sums = null_sums(strata);
  if (sums.informative == 0) return Interval::none(no_information_reason);
  const double log_ratio = sums.difference / sums.variance,
               margin = confidence.z() / std::sqrt(sums.variance);
  return {std::exp(log_ratio - margin), std::exp(log_ratio + margin), std::exp(log_ratio), {}};
}

Working peto_working(Strata strata, const Confidence&) {
  const NullSums sums = null_sums(strata);
  std::vector<Step> steps = null_steps(sums, strata);
  steps.push_back(
      {"logarithm of the common odds ratio", "L", "(A - E) / V", sums.difference / sums.variance});
  steps.push_back({"its standard error", "SE", "1 / sqrt(V)", 1 / std::sqrt(sums.variance)});
  return {std::move(steps), "exp(L -+ z SE)"};
}

}  // namespace trialcalc::strata
