#include "stats/strata/conditional.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "stats/numeric/root.hpp"
#include "stats/two_arms/cells.hpp"

namespace trialcalc::strata {

namespace {

constexpr double max_steps = 4e8;
constexpr std::int64_t max_length = 2'000'000;
/// The logarithm of an odds ratio that a search does not go beyond.
constexpr double widest_log = 690;

/// Least and greatest a that the margins of a stratum allow.
struct Range {
  std::int64_t least, greatest;
};

Range range_of(const TwoByTwo& stratum) {
  const std::int64_t m = stratum.events();
  return {std::max<std::int64_t>(0, m - stratum.control.total), std::min(stratum.experimental.total, m)};
}

/// P(a) for every a of one stratum: ratios outward from the mode, then divided by their sum.
std::vector<double> stratum_distribution(const TwoByTwo& stratum, double odds) {
  const auto [least, greatest] = range_of(stratum);
  const auto n1 = static_cast<double>(stratum.experimental.total),
             n2 = static_cast<double>(stratum.control.total);
  const auto m = static_cast<double>(stratum.events());
  const auto ratio = [&](std::int64_t a) {  // P(a + 1) / P(a)
    const auto x = static_cast<double>(a);
    return odds * ((n1 - x) / (x + 1)) * ((m - x) / (n2 - m + x + 1));
  };
  std::int64_t low = least, high = greatest;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (ratio(middle) >= 1)
      low = middle + 1;
    else
      high = middle;
  }
  std::vector<double> p(static_cast<std::size_t>(greatest - least + 1));
  const auto index = [least = least](std::int64_t a) { return static_cast<std::size_t>(a - least); };
  p[index(low)] = 1;
  for (std::int64_t a = low; a < greatest; ++a) p[index(a + 1)] = p[index(a)] * ratio(a);
  for (std::int64_t a = low; a > least; --a) p[index(a - 1)] = p[index(a)] / ratio(a - 1);
  double sum = 0;
  for (const double value : p) sum += value;
  for (double& value : p) value /= sum;
  return p;
}

std::vector<double> convolution(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<double> sum(x.size() + y.size() - 1);
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < y.size() && x[i] > 0; ++j) sum[i + j] += x[i] * y[j];
  return sum;
}

double searched(const std::function<double(double)>& falling, double start) {
  double low = start - 1, high = start + 1;
  for (double step = 1; falling(high) > 0 && high < widest_log; step *= 2) high += step;
  for (double step = 1; falling(low) < 0 && low > -widest_log; step *= 2) low -= step;
  return std::exp(numeric::find_root(falling, low, high));
}

}  // namespace

Conditional::Parts Conditional::at(double log_odds) const {
  // Relative to the observed sum, so that nothing that matters leaves the range of a double.
  const double tilt = std::exp(std::clamp(log_odds - centre, -widest_log, widest_log));
  Parts parts;
  parts.own = p[observed];
  double factor = 1;
  for (std::size_t i = observed + 1; i < p.size() && (factor *= tilt) < 1e280; ++i) {
    const double weight = p[i] * factor;
    parts.above += weight;
    parts.excess += weight * static_cast<double>(i - observed);
  }
  factor = 1;
  for (std::size_t i = observed; i-- > 0 && (factor /= tilt) < 1e280;) {
    const double weight = p[i] * factor;
    parts.below += weight;
    parts.excess -= weight * static_cast<double>(observed - i);
  }
  const double sum = parts.below + parts.own + parts.above;
  return {parts.below / sum, parts.own / sum, parts.above / sum, parts.excess / sum};
}

double near_log_odds(Strata strata) {
  double ad = 0, bc = 0;
  for (const TwoByTwo& stratum : strata) {
    if (stratum.events() == 0 || stratum.events() == stratum.patients()) continue;
    const two_arms::Cells x(stratum);
    ad += (x.a + 0.5) * ((x.d + 0.5) / (x.total() + 2));
    bc += (x.b + 0.5) * ((x.c + 0.5) / (x.total() + 2));
  }
  return std::clamp(std::log(ad / bc), -14.0, 14.0);
}

std::optional<Conditional> conditional_distribution(Strata strata, double log_odds) {
  Conditional result{{1}, 0, log_odds};
  double steps = 0;
  std::int64_t length = 1;
  for (const TwoByTwo& stratum : strata) {
    const auto [least, greatest] = range_of(stratum);
    steps += static_cast<double>(length) * static_cast<double>(greatest - least + 1);
    length += greatest - least;
    if (steps > max_steps || length > max_length) return {};
  }
  for (const TwoByTwo& stratum : strata) {
    result.p = convolution(result.p, stratum_distribution(stratum, std::exp(log_odds)));
    result.observed += static_cast<std::size_t>(stratum.experimental.events - range_of(stratum).least);
  }
  return result;
}

Interval conditional_interval(Strata strata, const Confidence& confidence, double own) {
  const auto distribution = conditional_distribution(strata, near_log_odds(strata));
  if (!distribution) return Interval::none(too_long_reason);
  if (distribution->p.size() == 1) return Interval::none(no_information_reason);
  if (!(distribution->p[distribution->observed] > 0)) return Interval::none(too_unlike_reason);
  const bool least = distribution->observed == 0,
             greatest = distribution->observed + 1 == distribution->p.size();
  const double tail = confidence.alpha() / 2, centre = distribution->centre;
  const auto upper = [&](double log_odds) {
    const auto parts = distribution->at(log_odds);
    return parts.below + own * parts.own - tail;
  };
  const auto lower = [&](double log_odds) {
    const auto parts = distribution->at(log_odds);
    return tail - parts.above - own * parts.own;
  };
  const auto excess = [&](double log_odds) { return -distribution->at(log_odds).excess; };
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {least ? 0 : searched(lower, centre),
          greatest ? infinity : searched(upper, centre),
          least      ? 0
          : greatest ? infinity
                     : searched(excess, centre),
          {}};
}

}  // namespace trialcalc::strata
