#pragma once
// Arithmetic of a printed effect with its limits: what they imply for each other, P and the events.

#include <optional>

#include "trialcalc/results.hpp"

namespace trialcalc {

/// A number and the least and greatest value that its printed digits allow.
struct Bounds {
  double low, value, high;
};

/// Where an interval is symmetric about its estimate: ratios on the logarithmic scale.
enum class EffectScale { logarithmic, plain };

/// An effect and its limits as far as their digits go. On the logarithmic scale none is below 0.
struct EffectBounds {
  Bounds estimate, lower, upper;
  EffectScale scale = EffectScale::logarithmic;
};

/// The middle of the limits: the estimate of a symmetric interval.
Bounds middle_of(const Bounds& lower, const Bounds& upper, EffectScale scale);

/// The limit that lies opposite the other one in a symmetric interval.
Bounds mirrored(const Bounds& limit, const Bounds& estimate, EffectScale scale);

/// Events that a log hazard ratio's standard error implies: 4 / SE^2 for 1:1, (1 + k)^2 / (k SE^2) for k:1.
///
/// Given    standard_error  of the log hazard ratio, > 0
///          allocation      k, patients in one arm for each in the other
/// Source   Tierney et al 2007, Trials 8:16; Parmar, Torri & Stewart 1998, Stat Med 17:2815
double implied_events(double standard_error, double allocation);

/// Standard error that limits imply on their scale, and its least and greatest value under rounding.
///
/// Formula  (upper - lower) / (2 z), of the logarithms for a ratio; not below 0
Bounds implied_standard_error(const EffectBounds& effect, const Confidence& confidence);

/// Two-sided Wald P that an effect and its limits imply, and its least and greatest value under rounding.
///
/// Formula  P = 2 (1 - Phi(|estimate| / SE)), of the logarithms for a ratio
/// Returns  nothing when a ratio is not positive or the limits are the wrong way round
/// Source   Altman & Bland 2011, BMJ 343:d2304
std::optional<Bounds> implied_p(const EffectBounds& effect, const Confidence& confidence);

}  // namespace trialcalc
