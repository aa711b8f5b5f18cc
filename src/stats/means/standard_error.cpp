#include "stats/means/standard_error.hpp"

#include <cmath>
#include <utility>

#include "stats/numeric/distributions.hpp"

namespace trialcalc::means {

namespace {
double real(std::int64_t n) { return static_cast<double>(n); }
}  // namespace

double pooled_sd(const TwoMeans& means) {
  const auto& [x, y] = means;
  const double df = real(x.n - 1) + real(y.n - 1);
  // hypot: the square of a huge or tiny SD is out of range before the SD itself is.
  return std::hypot(x.n > 1 ? x.sd * std::sqrt(real(x.n - 1) / df) : 0,
                    y.n > 1 ? y.sd * std::sqrt(real(y.n - 1) / df) : 0);
}

StandardError pooled_standard_error(const TwoMeans& means) {
  const auto& [x, y] = means;
  if (x.n < 1 || y.n < 1 || x.n + y.n < 3) return {0, 0, too_few_reason};
  const double sd = pooled_sd(means);
  if (sd == 0) return {0, 0, no_spread_reason};
  return {sd * std::sqrt(1 / real(x.n) + 1 / real(y.n)), real(x.n + y.n - 2), {}};
}

StandardError welch_standard_error(const TwoMeans& means) {
  const auto& [x, y] = means;
  if (x.n < 2 || y.n < 2) return {0, 0, too_few_reason};
  const double first = x.sd / std::sqrt(real(x.n)), second = y.sd / std::sqrt(real(y.n));
  const double value = std::hypot(first, second);
  if (value == 0) return {0, 0, no_spread_reason};
  const double share = first / value * (first / value), rest = second / value * (second / value);
  const double df = 1 / (share * share / real(x.n - 1) + rest * rest / real(y.n - 1));
  return {value, df, {}};
}

Working test_working(const TwoMeans& means, const StandardError& error, std::vector<Step> steps,
                     Alternative alternative) {
  const double t = (means.experimental.mean - means.control.mean) / error.value;
  steps.push_back({"statistic", "T", "(mean1 - mean2) / SE", t});
  constexpr std::string_view two_sided =
      "twice the area of the t distribution on df degrees of freedom beyond T";
  constexpr std::string_view less = "the area of the t distribution on df degrees of freedom below T";
  constexpr std::string_view greater = "the area of the t distribution on df degrees of freedom above T";
  return {std::move(steps), alternative == Alternative::two_sided ? two_sided
                            : alternative == Alternative::less    ? less
                                                                  : greater};
}

Working limits_working(const StandardError& error, std::vector<Step> steps, const Confidence& confidence) {
  const double quantile = -numeric::student_quantile(confidence.alpha() / 2, error.df);
  steps.push_back({"quantile of Student's t on df degrees of freedom at the level", "t", "", quantile});
  return {std::move(steps), "mean1 - mean2 -+ t SE"};
}

}  // namespace trialcalc::means
