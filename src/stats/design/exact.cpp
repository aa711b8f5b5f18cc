#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "stats/design/methods.hpp"
#include "stats/numeric/distributions.hpp"
#include "stats/two_by_two/hypergeometric.hpp"

namespace trialcalc::design {

namespace {

constexpr double largest_n1 = 3000, scanned_from_one = 200, margin_below_pooled = 0.9;
/// Binomial probabilities beyond so many standard deviations are below 1e-17 together.
constexpr double far = 9;

/// The probabilities of the counts that are not negligible: first, first + 1, ...
struct Binomial {
  std::int64_t first;
  std::vector<double> probability;

  Binomial(std::int64_t n, double p) {
    const double size = static_cast<double>(n), mean = size * p,
                 reach = far * std::sqrt(mean * (1 - p)) + far;
    first = std::max<std::int64_t>(0, static_cast<std::int64_t>(mean - reach));
    const auto last = std::min(n, static_cast<std::int64_t>(mean + reach));
    for (std::int64_t k = first; k <= last; ++k) {
      const double events = static_cast<double>(k);
      probability.push_back(
          std::exp(numeric::log_choose(n, k) + events * std::log(p) + (size - events) * std::log1p(-p)));
    }
  }
  std::int64_t last() const { return first + static_cast<std::int64_t>(probability.size()) - 1; }
  double operator()(std::int64_t k) const { return probability[static_cast<std::size_t>(k - first)]; }
};

std::int64_t whole(double n) { return static_cast<std::int64_t>(std::ceil(n - 1e-9)); }

}  // namespace

/// Power of Fisher's two-sided exact test with given group sizes: no approximation.
///
/// Formula  sum over the tables with P <= alpha of Bin(a; n1, p1) Bin(c; n2, p2)
/// Given    plan  p1, p2 in (0, 1); alpha.  size  rounded up to whole patients
/// Returns  power; both directions of rejection count
/// Error    1e-12: tables with probability below 1e-17 together are left out
/// Source   Casagrande, Pike & Smith 1978, Appl Stat 27:176 (AS 129); Gail & Gart 1973, Biometrics 29:441
double exact_power(const ProportionPlan& plan, const SampleSize& size) {
  const std::int64_t n1 = whole(size.n1), n2 = whole(size.n2);
  const Binomial experimental(n1, plan.p1), control(n2, plan.p2);
  std::vector<double> probabilities, p_values;
  double power = 0;
  for (std::int64_t m = experimental.first + control.first; m <= experimental.last() + control.last(); ++m) {
    const two_by_two::Hypergeometric margins(n1, n2, m);
    margins.probabilities(probabilities);
    margins.fisher_p_values(probabilities, p_values);
    const std::int64_t low = std::max(experimental.first, m - control.last());
    const std::int64_t high = std::min(experimental.last(), m - control.first);
    for (std::int64_t a = low; a <= high; ++a)
      if (p_values[static_cast<std::size_t>(a - margins.low())] <= plan.alpha)
        power += experimental(a) * control(m - a);
  }
  return power;
}

/// The smallest size with which Fisher's exact test has the power.
///
/// Formula  least n1 with exact_power(n1, k n1) >= power, n2 = k n1 rounded up
/// Returns  whole patients per arm; power is not monotone in n, and a little larger n1 may have less
/// Edges    not computed (NaN) where the pooled formula asks for more than 3000 patients in an arm
/// Error    all n1 are tried up to 200; above that from nine tenths of the pooled formula's n1 on
/// Source   Haseman 1978, Biometrics 34:106
SampleSize exact(const ProportionPlan& plan) {
  const double approximate = pooled(plan).n1;
  if (!(approximate <= largest_n1) || !(plan.ratio * approximate <= largest_n1)) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    return {none, none};
  }
  double n1 = approximate <= scanned_from_one ? 1 : std::floor(margin_below_pooled * approximate);
  const auto size = [&] { return SampleSize{n1, std::ceil(plan.ratio * n1 - 1e-9)}; };
  while (exact_power(plan, size()) < plan.power) ++n1;
  return size();
}

Working exact_working(const ProportionPlan& plan) {
  const SampleSize size = exact(plan);
  if (std::isnan(size.n1)) return {};
  const double fewer = size.n1 - 1;
  Working working{{{"patients of the first arm", "n1", "", size.n1},
                   {"power of this size, over all tables with P <= alpha", "", "", exact_power(plan, size)}},
                  {}};
  if (fewer > 0)
    working.steps.push_back({"power with one patient fewer in the first arm", "", "",
                             exact_power(plan, {fewer, std::ceil(plan.ratio * fewer - 1e-9)})});
  return working;
}

Working exact_power_working(const ProportionPlan& plan, const SampleSize& size) {
  return {{{"power, over all tables with P <= alpha", "", "", exact_power(plan, size)}}, {}};
}

}  // namespace trialcalc::design
