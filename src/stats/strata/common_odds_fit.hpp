#pragma once
#include "stats/strata/methods.hpp"

namespace trialcalc::strata {

/// Breslow & Day's statistic, what Tarone takes off it, and the strata that count.
struct CommonOddsFit {
  double statistic = 0, correction = 0;
  int informative = 0;
  std::string_view reason;  ///< why there is none, or empty
};

/// Each stratum against the table with its margins and the Mantel-Haenszel odds ratio.
CommonOddsFit common_odds_fit(Strata strata);

/// The common odds ratio, the degrees of freedom, and the statistic that has them.
Working homogeneity_working(const CommonOddsFit& fit, const Step& statistic, Strata strata);

}  // namespace trialcalc::strata
