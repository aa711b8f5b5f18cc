#include "stats/strata/mantel_haenszel.hpp"

namespace trialcalc::strata {

double mantel_haenszel_odds_ratio(Strata strata) {
  double ad = 0, bc = 0;
  for (const TwoByTwo& stratum : strata) {
    const two_arms::Cells cells(stratum);
    ad += cells.a * (cells.d / cells.total());
    bc += cells.b * (cells.c / cells.total());
  }
  return ad / bc;
}

double mantel_haenszel_risk_ratio(Strata strata) {
  double first = 0, second = 0;
  for (const TwoByTwo& stratum : strata) {
    const two_arms::Cells cells(stratum);
    first += cells.a * (cells.n2() / cells.total());
    second += cells.c * (cells.n1() / cells.total());
  }
  return first / second;
}

CommonDifference mantel_haenszel_difference(Strata strata) {
  CommonDifference common;
  double sum = 0;
  for (const TwoByTwo& stratum : strata) {
    const two_arms::Cells cells(stratum);
    const double weight = cells.n1() * (cells.n2() / cells.total());
    common.weight += weight;
    sum += weight * two_arms::risk_difference(cells);
  }
  common.value = sum / common.weight;
  return common;
}

Working difference_working(const CommonDifference& common, const Step& scaled_variance) {
  return {{{"sum over the strata of n1 n2 / N", "W", "", common.weight},
           {"common risk difference, sum of (a n2 - c n1) / N over W", "D", "", common.value},
           scaled_variance,
           {"standard error of D", "SE", "sqrt(V) / W", std::sqrt(scaled_variance.value) / common.weight}},
          "D -+ z SE"};
}

}  // namespace trialcalc::strata
