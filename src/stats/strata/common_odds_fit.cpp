#include "stats/strata/common_odds_fit.hpp"

#include <cmath>

#include "stats/strata/mantel_haenszel.hpp"

namespace trialcalc::strata {

namespace {

/// The a with these margins and this odds ratio: the root of (1 - psi) A^2 + B A - psi m n1 = 0 in the form
/// that does not cancel.
double fitted(const two_arms::Cells& x, double psi) {
  const double m = x.a + x.c, n1 = x.n1();
  const double B = x.n2() - m + psi * (n1 + m);
  const double root = std::sqrt(B * B + 4 * (1 - psi) * psi * m * n1);
  return B >= 0 ? 2 * psi * m * n1 / (B + root) : (root - B) / (2 * (1 - psi));
}

}  // namespace

CommonOddsFit common_odds_fit(Strata strata) {
  CommonOddsFit fit;
  const double psi = mantel_haenszel_odds_ratio(strata);
  double differences = 0, variances = 0;
  for (const TwoByTwo& stratum : strata) {
    if (stratum.events() == 0 || stratum.events() == stratum.patients()) continue;
    ++fit.informative;
    if (!(psi > 0 && std::isfinite(psi))) continue;
    const two_arms::Cells x(stratum);
    const double A = fitted(x, psi), difference = x.a - A;
    const double variance = 1 / (1 / A + 1 / (x.a + x.c - A) + 1 / (x.n1() - A) + 1 / (x.d - x.a + A));
    fit.statistic += difference * difference / variance;
    differences += difference;
    variances += variance;
  }
  if (fit.informative < 2)
    fit.reason = one_stratum_reason;
  else if (variances == 0)
    fit.reason = zero_sum_reason;
  else
    fit.correction = differences * differences / variances;
  return fit;
}

Working homogeneity_working(const CommonOddsFit& fit, const Step& statistic, Strata strata) {
  return {{{"Mantel-Haenszel odds ratio", "OR", "", mantel_haenszel_odds_ratio(strata)},
           {"strata with events and non-events", "s", "", static_cast<double>(fit.informative)},
           {"degrees of freedom", "df", "s - 1", static_cast<double>(fit.informative - 1)},
           statistic},
          "the area of chi-squared above X2, degrees of freedom df"};
}

}  // namespace trialcalc::strata
