#include <cmath>

#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

namespace {

/// ((n - b) b + (n - c) c + 2 b c) / n is b + c - (b - c)^2 / n without its cancellation.
double standard_error(double b, double c, double n) {
  return std::sqrt(((n - b) * b + (n - c) * c + 2 * b * c) / n) / n;
}

}  // namespace

/// Wald interval for the difference of paired proportions.
///
/// Formula  (b - c) / n -+ z sqrt(b + c - (b - c)^2 / n) / n
/// Given    pairs       discordant counts b, c of n pairs
///          confidence  two-sided level
/// Returns  bounds of the first proportion minus the second, cut at -1 and 1
/// Edges    b = c = 0, b = n or c = n: both bounds are the estimate
/// Source   Agresti 2013, Categorical Data Analysis, 11.1.1
Interval wald(const Pairs& pairs, const Confidence& confidence) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  const auto n = static_cast<double>(pairs.total);
  const double difference = (b - c) / n;
  const double margin = confidence.z() * standard_error(b, c, n);
  return {std::fmax(-1, difference - margin), std::fmin(1, difference + margin), difference, {}};
}

Working wald_working(const Pairs& pairs, const Confidence&) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  const auto n = static_cast<double>(pairs.total);
  return {{{"difference", "D", "(b - c) / n", (b - c) / n},
           {"standard error", "SE", "sqrt(b + c - (b - c)^2 / n) / n", standard_error(b, c, n)}},
          "D -+ z SE"};
}

}  // namespace trialcalc::paired
