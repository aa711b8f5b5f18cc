#include <cmath>

#include "stats/risk_difference/around.hpp"
#include "stats/risk_difference/methods.hpp"
#include "stats/two_arms/cells.hpp"

namespace trialcalc::risk_difference {

/// Wald interval for the risk difference.
///
/// Formula  p1 - p2 -+ z sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference of risks (no unit), cut at -1 and 1
/// Edges    both risks 0 or 1: the variance is 0 and both bounds are the difference
/// Source   Newcombe 1998, Stat Med 17:873, method 1
Interval wald(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells cells(table);
  const auto& [a, b, c, d] = cells;
  const double variance = a * b / std::pow(cells.n1(), 3) + c * d / std::pow(cells.n2(), 3);
  return around(two_arms::risk_difference(cells), confidence.z() * std::sqrt(variance));
}

Working wald_working(const TwoByTwo& table, const Confidence&) {
  const two_arms::Cells cells(table);
  const auto& [a, b, c, d] = cells;
  const double variance = a * b / std::pow(cells.n1(), 3) + c * d / std::pow(cells.n2(), 3);
  return {{{"risk difference", "RD", "p1 - p2", two_arms::risk_difference(cells)},
           {"standard error", "SE", "sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)", std::sqrt(variance)}},
          "RD -+ z SE"};
}

}  // namespace trialcalc::risk_difference
