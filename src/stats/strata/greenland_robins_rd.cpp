#include <algorithm>
#include <cmath>

#include "stats/strata/mantel_haenszel.hpp"

namespace trialcalc::strata {

namespace {

/// The squared standard error times W^2.
double scaled_variance(Strata strata) {
  double sum = 0;
  for (const TwoByTwo& stratum : strata) {
    const two_arms::Cells x(stratum);
    const double N = x.total(), u = x.n1() / N, v = x.n2() / N;
    sum += x.a * (x.b / x.n1()) * v * v + x.c * (x.d / x.n2()) * u * u;
  }
  return sum;
}

}  // namespace

/// Mantel-Haenszel common risk difference with the interval of Greenland & Robins.
///
/// Formula  D -+ z sqrt(sum of (a b n2^3 + c d n1^3) / (n1 n2 N^2)) / W, W = sum n1 n2 / N
/// Given    strata      two arms in each stratum
///          confidence  two-sided level
/// Returns  bounds cut at -1 and 1, with the Mantel-Haenszel risk difference as estimate
/// Edges    every stratum counts, also one where nobody has the event, whose difference is 0; where the
///          variance is 0 both bounds are the estimate
/// Source   Greenland & Robins 1985, Biometrics 41:55
Interval greenland_robins_rd(Strata strata, const Confidence& confidence) {
  const auto [weight, difference] = mantel_haenszel_difference(strata);
  const double margin = confidence.z() * std::sqrt(scaled_variance(strata)) / weight;
  return {std::max(-1.0, difference - margin), std::min(1.0, difference + margin), difference, {}};
}

Working greenland_robins_rd_working(Strata strata, const Confidence&) {
  return difference_working(mantel_haenszel_difference(strata),
                            {"sum of (a b n2^3 + c d n1^3) / (n1 n2 N^2)", "V", "", scaled_variance(strata)});
}

}  // namespace trialcalc::strata
