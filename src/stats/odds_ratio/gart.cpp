#include "stats/odds_ratio/logit.hpp"
#include "stats/odds_ratio/methods.hpp"

namespace trialcalc::odds_ratio {

/// Gart adjusted logit interval for the odds ratio: Woolf after adding 1/2 to every cell.
///
/// Formula  exp(ln((a+1/2)(d+1/2) / ((b+1/2)(c+1/2))) -+ z sqrt(1/(a+1/2) + 1/(b+1/2) + 1/(c+1/2) +
/// 1/(d+1/2))) Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the scale of the odds ratio (no unit), 0 < lower < upper; estimate: the adjusted ratio
/// Edges    none: zero cells need no care
/// Source   Gart 1966, J R Stat Soc B 28:164; Haldane 1956, Ann Hum Genet 20:309
Interval gart(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells seen(table), cells(seen.a + 0.5, seen.b + 0.5, seen.c + 0.5, seen.d + 0.5);
  Interval interval = logit_interval(cells, confidence);
  interval.estimate = odds_ratio(cells);
  return interval;
}

Working gart_working(const TwoByTwo& table, const Confidence&) {
  const two_arms::Cells seen(table), cells(seen.a + 0.5, seen.b + 0.5, seen.c + 0.5, seen.d + 0.5);
  return {{{"adjusted odds ratio", "OR", "(a+0.5) (d+0.5) / ((b+0.5) (c+0.5))", odds_ratio(cells)},
           {"standard error of ln OR", "SE", "sqrt(1/(a+0.5) + 1/(b+0.5) + 1/(c+0.5) + 1/(d+0.5))",
            std::sqrt(logit_variance(cells))}},
          "OR exp(-+ z SE)"};
}

}  // namespace trialcalc::odds_ratio
