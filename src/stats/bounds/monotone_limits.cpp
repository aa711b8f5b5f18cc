// Which limits are proven to rise with a and to fall with c, while n1 and n2 stay.
//
// Below, p1 and p2 are the risks fitted under an effect theta, r1 = a / n1 and r2 = c / n2 the observed ones,
// q = 1 - p, s = 1 - r, and theta is less than the observed effect: the case of the lower limit. Then
// p1 <= r1 and p2 >= r2; otherwise both could move along theta towards the data, and fit better. The upper
// limit is the lower one of the exchanged arms (or of the exchanged outcomes, for the difference).
// Where a statistic D(theta; a, c) rises with a and falls with c at every theta, so do both ends of the set
// D <= quantile. D falls as theta nears the observed effect, so that this set is an interval.
//
// likelihood-ratio  dD/da = 2 (logit r1 - logit p1) >= 0 by the envelope theorem; the same for c.
//
// Score, D = sum of (x - n p)^2 / (n p q). Let D2 be the control arm's term and e = p2 - r2 > 0.
//   As c rises with a fixed, p1 nears r1, and both terms written by the experimental residual fall.
//   As a rises with c fixed, so do p1 and p2; dD2/dp2 > 0, in proportion to p2 s2 + r2 q2 >= p2 q2, and:
//   difference  the residuals satisfy n1 (r1 - p1) / (p1 q1) = n2 e / (p2 q2) =: g, which is at most n1 / p1
//               as r1 <= 1. D = g^2 (p1 q1 / n1 + p2 q2 / n2); its derivative over g^2 is at least
//               p2 q2 / (n2 e) - p1 / n1 = 1 / g - p1 / n1 >= 0.
//   ratio       g := n1 (r1 - p1) / q1 = n2 e / q2 and D = g^2 (q1 / (n1 p1) + q2 / (n2 p2)). With
//               w = 1 - s1 / q1, so n1 w = g: the derivative times n2 e p1 p2 / g^2 is at least
//               2 q1 q2 w + p1 q2 - q2 w >= q2 w q1 >= 0.
//   odds ratio  u := n1 (r1 - p1) = n2 e and D = u^2 (1/v1 + 1/v2), v = n p q. The derivative can be
//               negative only where 2 (v1 + v2) < u (q1 - p1), thus v1 <= a - u and 2 v2 < 3 u - 2 a; there
//               D >= a min over y of y^2 (1 / (1 - y) + 2 / (3 y - 2)) > 6.3 a. From a = 0, where the limit
//               is 0, to a = 1 there is nothing to prove. So: quantiles up to 6.25, a level of 98.7%.
//   Miettinen and Nurminen's factor N / (N - 1) is the same for all these tables.
//
// conditional-exact, -midp  X is the first of two binomial, so log-concave, counts given their sum m: with
//               m + 1 it is stochastically larger, by at most 1 (Efron 1965, Ann Math Stat 36:272). So
//               P(X >= a) and P(X > a) fall when a rises with c fixed, and rise when c does with a fixed.
//
// newcombe, mover-wilson  the lower limit L solves x1 - L x2 = sqrt((x1 - l1)^2 + L^2 (u2 - x2)^2), x the
//               risks or odds (for the difference x1 - x2 - L = the same with L^2 left out). The left side
//               less the right one rises with x1 and with l1, falls with x2, u2 and L; and Wilson's limits,
//               corrected or not, rise with their counts.
#include "trialcalc/limit_bounds.hpp"

namespace trialcalc {

namespace {

using Condition = bool (*)(const TableBox& box, double chi_squared);

bool always(const TableBox&, double) { return true; }
bool small_quantile(const TableBox&, double chi_squared) { return chi_squared <= 6.25; }
bool small_quantile_of_all(const TableBox& box, double chi_squared) {
  const auto patients = static_cast<double>(box.n1 + box.n2);
  return chi_squared * patients / (patients - 1) <= 6.25;
}
/// An infinite odds exchanges events and others: another formula.
bool finite_odds(const TableBox& box, double) { return box.a_high < box.n1 && box.c_high < box.n2; }

struct Row {
  Measure measure;
  std::string_view key;
  Condition holds = always;
};

constexpr auto rr = Measure::risk_ratio, odds_ratio = Measure::odds_ratio, rd = Measure::risk_difference;
constexpr Row rows[] = {
    {rr, "koopman"},
    {rr, "miettinen-nurminen"},
    {rr, "likelihood-ratio"},
    {rr, "mover-wilson"},
    {rd, "newcombe"},
    {rd, "newcombe-cc"},
    {rd, "mee"},
    {rd, "miettinen-nurminen"},
    {rd, "likelihood-ratio"},
    {odds_ratio, "score", small_quantile},
    {odds_ratio, "miettinen-nurminen", small_quantile_of_all},
    {odds_ratio, "conditional-exact"},
    {odds_ratio, "conditional-midp"},
    {odds_ratio, "likelihood-ratio"},
    {odds_ratio, "mover-wilson", finite_odds},
};

}  // namespace

bool limits_are_monotone(Measure measure, std::string_view method, const TableBox& box,
                         const Confidence& confidence) {
  for (const Row& row : rows)
    if (row.measure == measure && row.key == method) return row.holds(box, confidence.chi_squared());
  return false;
}

}  // namespace trialcalc
