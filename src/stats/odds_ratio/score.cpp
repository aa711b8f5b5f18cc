#include "stats/odds_ratio/methods.hpp"
#include "stats/two_arms/constrained.hpp"
#include "stats/unconditional/score_working.hpp"

namespace trialcalc::odds_ratio {

/// Score interval for the odds ratio, without N / (N - 1): Cornfield's without continuity correction.
///
/// Formula  the two ratios where (a - A)^2 (1/A + 1/B + 1/C + 1/D) equals the chi-squared(1) quantile at the
///          level, A B C D the cells of the same margins that have that odds ratio
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the scale of the odds ratio (no unit), 0 <= lower <= upper <= +inf
/// Edges    a = 0 or d = 0: lower is 0.  b = 0 or c = 0: upper is +inf.  Empty margin: (0, +inf).
/// Error    the equation holds to 1e-12 for totals to 1e9
/// Source   Cornfield 1956, Proc 3rd Berkeley Symp 4:135; Miettinen & Nurminen 1985, Stat Med 4:213
Interval score(const TwoByTwo& table, const Confidence& confidence) {
  return two_arms::odds_ratio_interval(table, {two_arms::score_distance, confidence.chi_squared()});
}

Working score_working(const TwoByTwo& table, const Confidence& confidence) {
  return unconditional::score_working(table, {Measure::odds_ratio, 1}, score(table, confidence));
}

}  // namespace trialcalc::odds_ratio
