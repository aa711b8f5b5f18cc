#include "report/plot/axis.hpp"

#include <algorithm>
#include <cmath>

namespace trialcalc::report {

namespace {

/// 10 to a whole power, the same double that the decimal literal is.
double power_of_ten(int power) { return power < 0 ? 1 / std::pow(10.0, -power) : std::pow(10.0, power); }

int decade_of(double value) { return static_cast<int>(std::floor(std::log10(value) + 1e-9)); }

/// The multiples in each decade, or in every so many decades, that ticks are made of; the densest first.
struct LogSteps {
  std::vector<int> multiples;
  int decades;
};

const std::vector<LogSteps>& log_steps() {
  static const std::vector<LogSteps> steps = {{{1, 2, 5}, 1}, {{1, 3}, 1}, {{1}, 1},  {{1}, 2},
                                              {{1}, 5},       {{1}, 20},   {{1}, 100}};
  return steps;
}

std::vector<double> log_ticks(const Axis& axis, const LogSteps& steps) {
  std::vector<double> values;
  for (int decade = decade_of(axis.low); decade <= decade_of(axis.high); ++decade) {
    if (decade % steps.decades != 0) continue;
    for (const int multiple : steps.multiples)
      if (const double value =
              decade < 0 ? multiple / power_of_ten(-decade) : multiple * power_of_ten(decade);
          axis.holds(value))
        values.push_back(value);
  }
  return values;
}

/// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
  const double unit = power_of_ten(decade_of(least));
  for (const double step : {unit, 2 * unit, 5 * unit})
    if (step >= least * (1 - 1e-9)) return step;
  return 10 * unit;
}

std::vector<double> linear_ticks(const Axis& axis, std::size_t most) {
  const double step = round_step((axis.high - axis.low) / static_cast<double>(most));
  std::vector<double> values;
  for (auto i = std::llround(std::ceil(axis.low / step - 1e-9));
       static_cast<double>(i) * step <= axis.high * (1 + 1e-9) + 1e-12; ++i)
    values.push_back(static_cast<double>(i) * step);
  return values;
}

/// The next value outward of the series 1 2 5 10.
double round_down(double value) {
  const double unit = power_of_ten(decade_of(value));
  for (const double step : {5 * unit, 2 * unit})
    if (step <= value * (1 + 1e-9)) return step;
  return unit;
}

double round_up(double value) { return 1 / round_down(1 / value); }

}  // namespace

double Axis::position(double value) const {
  if (value <= low) return 0;
  if (value >= high) return 1;
  if (logarithmic) return std::log(value / low) / std::log(high / low);
  return (value - low) / (high - low);
}

std::vector<double> ticks(const Axis& axis, std::size_t most) {
  if (!axis.logarithmic) return linear_ticks(axis, most);
  std::vector<double> values;
  for (const LogSteps& steps : log_steps()) {
    values = log_ticks(axis, steps);
    if (values.size() <= most) break;
  }
  return values;
}

std::string tick_text(double value, const NumberStyle& style) {
  NumberStyle plain = style;
  plain.digits.reset();
  const std::string shortest = short_text(value);
  const std::size_t point = shortest.find('.');
  if (shortest.find('e') != std::string::npos) {
    const int decade = decade_of(std::abs(value));
    return short_text(value / power_of_ten(decade)) + "e" + std::to_string(decade);
  }
  return fixed_text(value, point == std::string::npos ? 0 : static_cast<int>(shortest.size() - point - 1),
                    plain);
}

Axis ratio_axis(const Shown& shown) {
  constexpr double narrowest = 2, widest = 10;
  double low = 1 / narrowest, high = narrowest;
  const auto include = [&](double value, double within) {
    if (value >= 1 / within && value < low) low = std::max(value, 1e-300);
    if (value <= within && value > high) high = value;
  };
  for (const double limit : shown.limits) include(limit, widest);
  for (const double limit : shown.limits) {
    if (limit < 1 / widest) low = std::min(low, 1 / widest);
    if (limit > widest) high = std::max(high, widest);
  }
  for (const double point : shown.points)
    if (point > 0 && std::isfinite(point)) include(point, 1e300);
  return {true, round_down(low), round_up(high)};
}

Axis difference_axis(const Shown& shown, double least) {
  double low = -least, high = least;
  for (const auto* values : {&shown.points, &shown.limits}) {
    for (const double value : *values) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  const double step = round_step((high - low) / 10);
  return {false, std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step};
}

}  // namespace trialcalc::report
