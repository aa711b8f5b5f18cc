#include <cmath>

#include "stats/risk_difference/hybrid.hpp"
#include "stats/risk_difference/methods.hpp"

namespace trialcalc::risk_difference {

/// Newcombe hybrid score interval for the risk difference, from the Wilson limits l, u of the two risks.
///
/// Formula  p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2), p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2)
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the difference of risks (no unit), in [-1, 1]
/// Edges    none: zero and full cells need no care
/// Source   Newcombe 1998, Stat Med 17:873, method 10
Interval newcombe(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells cells(table);
  return hybrid_interval(cells, two_arms::wilson_limits(cells.a, cells.b, confidence.z()),
                         two_arms::wilson_limits(cells.c, cells.d, confidence.z()));
}

Working newcombe_working(const TwoByTwo& table, const Confidence& confidence) {
  const two_arms::Cells cells(table);
  const auto first = two_arms::wilson_limits(cells.a, cells.b, confidence.z());
  const auto second = two_arms::wilson_limits(cells.c, cells.d, confidence.z());
  return {{{"lower Wilson limit of p1", "l1", "", first.lower},
           {"upper Wilson limit of p1", "u1", "", first.upper},
           {"lower Wilson limit of p2", "l2", "", second.lower},
           {"upper Wilson limit of p2", "u2", "", second.upper},
           {"downward", "D", "sqrt((p1 - l1)^2 + (u2 - p2)^2)", std::hypot(first.below, second.above)},
           {"upward", "U", "sqrt((u1 - p1)^2 + (p2 - l2)^2)", std::hypot(first.above, second.below)}},
          "p1 - p2 - D and p1 - p2 + U"};
}

}  // namespace trialcalc::risk_difference
