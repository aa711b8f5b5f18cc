#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/strata/null_moments.hpp"
#include "stats/two_by_two/asymptotic.hpp"

namespace trialcalc::strata {

/// Cochran-Mantel-Haenszel test with the continuity correction.
///
/// Formula  (abs(sum of a - n1 m / N) - 1/2)^2 / sum of n1 n2 m (N - m) / (N^2 (N - 1)), df 1
/// Given    strata   two arms in each stratum
///          options  greater: more events in the experimental arms
/// Returns  statistic, df, P
/// Edges    as cmh; a difference below 1/2 gives a statistic of 0 (R leaves it uncorrected then)
/// Source   Mantel & Haenszel 1959, JNCI 22:719
TestResult cmh_cc(Strata strata, const TestOptions& options) {
  const NullSums sums = null_sums(strata);
  if (sums.informative == 0) return TestResult::none(no_information_reason);
  const double corrected = std::fmax(0, std::abs(sums.difference) - 0.5) / std::sqrt(sums.variance);
  return numeric::squared_normal_result(std::copysign(corrected, sums.difference), options.alternative);
}

Working cmh_cc_working(Strata strata, const TestOptions& options) {
  const NullSums sums = null_sums(strata);
  const double corrected = std::copysign(std::fmax(0, std::abs(sums.difference) - 0.5), sums.difference);
  std::vector<Step> steps = null_steps(sums, strata);
  steps.push_back({"difference", "D", "A - E, by 1/2 closer to 0", corrected});
  steps.push_back({"chi-squared", "X2", "D^2 / V", corrected * corrected / sums.variance});
  return two_by_two::chi_squared_working(std::move(steps), corrected / std::sqrt(sums.variance),
                                         options.alternative);
}

}  // namespace trialcalc::strata
