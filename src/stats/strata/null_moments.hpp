#pragma once
// What each stratum says of a when the arms don't differ, all its margins fixed.
#include <vector>

#include "stats/strata/methods.hpp"

namespace trialcalc::strata {

/// a - E(a) and the hypergeometric variance.
struct NullMoments {
  double difference = 0, variance = 0;
};

NullMoments null_moments(const TwoByTwo& stratum);

/// Sums over the strata; how many of them have a variance, that is, events and non-events.
struct NullSums : NullMoments {
  int informative = 0;
};

NullSums null_sums(Strata strata);

/// The observed events A of the experimental arms, those expected E, and the variance V.
std::vector<Step> null_steps(const NullSums& sums, Strata strata);

}  // namespace trialcalc::strata
