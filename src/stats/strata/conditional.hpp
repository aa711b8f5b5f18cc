#pragma once
// The distribution of the sum of a over the strata when all margins are fixed and the odds ratio is common.
#include <optional>
#include <vector>

#include "stats/strata/methods.hpp"

namespace trialcalc::strata {

/// Probabilities of the sums `least`, `least` + 1, ... at the odds ratio exp(`centre`), close to the data's.
struct Conditional {
  std::vector<double> p;
  std::size_t observed = 0;  ///< index of the observed sum
  double centre = 0;

  /// P(sum < observed), P(sum = observed), P(sum > observed) and the mean's distance from the observed sum.
  struct Parts {
    double below = 0, own = 0, above = 0, excess = 0;
  };
  Parts at(double log_odds) const;
};

/// The convolution of the strata's hypergeometric distributions, tilted; nothing where it would be too long.
std::optional<Conditional> conditional_distribution(Strata strata, double log_odds);

/// Logarithm of an odds ratio near the data's: Mantel-Haenszel with 1/2 added, cut at a million.
double near_log_odds(Strata strata);

/// Limits of the common odds ratio: each tail has half of alpha, the observed sum counting for `own` of its
/// probability (1 exact, 1/2 mid-P); the estimate is conditional maximum likelihood.
Interval conditional_interval(Strata strata, const Confidence& confidence, double own);

inline constexpr std::string_view too_unlike_reason = "strata too unlike to have one odds ratio";
inline constexpr std::string_view too_long_reason = "too many people for the exact distribution";

}  // namespace trialcalc::strata
