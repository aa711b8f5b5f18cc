#include <algorithm>
#include <cmath>
#include <optional>

#include "stats/means/standardised.hpp"
#include "stats/numeric/distributions.hpp"
#include "stats/numeric/root.hpp"

namespace trialcalc::means {

namespace {

/// Further out the series of the non-central t has too many terms.
constexpr double furthest = 6e4;

/// The non-centrality at which t is the quantile of this probability; nothing where it is too far out.
std::optional<double> noncentrality(double t, double df, double probability) {
  if (std::abs(t) > furthest) return {};
  const auto excess = [&](double delta) {
    return numeric::noncentral_student_cdf(t, df, delta) - probability;
  };
  // The cdf falls as delta rises. A normal start, widened until it holds the root.
  const double error = std::sqrt(1 + t * t / (2 * df));
  const auto within = [](double delta) { return std::clamp(delta, -furthest, furthest); };
  double low = within(t - error), high = within(t + error);
  for (double step = error; excess(low) < 0 && low > -furthest; step *= 2) low = within(low - step);
  for (double step = error; excess(high) > 0 && high < furthest; step *= 2) high = within(high + step);
  if (excess(low) < 0 || excess(high) > 0) return {};
  return numeric::find_root(excess, low, high);
}

}  // namespace

/// Cohen's d with the exact interval, from the non-central t distribution.
///
/// Formula  delta sqrt(1/n1 + 1/n2) for the two delta where P(T(df, delta) <= t) is 1 - alpha/2 and alpha/2,
///          t = d / sqrt(1/n1 + 1/n2)
/// Given    means       mean, SD and n of each arm, in one unit
///          confidence  two-sided level
/// Returns  bounds in standard deviations; the estimate is d
/// Edges    n1 + n2 < 3, both SD 0, or a limit beyond 60,000 standard errors: not estimable
/// Error    solved to the accuracy of Boost's non-central t, about 1e-10
/// Source   Steiger & Fouladi 1997, in: What If There Were No Significance Tests?; Hedges & Olkin 1985, 5.E
Interval noncentral_t(const TwoMeans& means, const Confidence& confidence) {
  const Standardised result = standardised(means);
  if (!result.reason.empty()) return Interval::none(result.reason);
  const double unit = std::sqrt(result.unit_variance), t = result.d / unit, tail = confidence.alpha() / 2;
  const auto lower = noncentrality(t, result.df, 1 - tail), upper = noncentrality(t, result.df, tail);
  if (!lower || !upper) return Interval::none("too far from zero for the non-central t distribution");
  return {*lower * unit, *upper * unit, result.d, {}};
}

}  // namespace trialcalc::means
