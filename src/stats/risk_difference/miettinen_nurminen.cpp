#include "stats/risk_difference/methods.hpp"
#include "stats/two_arms/constrained.hpp"
#include "stats/unconditional/score_working.hpp"

namespace trialcalc::risk_difference {

/// Miettinen-Nurminen score interval for the risk difference: Mee's with the variance times N / (N - 1).
///
/// Formula  the two delta where (p1 - p2 - delta)^2 / ((p1~ q1~ / n1 + p2~ q2~ / n2) N / (N - 1)) equals the
///          chi-squared(1) quantile at the level, the risks with ~ the likeliest ones of difference delta
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference of risks (no unit), in [-1, 1]
/// Edges    a difference of -1 or 1 is its own bound on that side
/// Error    the equation holds to 1e-10 for totals to 1e9
/// Source   Miettinen & Nurminen 1985, Stat Med 4:213
Interval miettinen_nurminen(const TwoByTwo& table, const Confidence& confidence) {
  const double target = confidence.chi_squared() * two_arms::variance_correction(two_arms::Cells(table));
  return two_arms::risk_difference_interval(table, {two_arms::score_distance, target});
}

Working miettinen_nurminen_working(const TwoByTwo& table, const Confidence& confidence) {
  const double correction = two_arms::variance_correction(two_arms::Cells(table));
  return unconditional::score_working(table, {Measure::risk_difference, correction},
                                      miettinen_nurminen(table, confidence));
}

}  // namespace trialcalc::risk_difference
