#include "stats/means/standardised.hpp"

#include <cmath>

#include "stats/means/standard_error.hpp"

namespace trialcalc::means {

namespace {

constexpr double most_standard_deviations = 1e9;
constexpr std::string_view hardly_any_spread_reason =
    "standard deviations of almost zero beside the difference";

}  // namespace

Standardised standardised(const TwoMeans& means) {
  const StandardError error = pooled_standard_error(means);
  if (!error.reason.empty()) return {0, 0, 0, 0, error.reason};
  const auto n1 = static_cast<double>(means.experimental.n), n2 = static_cast<double>(means.control.n);
  const double difference = means.experimental.mean - means.control.mean;
  const double d = difference / pooled_sd(means);
  if (!(std::abs(d) <= most_standard_deviations)) return {0, 0, 0, 0, hardly_any_spread_reason};
  return {d, 1 / n1 + 1 / n2, error.df, n1 + n2, {}};
}

Interval large_sample_interval(const Standardised& standardised, double value, const Confidence& confidence) {
  const double variance = standardised.unit_variance + value * value / (2 * standardised.people);
  const double margin = confidence.z() * std::sqrt(variance);
  return {value - margin, value + margin, value, {}};
}

}  // namespace trialcalc::means
