#include "stats/numeric/asymptotic.hpp"
#include "stats/strata/common_odds_fit.hpp"

namespace trialcalc::strata {

/// Breslow and Day's test of homogeneity of the odds ratios.
///
/// Formula  sum of (a - A)^2 / V, A with the margins of its stratum and the Mantel-Haenszel odds ratio,
///          1/V = 1/A + 1/(m - A) + 1/(n1 - A) + 1/(n2 - m + A), df strata - 1
/// Given    strata  two arms in each stratum; the alternative is ignored, homogeneity has no direction
/// Returns  statistic, df, P
/// Edges    strata where nobody, or everybody, has the event are left out, also of df; fewer than two left,
/// or a
///          Mantel-Haenszel odds ratio of 0 or infinity: not estimable
/// Source   Breslow & Day 1980, Statistical Methods in Cancer Research I, 4.4
TestResult breslow_day(Strata strata, const TestOptions&) {
  const CommonOddsFit fit = common_odds_fit(strata);
  if (!fit.reason.empty()) return TestResult::none(fit.reason);
  return numeric::chi_squared_result(fit.statistic, fit.informative - 1);
}

Working breslow_day_working(Strata strata, const TestOptions&) {
  const CommonOddsFit fit = common_odds_fit(strata);
  return homogeneity_working(fit, {"chi-squared: sum of (a - A)^2 / V", "X2", "", fit.statistic}, strata);
}

}  // namespace trialcalc::strata
