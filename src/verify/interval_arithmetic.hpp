#pragma once
// A printed effect, its limits and its P against each other, where they can't be recomputed from counts.

#include "trialcalc/hazard_ratio.hpp"
#include "verify/audit.hpp"

namespace trialcalc::verify {

/// The claims of one printed effect.
struct EffectClaims {
  std::size_t estimate = none, lower = none, upper = none, p = none;
  EffectScale scale = EffectScale::logarithmic;

  bool complete() const { return estimate != none && lower != none && upper != none; }
};

/// The claims of an entry that prints an effect.
EffectClaims effect_claims(const Audit& audit, const Reported& reported);

/// As far as their digits go. Given: a complete effect.
EffectBounds effect_bounds(const Audit& audit, const EffectClaims& effect);

/// Estimate and limits of a symmetric interval follow from each other. Given: a complete effect.
void check_symmetry(Audit& audit, const EffectClaims& effect);

/// The P that estimate and limits imply, with its range. Given: a complete effect with its P.
void check_implied_p(Audit& audit, const EffectClaims& effect, double level);

}  // namespace trialcalc::verify
