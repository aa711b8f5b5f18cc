#pragma once
#include "stats/strata/methods.hpp"
#include "stats/two_arms/cells.hpp"

namespace trialcalc::strata {

/// Mantel-Haenszel odds ratio, sum of a d / N over sum of b c / N; NaN where both are 0.
double mantel_haenszel_odds_ratio(Strata strata);

/// Mantel-Haenszel risk ratio, sum of a n2 / N over sum of c n1 / N; NaN where both are 0.
double mantel_haenszel_risk_ratio(Strata strata);

/// sum of n1 n2 / N, and the Mantel-Haenszel risk difference: sum of (a n2 - c n1) / N over it.
struct CommonDifference {
  double weight = 0, value = 0;
};
CommonDifference mantel_haenszel_difference(Strata strata);

/// From the squared standard error times W^2 to the limits of the difference.
Working difference_working(const CommonDifference& common, const Step& scaled_variance);

}  // namespace trialcalc::strata
