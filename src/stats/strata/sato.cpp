#include <algorithm>
#include <cmath>

#include "stats/strata/mantel_haenszel.hpp"

namespace trialcalc::strata {

namespace {

/// D sum P + sum Q, the squared standard error times W^2.
double scaled_variance(Strata strata, double difference) {
  double sum = 0;
  for (const TwoByTwo& stratum : strata) {
    const two_arms::Cells x(stratum);
    const double N = x.total(), u = x.n1() / N, v = x.n2() / N;
    const double P = u * u * x.c - v * v * x.a + u * v * (x.n2() - x.n1()) / 2;
    sum += difference * P + (x.a * (x.d / N) + x.b * (x.c / N)) / 2;
  }
  return std::max(0.0, sum);
}

}  // namespace

/// Mantel-Haenszel common risk difference with Sato's interval.
///
/// Formula  D -+ z sqrt(D sum P + sum Q) / W, W = sum n1 n2 / N, P = (n1^2 c - n2^2 a + n1 n2 (n2 - n1) / 2)
/// / N^2,
///          Q = (a d + b c) / (2 N)
/// Given    strata      two arms in each stratum
///          confidence  two-sided level
/// Returns  bounds cut at -1 and 1, with the Mantel-Haenszel risk difference as estimate
/// Edges    every stratum counts, also one where nobody has the event, whose difference is 0; where the
///          variance is 0 both bounds are the estimate
/// Source   Sato 1989, Biometrics 45:1323 (letter)
Interval sato(Strata strata, const Confidence& confidence) {
  const auto [weight, difference] = mantel_haenszel_difference(strata);
  const double margin = confidence.z() * std::sqrt(scaled_variance(strata, difference)) / weight;
  return {std::max(-1.0, difference - margin), std::min(1.0, difference + margin), difference, {}};
}

Working sato_working(Strata strata, const Confidence&) {
  const auto [weight, difference] = mantel_haenszel_difference(strata);
  const double variance = scaled_variance(strata, difference);
  return difference_working({weight, difference}, {"D sum P + sum Q", "V", "", variance});
}

}  // namespace trialcalc::strata
