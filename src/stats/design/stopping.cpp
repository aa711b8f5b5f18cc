#include "trialcalc/stopping.hpp"

#include <algorithm>
#include <cmath>

#include "stats/numeric/distributions.hpp"

namespace trialcalc {

namespace {

__extension__ using Int128 = __int128;

Int128 floor_divide(Int128 a, Int128 b) { return a / b - (a % b < 0 ? 1 : 0); }

/// P(X = k), also for a risk of 0 or 1.
double point(const FutureArm& arm, std::int64_t k) {
  if (arm.risk <= 0) return k == 0 ? 1 : 0;
  if (arm.risk >= 1) return k == arm.patients ? 1 : 0;
  const double events = static_cast<double>(k), others = static_cast<double>(arm.patients - k);
  return std::exp(numeric::log_choose(arm.patients, k) + events * std::log(arm.risk) +
                  others * std::log1p(-arm.risk));
}

/// X d < l n, in whole numbers: the largest such X is ceil(l n / d) - 1.
Int128 largest_below(const FutureArm& arm, const Fraction& limit) {
  const Int128 product = static_cast<Int128>(limit.numerator) * arm.patients;
  return -floor_divide(-product, limit.denominator) - 1;
}

/// The largest X that is not above n1 (y / n2 + l / d), in whole numbers; below 0 where there is none.
Int128 largest_not_above(const FutureArm& experimental, std::int64_t y, const FutureArm& control,
                         const Fraction& limit) {
  const Int128 bound =
      static_cast<Int128>(experimental.patients) *
      (static_cast<Int128>(y) * limit.denominator + static_cast<Int128>(limit.numerator) * control.patients);
  return floor_divide(bound, static_cast<Int128>(control.patients) * limit.denominator);
}

}  // namespace

double probability_below(const FutureArm& arm, const Fraction& limit) {
  const Int128 largest = largest_below(arm, limit);
  if (largest < 0) return 0;
  if (largest >= arm.patients) return 1;
  return numeric::binomial_cdf(static_cast<std::int64_t>(largest), arm.patients, arm.risk);
}

double probability_difference_above(const FutureArm& experimental, const FutureArm& control,
                                    const Fraction& limit) {
  double probability = 0;
  for (std::int64_t y = 0; y <= control.patients; ++y) {
    const double weight = point(control, y);
    if (weight == 0) continue;
    const Int128 at_most = largest_not_above(experimental, y, control, limit);
    if (at_most < 0)
      probability += weight;
    else if (at_most < experimental.patients)
      probability += weight * numeric::binomial_upper(static_cast<std::int64_t>(at_most) + 1,
                                                      experimental.patients, experimental.risk);
  }
  return probability;
}

Working below_working(const FutureArm& arm, const Fraction& limit) {
  return {{{"most events that meet the rule", "k", "ceil(l n) - 1",
            static_cast<double>(largest_below(arm, limit))},
           {"probability of no more", "", "P(X <= k)", probability_below(arm, limit)}},
          {}};
}

Working difference_above_working(const FutureArm& experimental, const FutureArm& control,
                                 const Fraction& limit) {
  double pairs = 0;
  for (std::int64_t y = 0; y <= control.patients; ++y)
    pairs += static_cast<double>(
        std::clamp<Int128>(experimental.patients - largest_not_above(experimental, y, control, limit), 0,
                           static_cast<Int128>(experimental.patients) + 1));
  return {
      {{"pairs of counts that meet the rule", "", "", pairs},
       {"their probabilities together", "", "", probability_difference_above(experimental, control, limit)}},
      {}};
}

}  // namespace trialcalc
