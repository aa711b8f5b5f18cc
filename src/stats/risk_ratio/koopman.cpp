#include "stats/risk_ratio/methods.hpp"
#include "stats/two_arms/constrained.hpp"
#include "stats/unconditional/score_working.hpp"

namespace trialcalc::risk_ratio {

/// Koopman asymptotic score interval for the risk ratio phi = p1 / p2.
///
/// Formula  the two phi where U(phi) equals the chi-squared(1) quantile at the level; U = sum over arms of
///          (x - n p~)^2 / (n p~ (1 - p~)), p~ the constrained maximum-likelihood risks
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the ratio scale (no unit), 0 <= lower <= upper <= +inf
/// Edges    a = 0: lower is 0.  c = 0: upper is +inf.  Both 0: (0, +inf).
/// Error    the equation holds to 1e-12 for totals to 1e9
/// Source   Koopman 1984, Biometrics 40:513
Interval koopman(const TwoByTwo& table, const Confidence& confidence) {
  return two_arms::risk_ratio_interval(table, {two_arms::score_distance, confidence.chi_squared()});
}

Working koopman_working(const TwoByTwo& table, const Confidence& confidence) {
  return unconditional::score_working(table, {Measure::risk_ratio, 1}, koopman(table, confidence));
}

}  // namespace trialcalc::risk_ratio
