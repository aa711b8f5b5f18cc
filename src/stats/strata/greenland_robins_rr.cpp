#include <cmath>

#include "stats/strata/mantel_haenszel.hpp"

namespace trialcalc::strata {

namespace {

struct Sums {
  double R = 0, S = 0, variance = 0;

  explicit Sums(Strata strata) {
    for (const TwoByTwo& stratum : strata) {
      const two_arms::Cells x(stratum);
      const double N = x.total(), n1 = x.n1(), n2 = x.n2();
      R += x.a * (n2 / N);
      S += x.c * (n1 / N);
      // a d n1 + b c n2 is n1 n2 m - a c N without its cancellation.
      variance += x.a / N * (x.d / N) * n1 + x.b / N * (x.c / N) * n2;
    }
  }
};

}  // namespace

/// Mantel-Haenszel common risk ratio with the interval of Greenland & Robins.
///
/// Formula  exp(ln RR -+ z sqrt(sum of (n1 n2 m - a c N) / N^2 / (R S))), RR = R / S, R = sum a n2 / N,
///          S = sum c n1 / N
/// Given    strata      two arms in each stratum
///          confidence  two-sided level
/// Returns  bounds on the ratio scale, with the Mantel-Haenszel risk ratio as estimate
/// Edges    a stratum where nobody has the event adds nothing; no events in an arm at all: not estimable
/// Source   Greenland & Robins 1985, Biometrics 41:55
Interval greenland_robins_rr(Strata strata, const Confidence& confidence) {
  const auto [R, S, sum] = Sums(strata);
  if (R == 0 || S == 0) return Interval::none("an arm has no events");
  const double ratio = R / S, factor = std::exp(confidence.z() * std::sqrt(sum / R / S));
  return {ratio / factor, ratio * factor, ratio, {}};
}

Working greenland_robins_rr_working(Strata strata, const Confidence&) {
  const auto [R, S, sum] = Sums(strata);
  return {{{"sum over the strata of a n2 / N", "R", "", R},
           {"sum of c n1 / N", "S", "", S},
           {"common risk ratio", "RR", "R / S", R / S},
           {"sum of (n1 n2 m - a c N) / N^2", "V", "", sum},
           {"standard error of ln RR", "SE", "sqrt(V / (R S))", std::sqrt(sum / R / S)}},
          "RR exp(-+ z SE)"};
}

}  // namespace trialcalc::strata
