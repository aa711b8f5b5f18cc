#pragma once
// One comparison for a reader: text and tables. What was printed stands beside what was recomputed.

#include <optional>
#include <string>
#include <vector>

#include "report/comparison_json.hpp"
#include "report/grid.hpp"
#include "report/number_style.hpp"
#include "trialcalc/beside.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::report {

struct ComparisonView {
  const Comparison& comparison;
  ComparisonLabels labels;
  std::string title;
  bool more_is_better = false;  ///< the events are what one hopes for
  NumberStyle style;
  std::vector<Beside> printed;               ///< what reports print; empty: nothing does
  std::string event = {};                    ///< the outcome's name; empty: it has none
  Direction direction = Direction::neutral;  ///< which way the trial counts as better
  bool with_sentence = false;                ///< to paste into a report
};

/// Events and risks of both arms.
Grid arms_grid(const ComparisonView& view);
/// Measures and tests, with the printed values where there are any.
Grid results_grid(const ComparisonView& view);

/// Both grids, the notes, and how many printed values are reproduced.
std::string comparison_text(const ComparisonView& view, const TextLook& look);
std::vector<Grid> comparison_grids(const ComparisonView& view);

/// "0.65 (0.31 to 1.37)", or the reason there is no such number.
std::string measure_text(const MeasureResult& measure, const MethodInterval* interval,
                         const ComparisonView& view);

/// The sign of a printed value that was reproduced, or not, in a cell of its own.
GridCell mark(bool reproduced);

}  // namespace trialcalc::report
