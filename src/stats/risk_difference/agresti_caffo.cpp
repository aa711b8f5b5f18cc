#include <cmath>

#include "stats/risk_difference/around.hpp"
#include "stats/risk_difference/methods.hpp"
#include "stats/two_arms/cells.hpp"

namespace trialcalc::risk_difference {

/// Agresti-Caffo interval for the risk difference: Wald after one event and one non-event more in each arm.
///
/// Formula  r1 - r2 -+ z sqrt(r1 (1 - r1) / (n1 + 2) + r2 (1 - r2) / (n2 + 2)), r1 = (a + 1) / (n1 + 2),
///          r2 = (c + 1) / (n2 + 2)
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference of risks (no unit), cut at -1 and 1; estimate: r1 - r2
/// Edges    none: the four people are added whatever the level
/// Source   Agresti & Caffo 2000, Am Stat 54:280
Interval agresti_caffo(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells seen(table), cells(seen.a + 1, seen.b + 1, seen.c + 1, seen.d + 1);
  const auto& [a, b, c, d] = cells;
  const double variance = a * b / std::pow(cells.n1(), 3) + c * d / std::pow(cells.n2(), 3);
  const double centre = two_arms::risk_difference(cells);
  Interval interval = around(centre, confidence.z() * std::sqrt(variance));
  interval.estimate = centre;
  return interval;
}

Working agresti_caffo_working(const TwoByTwo& table, const Confidence&) {
  const two_arms::Cells seen(table), cells(seen.a + 1, seen.b + 1, seen.c + 1, seen.d + 1);
  const auto& [a, b, c, d] = cells;
  const double variance = a * b / std::pow(cells.n1(), 3) + c * d / std::pow(cells.n2(), 3);
  return {{{"adjusted risk", "r1", "(a + 1) / (n1 + 2)", cells.p1()},
           {"adjusted risk", "r2", "(c + 1) / (n2 + 2)", cells.p2()},
           {"standard error", "SE", "sqrt(r1 (1 - r1) / (n1 + 2) + r2 (1 - r2) / (n2 + 2))",
            std::sqrt(variance)}},
          "r1 - r2 -+ z SE"};
}

}  // namespace trialcalc::risk_difference
