#include <cmath>

#include "stats/proportion/methods.hpp"
#include "stats/proportion/score_bounds.hpp"

namespace trialcalc::proportion {

/// Wilson score interval without continuity correction.
///
/// Formula  (x + z^2 / 2 -+ z sqrt(x (n - x) / n + z^2 / 4)) / (n + z^2)
/// Given    group       x of n people, 0 <= x <= n, n >= 1
///          confidence  two-sided level
/// Returns  bounds, 0 <= lower <= upper <= 1
/// Edges    x = 0: lower is 0.  x = n: upper is 1
/// Error    relative 1e-15
/// Source   Wilson 1927, J Am Stat Assoc 22:209; Newcombe 1998, Stat Med 17:857, method 3
Interval wilson(const Counts& group, const Confidence& confidence) {
  const double x = static_cast<double>(group.events), n = static_cast<double>(group.total);
  const double z = confidence.z();
  const double upper = group.events == group.total ? 1 : score_upper(x, n, z);
  return {score_lower(x, n, z), upper, {}, {}};
}

Working wilson_working(const Counts& group, const Confidence& confidence) {
  const double x = static_cast<double>(group.events), n = static_cast<double>(group.total);
  const double square = confidence.chi_squared();
  const double spread = confidence.z() * std::sqrt(x * (n - x) / n + square / 4);
  return {{{"middle, times n + z^2", "M", "x + z^2 / 2", x + square / 2},
           {"half the width, times n + z^2", "H", "z sqrt(x (n - x) / n + z^2 / 4)", spread}},
          "(M -+ H) / (n + z^2)"};
}

}  // namespace trialcalc::proportion
