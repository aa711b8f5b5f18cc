#include <cmath>

#include "stats/risk_ratio/methods.hpp"
#include "stats/two_arms/cells.hpp"

namespace trialcalc::risk_ratio {

/// Adjusted log interval for the risk ratio: Katz with 1/2 added to events and totals.
///
/// Formula  exp(ln(r) -+ z sqrt(1/(a+1/2) - 1/(n1+1/2) + 1/(c+1/2) - 1/(n2+1/2))),
///          r = (a+1/2)/(n1+1/2) / ((c+1/2)/(n2+1/2))
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the ratio scale (no unit), 0 < lower <= upper; estimate: r
/// Edges    zero cells need no care; a = n1 and c = n2: the variance is 0 and both bounds are 1
/// Source   Walter 1975, Biometrika 62:371; Pettigrew, Gart & Thomas 1986, Biometrika 73:425
Interval adjusted_log(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells cells(table);
  const double a = cells.a + 0.5, n1 = cells.n1() + 0.5, c = cells.c + 0.5, n2 = cells.n2() + 0.5;
  const double ratio = (a / n1) / (c / n2);
  const double variance = cells.b / (a * n1) + cells.d / (c * n2);
  const double factor = std::exp(confidence.z() * std::sqrt(variance));
  return {ratio / factor, ratio * factor, ratio, {}};
}

Working adjusted_log_working(const TwoByTwo& table, const Confidence&) {
  const two_arms::Cells cells(table);
  const double a = cells.a + 0.5, n1 = cells.n1() + 0.5, c = cells.c + 0.5, n2 = cells.n2() + 0.5;
  const double variance = cells.b / (a * n1) + cells.d / (c * n2);
  return {{{"adjusted risk ratio", "RR", "(a+0.5)/(n1+0.5) / ((c+0.5)/(n2+0.5))", (a / n1) / (c / n2)},
           {"standard error of ln RR", "SE", "sqrt(1/(a+0.5) - 1/(n1+0.5) + 1/(c+0.5) - 1/(n2+0.5))",
            std::sqrt(variance)}},
          "RR exp(-+ z SE)"};
}

}  // namespace trialcalc::risk_ratio
