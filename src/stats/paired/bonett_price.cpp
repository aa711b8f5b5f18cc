#include <cmath>

#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

namespace {

struct Adjusted {
  double difference, standard_error;
};

Adjusted adjusted(const Pairs& pairs) {
  const auto b = static_cast<double>(pairs.first_only), c = static_cast<double>(pairs.second_only);
  const auto n = static_cast<double>(pairs.total);
  const double p12 = (b + 1) / (n + 2), p21 = (c + 1) / (n + 2);
  const double variance = (p12 * (1 - p12) + p21 * (1 - p21) + 2 * p12 * p21) / (n + 2);
  return {(b - c) / (n + 2), std::sqrt(variance)};
}

}  // namespace

/// Bonett-Price adjusted Wald interval for the difference of paired proportions: one pair more of each kind
/// of discordance.
///
/// Formula  p12 - p21 -+ z sqrt((p12 + p21 - (p12 - p21)^2) / (n + 2)), p12 = (b + 1) / (n + 2),
///          p21 = (c + 1) / (n + 2)
/// Given    pairs       discordant counts b, c of n pairs
///          confidence  two-sided level
/// Returns  bounds of the first proportion minus the second, cut at -1 and 1; the estimate is p12 - p21
/// Source   Bonett & Price 2012, Journal of Educational and Behavioral Statistics 37:479
Interval bonett_price(const Pairs& pairs, const Confidence& confidence) {
  const auto [difference, error] = adjusted(pairs);
  const double margin = confidence.z() * error;
  return {std::fmax(-1, difference - margin), std::fmin(1, difference + margin), difference, {}};
}

Working bonett_price_working(const Pairs& pairs, const Confidence&) {
  const auto [difference, error] = adjusted(pairs);
  return {{{"difference", "D", "(b - c) / (n + 2)", difference},
           {"standard error", "SE", "sqrt((b + c + 2 - (b - c)^2 / (n + 2)) / (n + 2)^2)", error}},
          "D -+ z SE"};
}

}  // namespace trialcalc::paired
