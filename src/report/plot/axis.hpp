#pragma once
// The axis of a picture, shared by terminal and SVG: its range, where values stand on it, and its ticks.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "report/number_style.hpp"

namespace trialcalc::report {

/// From `low` to `high`; logarithmic for ratios and P values.
struct Axis {
  bool logarithmic = false;
  double low = 0, high = 1;

  /// 0 at `low`, 1 at `high`; values beyond the ends stand at the ends.
  double position(double value) const;
  bool holds(double value) const { return low <= value && value <= high; }
};

/// Round values that lie on the axis, at most so many: 0.1 0.2 0.5 1 2 5, or every 2, 5, 10 ... units.
std::vector<double> ticks(const Axis& axis, std::size_t most);

/// "0.5", "20": as short as the value is, with the style's decimal point.
std::string tick_text(double value, const NumberStyle& style);

/// What an axis has to show: the points always, the limits only as far as they leave the picture readable.
struct Shown {
  std::vector<double> points, limits;
};

/// From 0.5 to 2 at least; limits outside 0.1 to 10 are left to arrows.
Axis ratio_axis(const Shown& shown);
/// Holds 0 and a little on both sides of it; `least` is the smallest half of its length.
Axis difference_axis(const Shown& shown, double least);

}  // namespace trialcalc::report
