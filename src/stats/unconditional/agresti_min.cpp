#include "stats/unconditional/inversion.hpp"
#include "stats/unconditional/methods.hpp"

namespace trialcalc::unconditional {

/// Agresti and Min's exact unconditional interval: one two-sided test ordered by the score statistic.
///
/// Formula  the smallest and the largest null value v with sup over p2 of P(|T| >= |t|; v, p2) > alpha; T the
///          score statistic at v, t its observed value
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference in [-1, 1], on the ratio or odds ratio in [0, +inf]
/// Edges    ratio: a = 0 lower 0, c = 0 upper +inf; odds ratio: a = 0 or c = n2 lower 0, c = 0 or a = n1
///          upper +inf. More than max_interval_patients: not estimable
/// Error    of a bound (ratios: of its logarithm) 1e-9; P is certain to 1e-9. Stretches further out that are
///          not rejected are looked for to two standard errors beyond; they count where P is above 1.001
///          times the level, see inversion.cpp
/// Source   Agresti & Min 2001, Biometrics 57:963
Interval agresti_min_difference(const TwoByTwo& table, const Confidence& confidence) {
  return invert_one_test(table, confidence, Measure::risk_difference, by_score(table));
}

Interval agresti_min_ratio(const TwoByTwo& table, const Confidence& confidence) {
  return invert_one_test(table, confidence, Measure::risk_ratio, by_score(table));
}

Interval agresti_min_odds_ratio(const TwoByTwo& table, const Confidence& confidence) {
  return invert_one_test(table, confidence, Measure::odds_ratio, by_score(table));
}

}  // namespace trialcalc::unconditional
