#include "stats/unconditional/common_risk.hpp"

#include <algorithm>
#include <cmath>

#include "stats/numeric/distributions.hpp"
#include "stats/unconditional/binomial_window.hpp"
#include "stats/unconditional/supremum.hpp"

namespace trialcalc::unconditional {

namespace {

constexpr double unit = 0x1p-53;

/// Sum over s of Bin(s; N, risk) h(s).
class Mixture {
 public:
  explicit Mixture(const std::vector<Scaled>& heights)
      : binomial_(static_cast<std::int64_t>(heights.size()) - 1) {
    Scaled highest;
    for (const Scaled& height : heights)
      if (ratio(height, highest) > 1) highest = height;
    highest.rescale();
    exponent_ = highest.exponent;
    for (const Scaled& height : heights) {
      h_.push_back(std::ldexp(height.mantissa, height.exponent - exponent_));
      ceiling_ = std::max(ceiling_, h_.back());
    }
  }

  /// P(risk) = value * 2^exponent.
  double operator()(double risk) const {
    binomial_.weigh(risk, window_);
    double sum = 0;
    for (std::size_t s = window_.first; s <= window_.last; ++s) sum += window_.weight[s] * h_[s];
    return sum / window_.total;
  }
  int exponent() const { return exponent_; }
  double ceiling() const { return ceiling_; }
  std::int64_t n() const { return static_cast<std::int64_t>(h_.size()) - 1; }

 private:
  Binomial binomial_;
  mutable BinomialWindow window_;
  std::vector<double> h_;
  int exponent_ = 0;
  double ceiling_ = 0;
};

/// Rounding of the heights: four walks of N steps or less each way, and their tails.
double height_error(std::int64_t n) {
  return unit * (16 * static_cast<double>(n) + 100 * std::sqrt(static_cast<double>(n)));
}

/// Rounding of the weights: at most 20 sqrt(N) + 60 of them each way, four roundings a step, and the sums.
double weight_error(std::int64_t n) { return unit * (12 * (20 * std::sqrt(static_cast<double>(n)) + 60)); }

Curve curve_of(const Mixture& mixture) {
  const std::int64_t n = mixture.n();
  const double log_half = std::log(mixture.ceiling() / 2);
  Curve curve;
  curve.value = [&mixture](double risk) { return mixture(risk); };
  curve.log_bound = [log_half, n](Range disc) {
    return log_half + log_binomial_bound(disc.low, disc.high, n);
  };
  curve.ceiling = mixture.ceiling();
  curve.relative_error = height_error(n) + weight_error(n);
  // The slope is at most N times the ceiling, and a risk is rounded to 2 units; 1e-17 for the weights left
  // out.
  curve.absolute_error = mixture.ceiling() * (2 * unit * static_cast<double>(n) + 1e-17);
  return curve;
}

/// Clopper and Pearson's limits at level 1 - gamma, or everything.
Range risks(const TwoByTwo& table, double gamma) {
  if (!(gamma > 0)) return {0, 1};
  const double m = static_cast<double>(table.events()), n = static_cast<double>(table.patients());
  return {m == 0 ? 0 : numeric::beta_quantile(gamma / 2, m, n - m + 1),
          m == n ? 1 : 1 - numeric::beta_quantile(gamma / 2, n - m, m + 1)};
}

/// The heights that count within some of the risks: by Hoeffding's inequality the sum of Bin(s; N, risk) over
/// s further than sqrt(50 N) from N risk is below 2 exp(-100), which is far below gamma's last digit.
std::vector<Scaled> within(std::vector<Scaled> heights, Range risks) {
  const double n = static_cast<double>(heights.size()) - 1, margin = std::sqrt(50 * n);
  for (std::size_t s = 0; s < heights.size(); ++s) {
    const double events = static_cast<double>(s);
    if (events < n * risks.low - margin || events > n * risks.high + margin) heights[s] = {};
  }
  return heights;
}

}  // namespace

double log_binomial_bound(double low, double high, std::int64_t n) {
  const double y = (high - low) / 2;
  const auto corner = [y](double x) {
    return std::sqrt(x * x + y * y) + std::sqrt((1 - x) * (1 - x) + y * y);
  };
  return static_cast<double>(n) * std::log(std::max({1.0, corner(low), corner(high)}));
}

TestResult maximise_common_risk(const TwoByTwo& table, const std::vector<Scaled>& heights,
                                const TestOptions& options) {
  const Range range = risks(table, options.berger_boos);
  const Mixture mixture(options.berger_boos > 0 ? within(heights, range) : heights);
  const Supremum found = supremum(curve_of(mixture), range);
  TestResult result;
  const double p = std::ldexp(found.value, mixture.exponent()) + options.berger_boos;
  result.p = std::min(1.0, p);
  result.log_p = options.berger_boos > 0 ? std::log(result.p)
                                         : std::log(found.value) + mixture.exponent() * std::log(2.0);
  result.log_p = std::min(0.0, result.log_p);
  result.nuisance = found.at;
  result.p_error = p >= 1 ? 0 : std::ldexp(found.error, mixture.exponent());
  return result;
}

TestResult every_table_counts() {
  TestResult result;
  result.nuisance = 0;
  result.p_error = 0;
  return result;
}

}  // namespace trialcalc::unconditional
