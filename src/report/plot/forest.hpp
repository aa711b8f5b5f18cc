#pragma once
// The forest plot of a trial's outcomes: what it shows, and its writers for terminal and SVG.

#include <optional>
#include <string>
#include <vector>

#include "report/outcome_view.hpp"
#include "report/plot/axis.hpp"
#include "report/plot/svg.hpp"

namespace trialcalc::report {

struct ForestRow {
  std::string name;
  Direction direction = Direction::neutral;
  std::optional<Counts> experimental, control;
  std::optional<double> estimate;
  std::optional<Interval> interval;
  std::string number;  ///< "0.65 (0.31 to 1.37)"; empty without an estimate
  std::string reason;  ///< why there is no estimate or no interval
};

/// Which outcomes have a row: those that two arms have in common, or, named one by one, all.
enum class ForestRows { comparable, all };

struct Forest {
  std::string title;     ///< the trial
  std::string measure;   ///< "Risk ratio"
  std::string unit;      ///< ", percentage points"
  std::string interval;  ///< "95% Katz log interval"
  std::string experimental, control;
  double null = 1;
  Axis axis;
  double scale = 1;   ///< numbers are written as so many times the value: 100 for percentage points
  NumberStyle style;  ///< of the axis
  std::vector<ForestRow> rows;
  std::string left, right;         ///< what lies on either side of the null line: "favours CRS-HIPEC alone"
  bool mixed = false;              ///< more is better for some outcomes and fewer for others: rows say which
  bool has_estimates = false;      ///< else there is nothing for an axis to show
  std::vector<std::string> notes;  ///< what has no row
};

/// Given  results of one and the same measure, not the number needed to treat, with at most one interval each
Forest forest_of(const OutcomesView& view, Measure measure, ForestRows rows);

/// One row an outcome, within the look's width (40 or more).
std::string forest_text(const Forest& forest, const TextLook& look);
std::string forest_svg(const Forest& forest, const SvgLook& look);

}  // namespace trialcalc::report
