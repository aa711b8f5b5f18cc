#include "stats/numeric/asymptotic.hpp"
#include "stats/strata/common_odds_fit.hpp"

namespace trialcalc::strata {

/// Tarone's test of homogeneity of the odds ratios: Breslow and Day's, corrected to be chi-squared.
///
/// Formula  Breslow-Day's statistic - (sum of (a - A))^2 / sum of V, df strata - 1
/// Given    strata  two arms in each stratum; the alternative is ignored, homogeneity has no direction
/// Returns  statistic, df, P
/// Edges    strata where nobody, or everybody, has the event are left out, also of df; fewer than two left,
/// or a
///          Mantel-Haenszel odds ratio of 0 or infinity: not estimable
/// Source   Tarone 1985, Biometrika 72:91; some programs call it Breslow-Day
TestResult tarone(Strata strata, const TestOptions&) {
  const CommonOddsFit fit = common_odds_fit(strata);
  if (!fit.reason.empty()) return TestResult::none(fit.reason);
  return numeric::chi_squared_result(fit.statistic - fit.correction, fit.informative - 1);
}

Working tarone_working(Strata strata, const TestOptions&) {
  const CommonOddsFit fit = common_odds_fit(strata);
  Working working =
      homogeneity_working(fit, {"Breslow-Day: sum of (a - A)^2 / V", "B", "", fit.statistic}, strata);
  working.steps.push_back({"what is taken off: (sum of (a - A))^2 / sum of V", "T", "", fit.correction});
  working.steps.push_back({"chi-squared", "X2", "B - T", fit.statistic - fit.correction});
  return working;
}

}  // namespace trialcalc::strata
