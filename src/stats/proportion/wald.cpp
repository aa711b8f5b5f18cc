#include <algorithm>
#include <cmath>

#include "stats/proportion/methods.hpp"

namespace trialcalc::proportion {

/// Wald (simple asymptotic) interval.
///
/// Formula  p -+ z sqrt(p (1 - p) / n), cut at 0 and 1
/// Given    group       x of n people, 0 <= x <= n, n >= 1; p = x / n
///          confidence  two-sided level
/// Returns  bounds, 0 <= lower <= upper <= 1
/// Edges    x = 0 or x = n: both bounds are p, because the standard error is 0
/// Error    1e-15 of p
/// Source   Laplace 1812; Newcombe 1998, Stat Med 17:857, method 1
Interval wald(const Counts& group, const Confidence& confidence) {
  const double n = static_cast<double>(group.total), p = group.risk();
  const double half_width = confidence.z() * std::sqrt(p * (static_cast<double>(group.others()) / n) / n);
  return {std::max(p - half_width, 0.0), std::min(p + half_width, 1.0), {}, {}};
}

Working wald_working(const Counts& group, const Confidence&) {
  const double n = static_cast<double>(group.total), p = group.risk();
  const double spread = std::sqrt(p * (static_cast<double>(group.others()) / n) / n);
  return {{{"standard error", "SE", "sqrt(p (1 - p) / n)", spread}}, "p -+ z SE"};
}

}  // namespace trialcalc::proportion
