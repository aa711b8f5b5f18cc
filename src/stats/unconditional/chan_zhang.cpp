#include "stats/unconditional/inversion.hpp"
#include "stats/unconditional/methods.hpp"

namespace trialcalc::unconditional {

/// Chan and Zhang's exact unconditional interval: two one-sided tests ordered by the score statistic.
///
/// Formula  lower: the smallest null value v with sup over p2 of P(T >= t; v, p2) > alpha / 2; upper: the
///          largest with sup of P(T <= t; v, p2) > alpha / 2; T the score statistic, t its observed value
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference in [-1, 1], on the ratio or odds ratio in [0, +inf]
/// Edges    ratio: a = 0 lower 0, c = 0 upper +inf; odds ratio: a = 0 or c = n2 lower 0, c = 0 or a = n1
///          upper +inf. More than max_interval_patients: not estimable
/// Error    of a bound (ratios: of its logarithm) 1e-9; P is certain to 1e-9. Stretches further out that are
///          not rejected are looked for to two standard errors beyond; they count where P is above 1.001
///          times the level, see inversion.cpp
/// Source   Chan & Zhang 1999, Biometrics 55:1202
Interval chan_zhang_difference(const TwoByTwo& table, const Confidence& confidence) {
  return invert_two_tests(table, confidence, Measure::risk_difference, by_score(table));
}

Interval chan_zhang_ratio(const TwoByTwo& table, const Confidence& confidence) {
  return invert_two_tests(table, confidence, Measure::risk_ratio, by_score(table));
}

Interval chan_zhang_odds_ratio(const TwoByTwo& table, const Confidence& confidence) {
  return invert_two_tests(table, confidence, Measure::odds_ratio, by_score(table));
}

}  // namespace trialcalc::unconditional
