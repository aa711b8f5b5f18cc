#include <cmath>

#include "stats/paired/methods.hpp"
#include "stats/two_arms/wilson_limits.hpp"

namespace trialcalc::paired {

namespace {

/// Correlation of the two conditions, its numerator brought towards 0 by n / 2 (not beyond) when positive.
double correlation(double both, double b, double c, double neither) {
  const double n = both + b + c + neither;
  const double product = (both + b) * (c + neither) * (both + c) * (b + neither);
  if (product == 0) return 0;
  const double difference = both * neither - b * c;
  return (difference > 0 ? std::fmax(0, difference - n / 2) : difference) / std::sqrt(product);
}

/// The two proportions with their Wilson limits, and the distances that the interval is made of.
struct Hybrid {
  two_arms::Limits first, second;
  double phi, downward, upward;

  Hybrid(const Pairs& pairs, double z) {
    const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
    const auto both = static_cast<double>(pairs.both.value_or(0)), n = static_cast<double>(pairs.total);
    const double neither = n - both - b - c;
    first = two_arms::wilson_limits(both + b, c + neither, z);
    second = two_arms::wilson_limits(both + c, b + neither, z);
    phi = correlation(both, b, c, neither);
    downward = distance(first.below, second.above);
    upward = distance(first.above, second.below);
  }

  double distance(double x, double y) const {
    return std::sqrt(std::fmax(0, x * x - 2 * phi * x * y + y * y));
  }
};

}  // namespace

/// Newcombe's hybrid score interval for the difference of paired proportions (his method 10).
///
/// Formula  D - sqrt(dl1^2 - 2 phi dl1 du2 + du2^2), D + sqrt(du1^2 - 2 phi du1 dl2 + dl2^2); dl, du the
///          distances of each proportion from its Wilson limits, phi the correlation, corrected by n / 2
/// Given    pairs       discordant counts b, c of n pairs, and how many have the event under both conditions
///          confidence  two-sided level
/// Returns  bounds of the first proportion minus the second; the estimate is (b - c) / n
/// Edges    `both` unknown: not estimable, b, c and n don't determine the two proportions, except where
///          b + c = n, when both is 0; an empty margin: phi = 0
/// Source   Newcombe 1998, Statistics in Medicine 17:2635
Interval newcombe(const Pairs& pairs, const Confidence& confidence) {
  const std::int64_t discordant = pairs.first_only + pairs.second_only;
  if (!pairs.both && discordant < pairs.total)
    return Interval::none("needs the pairs with the event under both");
  const double difference =
      static_cast<double>(pairs.first_only - pairs.second_only) / static_cast<double>(pairs.total);
  const Hybrid hybrid(pairs, confidence.z());
  return {difference - hybrid.downward, difference + hybrid.upward, difference, {}};
}

Working newcombe_working(const Pairs& pairs, const Confidence& confidence) {
  const Hybrid x(pairs, confidence.z());
  const auto n = static_cast<double>(pairs.total);
  const auto risk = [&](std::int64_t only) { return static_cast<double>(pairs.both.value_or(0) + only) / n; };
  return {{{"proportion under the first condition", "p1", "", risk(pairs.first_only)},
           {"proportion under the second condition", "p2", "", risk(pairs.second_only)},
           {"lower Wilson limit of p1", "l1", "", x.first.lower},
           {"upper Wilson limit of p1", "u1", "", x.first.upper},
           {"lower Wilson limit of p2", "l2", "", x.second.lower},
           {"upper Wilson limit of p2", "u2", "", x.second.upper},
           {"correlation, its numerator corrected by n / 2", "phi", "", x.phi},
           {"downward", "B", "sqrt((p1 - l1)^2 - 2 phi (p1 - l1) (u2 - p2) + (u2 - p2)^2)", x.downward},
           {"upward", "U", "sqrt((u1 - p1)^2 - 2 phi (u1 - p1) (p2 - l2) + (p2 - l2)^2)", x.upward}},
          "p1 - p2 - B and p1 - p2 + U"};
}

}  // namespace trialcalc::paired
