#include <algorithm>
#include <cmath>

#include "stats/proportion/methods.hpp"

namespace trialcalc::proportion {

/// Agresti-Coull interval: the Wald one after adding z^2 / 2 people with and z^2 / 2 without the event.
///
/// Formula  q -+ z sqrt(q (1 - q) / (n + z^2)), q = (x + z^2 / 2) / (n + z^2), cut at 0 and 1
/// Given    group       x of n people, 0 <= x <= n, n >= 1
///          confidence  two-sided level
/// Returns  bounds, 0 <= lower <= upper <= 1; estimate is the centre q
/// Edges    none: x = 0 and x = n are no exceptions
/// Error    1e-15 of q
/// Source   Agresti & Coull 1998, Am Stat 52:119
Interval agresti_coull(const Counts& group, const Confidence& confidence) {
  const double z2 = confidence.chi_squared(), total = static_cast<double>(group.total) + z2;
  const double centre = (static_cast<double>(group.events) + z2 / 2) / total;
  const double rest = (static_cast<double>(group.others()) + z2 / 2) / total;
  const double half_width = confidence.z() * std::sqrt(centre * rest / total);
  return {std::max(centre - half_width, 0.0), std::min(centre + half_width, 1.0), centre, {}};
}

Working agresti_coull_working(const Counts& group, const Confidence& confidence) {
  const double z2 = confidence.chi_squared(), total = static_cast<double>(group.total) + z2;
  const double centre = (static_cast<double>(group.events) + z2 / 2) / total;
  const double rest = (static_cast<double>(group.others()) + z2 / 2) / total;
  return {{{"centre", "q", "(x + z^2 / 2) / (n + z^2)", centre},
           {"standard error", "SE", "sqrt(q (1 - q) / (n + z^2))", std::sqrt(centre * rest / total)}},
          "q -+ z SE"};
}

}  // namespace trialcalc::proportion
