#include "stats/risk_ratio/methods.hpp"
#include "stats/two_arms/constrained.hpp"
#include "stats/unconditional/score_working.hpp"

namespace trialcalc::risk_ratio {

/// Miettinen-Nurminen score interval for the risk ratio: Koopman's with the variance times N / (N - 1).
///
/// Formula  the two phi where (p1 - phi p2)^2 / V equals the chi-squared(1) quantile at the level,
///          V = (p1~ q1~ / n1 + phi^2 p2~ q2~ / n2) N / (N - 1), the risks with ~ constrained to the ratio
///          phi
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the ratio scale (no unit), 0 <= lower <= upper <= +inf
/// Edges    a = 0: lower is 0.  c = 0: upper is +inf.  Both 0: (0, +inf).
/// Error    the equation holds to 1e-12 for totals to 1e9
/// Source   Miettinen & Nurminen 1985, Stat Med 4:213
Interval miettinen_nurminen(const TwoByTwo& table, const Confidence& confidence) {
  const double target = confidence.chi_squared() * two_arms::variance_correction(two_arms::Cells(table));
  return two_arms::risk_ratio_interval(table, {two_arms::score_distance, target});
}

Working miettinen_nurminen_working(const TwoByTwo& table, const Confidence& confidence) {
  const double correction = two_arms::variance_correction(two_arms::Cells(table));
  return unconditional::score_working(table, {Measure::risk_ratio, correction},
                                      miettinen_nurminen(table, confidence));
}

}  // namespace trialcalc::risk_ratio
