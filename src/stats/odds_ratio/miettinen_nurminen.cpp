#include "stats/odds_ratio/methods.hpp"
#include "stats/two_arms/constrained.hpp"
#include "stats/unconditional/score_working.hpp"

namespace trialcalc::odds_ratio {

/// Miettinen-Nurminen score interval for the odds ratio: the score interval with the variance times N / (N -
/// 1).
///
/// Formula  the two ratios where (a - A)^2 (1/A + 1/B + 1/C + 1/D) (N - 1) / N equals the chi-squared(1)
///          quantile at the level, A B C D the cells of the same margins that have that odds ratio
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the scale of the odds ratio (no unit), 0 <= lower <= upper <= +inf
/// Edges    a = 0 or d = 0: lower is 0.  b = 0 or c = 0: upper is +inf.  Empty margin: (0, +inf).
/// Error    the equation holds to 1e-12 for totals to 1e9
/// Source   Miettinen & Nurminen 1985, Stat Med 4:213
Interval miettinen_nurminen(const TwoByTwo& table, const Confidence& confidence) {
  const double target = confidence.chi_squared() * two_arms::variance_correction(two_arms::Cells(table));
  return two_arms::odds_ratio_interval(table, {two_arms::score_distance, target});
}

Working miettinen_nurminen_working(const TwoByTwo& table, const Confidence& confidence) {
  const double correction = two_arms::variance_correction(two_arms::Cells(table));
  return unconditional::score_working(table, {Measure::odds_ratio, correction},
                                      miettinen_nurminen(table, confidence));
}

}  // namespace trialcalc::odds_ratio
