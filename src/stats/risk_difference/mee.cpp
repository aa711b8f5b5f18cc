#include "stats/risk_difference/methods.hpp"
#include "stats/two_arms/constrained.hpp"
#include "stats/unconditional/score_working.hpp"

namespace trialcalc::risk_difference {

/// Mee score interval for the risk difference.
///
/// Formula  the two delta where (p1 - p2 - delta)^2 / (p1~ q1~ / n1 + p2~ q2~ / n2) equals the chi-squared(1)
///          quantile at the level, the risks with ~ the maximum-likelihood ones of difference delta
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference of risks (no unit), in [-1, 1]
/// Edges    a difference of -1 or 1 is its own bound on that side
/// Error    the equation holds to 1e-10 for totals to 1e9
/// Source   Mee 1984, Biometrics 40:1175; Farrington & Manning 1990, Stat Med 9:1447
Interval mee(const TwoByTwo& table, const Confidence& confidence) {
  return two_arms::risk_difference_interval(table, {two_arms::score_distance, confidence.chi_squared()});
}

Working mee_working(const TwoByTwo& table, const Confidence& confidence) {
  return unconditional::score_working(table, {Measure::risk_difference, 1}, mee(table, confidence));
}

}  // namespace trialcalc::risk_difference
