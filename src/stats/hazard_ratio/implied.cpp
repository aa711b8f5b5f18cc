#include <algorithm>
#include <cmath>

#include "stats/numeric/distributions.hpp"
#include "trialcalc/hazard_ratio.hpp"

namespace trialcalc {

namespace {

/// As numbers of the scale where the interval is symmetric and the null is 0.
Bounds on_scale(const Bounds& bounds, EffectScale scale) {
  if (scale == EffectScale::plain) return bounds;
  return {std::log(bounds.low), std::log(bounds.value), std::log(bounds.high)};
}

Bounds off_scale(const Bounds& bounds, EffectScale scale) {
  if (scale == EffectScale::plain) return bounds;
  return {std::exp(bounds.low), std::exp(bounds.value), std::exp(bounds.high)};
}

double p_of(double distance, double standard_error) {
  if (standard_error <= 0) return distance > 0 ? 0 : 1;
  return 2 * numeric::normal_upper(distance / standard_error);
}

/// Least, printed and largest distance from the null.
Bounds distance_from_null(const Bounds& estimate) {
  const double low = std::abs(estimate.low), high = std::abs(estimate.high);
  const bool holds_null = estimate.low <= 0 && estimate.high >= 0;
  return {holds_null ? 0 : std::min(low, high), std::abs(estimate.value), std::max(low, high)};
}

}  // namespace

Bounds middle_of(const Bounds& lower, const Bounds& upper, EffectScale scale) {
  const Bounds a = on_scale(lower, scale), b = on_scale(upper, scale);
  return off_scale({(a.low + b.low) / 2, (a.value + b.value) / 2, (a.high + b.high) / 2}, scale);
}

Bounds mirrored(const Bounds& limit, const Bounds& estimate, EffectScale scale) {
  const Bounds a = on_scale(limit, scale), b = on_scale(estimate, scale);
  return off_scale({2 * b.low - a.high, 2 * b.value - a.value, 2 * b.high - a.low}, scale);
}

double implied_events(double standard_error, double allocation) {
  return (1 + allocation) * (1 + allocation) / (allocation * standard_error * standard_error);
}

Bounds implied_standard_error(const EffectBounds& effect, const Confidence& confidence) {
  const Bounds lower = on_scale(effect.lower, effect.scale), upper = on_scale(effect.upper, effect.scale);
  const double widths = 2 * confidence.z();
  return {std::max(0.0, (upper.low - lower.high) / widths), (upper.value - lower.value) / widths,
          (upper.high - lower.low) / widths};
}

std::optional<Bounds> implied_p(const EffectBounds& effect, const Confidence& confidence) {
  const bool ratio = effect.scale == EffectScale::logarithmic;
  if (ratio && (effect.estimate.value <= 0 || effect.lower.value <= 0)) return {};
  if (effect.lower.value >= effect.upper.value) return {};
  const Bounds distance = distance_from_null(on_scale(effect.estimate, effect.scale));
  const Bounds error = implied_standard_error(effect, confidence);
  return Bounds{p_of(distance.high, error.low), p_of(distance.value, error.value),
                p_of(distance.low, error.high)};
}

}  // namespace trialcalc
