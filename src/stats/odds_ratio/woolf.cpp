#include <cmath>

#include "stats/odds_ratio/logit.hpp"
#include "stats/odds_ratio/methods.hpp"

namespace trialcalc::odds_ratio {

Interval logit_interval(const two_arms::Cells& cells, const Confidence& confidence) {
  const double ratio = odds_ratio(cells);
  const double factor = std::exp(confidence.z() * std::sqrt(logit_variance(cells)));
  return {ratio / factor, ratio * factor, {}, {}};
}

/// Woolf logit interval for the odds ratio.
///
/// Formula  exp(ln(a d / (b c)) -+ z sqrt(1/a + 1/b + 1/c + 1/d))
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the scale of the odds ratio (no unit), 0 < lower < upper
/// Edges    a zero cell: not estimable
/// Source   Woolf 1955, Ann Hum Genet 19:251
Interval woolf(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells cells(table);
  if (cells.a == 0 || cells.b == 0 || cells.c == 0 || cells.d == 0) return Interval::none("zero cell");
  return logit_interval(cells, confidence);
}

Working woolf_working(const TwoByTwo& table, const Confidence&) {
  const two_arms::Cells cells(table);
  return {
      {{"odds ratio", "OR", "a d / (b c)", odds_ratio(cells)},
       {"standard error of ln OR", "SE", "sqrt(1/a + 1/b + 1/c + 1/d)", std::sqrt(logit_variance(cells))}},
      "OR exp(-+ z SE)"};
}

}  // namespace trialcalc::odds_ratio
