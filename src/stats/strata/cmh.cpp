#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/strata/null_moments.hpp"
#include "stats/two_by_two/asymptotic.hpp"

namespace trialcalc::strata {

/// Cochran-Mantel-Haenszel test of association over strata, without correction.
///
/// Formula  (sum of a - n1 m / N)^2 / sum of n1 n2 m (N - m) / (N^2 (N - 1)), df 1
/// Given    strata   two arms in each stratum
///          options  greater: more events in the experimental arms
/// Returns  statistic, df, P
/// Edges    a stratum where nobody, or everybody, has the event adds nothing; none other left: not estimable
/// Source   Mantel & Haenszel 1959, JNCI 22:719; Cochran 1954, Biometrics 10:417
TestResult cmh(Strata strata, const TestOptions& options) {
  const NullSums sums = null_sums(strata);
  if (sums.informative == 0) return TestResult::none(no_information_reason);
  return numeric::squared_normal_result(sums.difference / std::sqrt(sums.variance), options.alternative);
}

Working cmh_working(Strata strata, const TestOptions& options) {
  const NullSums sums = null_sums(strata);
  std::vector<Step> steps = null_steps(sums, strata);
  steps.push_back({"chi-squared", "X2", "(A - E)^2 / V", sums.difference * sums.difference / sums.variance});
  return two_by_two::chi_squared_working(std::move(steps), sums.difference / std::sqrt(sums.variance),
                                         options.alternative);
}

}  // namespace trialcalc::strata
