#include <cmath>

#include "stats/strata/mantel_haenszel.hpp"

namespace trialcalc::strata {

namespace {

struct Sums {
  double R = 0, S = 0, PR = 0, mixed = 0, QS = 0;

  explicit Sums(Strata strata) {
    for (const TwoByTwo& stratum : strata) {
      const two_arms::Cells x(stratum);
      const double N = x.total(), r = x.a * (x.d / N), s = x.b * (x.c / N);
      const double P = (x.a + x.d) / N, Q = (x.b + x.c) / N;
      R += r;
      S += s;
      PR += P * r;
      mixed += P * s + Q * r;
      QS += Q * s;
    }
  }

  double variance() const { return PR / (2 * R * R) + mixed / (2 * R * S) + QS / (2 * S * S); }
};

}  // namespace

/// Mantel-Haenszel common odds ratio with the interval of Robins, Breslow & Greenland.
///
/// Formula  exp(ln OR -+ z sqrt(sum PR / (2 R^2) + sum (PS + QR) / (2 R S) + sum QS / (2 S^2))), OR = R / S,
///          R = sum ad/N, S = sum bc/N, P = (a + d) / N, Q = (b + c) / N
/// Given    strata      two arms in each stratum
///          confidence  two-sided level
/// Returns  bounds on the ratio scale, with the Mantel-Haenszel odds ratio as estimate
/// Edges    a stratum where nobody, or everybody, has the event adds nothing; R = 0 or S = 0: not estimable
/// Source   Robins, Breslow & Greenland 1986, Biometrics 42:311; Mantel & Haenszel 1959, JNCI 22:719
Interval robins_breslow_greenland(Strata strata, const Confidence& confidence) {
  const Sums sums(strata);
  if (sums.R == 0 || sums.S == 0) return Interval::none(zero_sum_reason);
  const double ratio = sums.R / sums.S, factor = std::exp(confidence.z() * std::sqrt(sums.variance()));
  return {ratio / factor, ratio * factor, ratio, {}};
}

Working robins_breslow_greenland_working(Strata strata, const Confidence&) {
  const Sums sums(strata);
  return {{{"sum over the strata of a d / N", "R", "", sums.R},
           {"sum of b c / N", "S", "", sums.S},
           {"common odds ratio", "OR", "R / S", sums.R / sums.S},
           {"sum of (a + d) / N times a d / N", "PR", "", sums.PR},
           {"sum of (a + d) / N times b c / N and (b + c) / N times a d / N", "M", "", sums.mixed},
           {"sum of (b + c) / N times b c / N", "QS", "", sums.QS},
           {"standard error of ln OR", "SE", "sqrt(PR / (2 R^2) + M / (2 R S) + QS / (2 S^2))",
            std::sqrt(sums.variance())}},
          "OR exp(-+ z SE)"};
}

}  // namespace trialcalc::strata
