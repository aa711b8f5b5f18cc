#include <cmath>

#include "stats/numeric/root.hpp"
#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

namespace {

struct Discordant {
  double b, c, n;
};

/// Variance of b - c over n when the true difference is held at delta: p12 + p21 - delta^2, with p21 the
/// constrained maximum-likelihood estimate for delta >= 0, and p12 by symmetry below.
double variance(const Discordant& pairs, double delta) {
  const auto [b, c, n] = pairs;
  if (delta < 0) return variance({c, b, n}, -delta);
  const double linear = (2 * n - b + c) * delta - b - c, constant = c * delta * (1 - delta);
  const double root = std::sqrt(linear * linear + 8 * n * constant);
  // The positive root of 2n p^2 + linear p - constant, in the form that does not cancel.
  const double p21 = linear > 0 ? 2 * constant / (root + linear) : (root - linear) / (4 * n);
  return 2 * p21 + delta * (1 - delta);
}

double upper(const Discordant& pairs, double chi_squared) {
  const auto [b, c, n] = pairs;
  if (b == n) return 1;
  // At delta = 0 the excess is 0 without discordant pairs, but this is not the root that is meant.
  if (b + c == 0) return chi_squared / (n + chi_squared);
  const double difference = (b - c) / n;
  // Where c = n the excess is 0 at -1 too.
  if (c == n) return (chi_squared - n) / (chi_squared + n);
  const auto excess = [&](double delta) {
    const double distance = difference - delta;
    return pairs.n * distance * distance - chi_squared * variance(pairs, delta);
  };
  return numeric::find_root(excess, difference, 1);
}

}  // namespace

/// Tango's score interval for the difference of paired proportions.
///
/// Formula  the two delta with (b - c - n delta)^2 = z^2 n (p12 + p21 - delta^2), p12 and p21 = p12 - delta
/// the
///          maximum-likelihood estimates when the difference is delta
/// Given    pairs       discordant counts b, c of n pairs
///          confidence  two-sided level
/// Returns  bounds of the first proportion minus the second; the estimate is (b - c) / n
/// Edges    defined for every b, c, also 0
/// Error    solved to 1e-13
/// Source   Tango 1998, Statistics in Medicine 17:891
Interval tango(const Pairs& pairs, const Confidence& confidence) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  const auto n = static_cast<double>(pairs.total);
  const double chi_squared = confidence.chi_squared();
  return {-upper({c, b, n}, chi_squared), upper({b, c, n}, chi_squared), (b - c) / n, {}};
}

Working tango_working(const Pairs& pairs, const Confidence& confidence) {
  const Discordant x{static_cast<double>(pairs.first_only), static_cast<double>(pairs.second_only),
                     static_cast<double>(pairs.total)};
  Working working{{{"difference", "D", "(b - c) / n", (x.b - x.c) / x.n}},
                  "the two values at which the squared score statistic equals z^2"};
  const auto add = [&](std::string_view meaning, double limit) {
    const double distance = (x.b - x.c) / x.n - limit, spread = variance(x, limit);
    if (spread > 0) working.steps.push_back({meaning, "", "", x.n * distance * distance / spread});
  };
  const Interval limits = tango(pairs, confidence);
  add("with the lower limit put in, the squared score statistic", limits.lower);
  add("with the upper limit put in, the squared score statistic", limits.upper);
  return working;
}

}  // namespace trialcalc::paired
