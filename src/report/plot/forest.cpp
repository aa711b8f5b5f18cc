#include "report/plot/forest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "report/result_text.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

std::string arm_name(const TrialArm* arm, std::string_view role) {
  return arm && !arm->name.empty() ? arm->name : std::string(role);
}

/// "in one arm only": why an outcome has no two by two table.
std::string no_table_reason(const OutcomeResult& result) {
  const Outcome& outcome = *result.outcome;
  switch (outcome.kind) {
    case OutcomeKind::time_to_event:
      for (const Beside& item : result.printed)
        if (item.kind == Beside::Kind::other_effect && item.effect == "hazard-ratio")
          return "as reported: HR " + item.text;
      return "needs the patients' times";
    case OutcomeKind::categorical:
      return "more than two categories";
    case OutcomeKind::continuous:
      return "a continuous outcome";
    case OutcomeKind::binary:
      break;
  }
  const bool one_arm = std::any_of(result.rows.begin(), result.rows.end(), [](const CategoryResult& row) {
    return row.experimental.counts.has_value() != row.control.counts.has_value();
  });
  return one_arm ? "counts in one arm only" : "no counts for the arms";
}

/// An effect of two arms could stand there: others are left out unless they are asked for.
bool comparable(const OutcomeResult& result) {
  return result.comparison.has_value() || result.outcome->kind == OutcomeKind::time_to_event;
}

ForestRow row_of(const OutcomesView& view, std::size_t index, Measure measure) {
  const OutcomeResult& result = view.results[index];
  ForestRow row{.name = result.outcome->name, .direction = result.outcome->direction};
  const MeasureResult* found = result.comparison ? result.comparison->find(measure) : nullptr;
  if (!found) {
    row.reason = no_table_reason(result);
    return row;
  }
  row.experimental = result.comparison->table.experimental;
  row.control = result.comparison->table.control;
  if (!found->not_estimable.empty()) {
    row.reason = no_number(found->not_estimable);
    return row;
  }
  row.estimate = found->estimate;
  const MethodInterval* interval = found->intervals.empty() ? nullptr : &found->intervals[0];
  if (interval && interval->interval.estimate) row.estimate = interval->interval.estimate;
  if (interval && interval->interval.not_estimable.empty())
    row.interval = interval->interval;
  else if (interval)
    row.reason = "no interval: " + std::string(interval->interval.not_estimable);
  row.number = measure_text(*found, row.interval ? interval : nullptr, comparison_view(view, index));
  if (const std::size_t unit = row.number.find(" pp"); unit != std::string::npos) row.number.erase(unit, 3);
  return row;
}

/// The levels and methods of the intervals, where they are the same in all rows.
std::string interval_words(const OutcomesView& view, Measure measure) {
  std::set<std::string> names, methods;
  for (const OutcomeResult& result : view.results) {
    const MeasureResult* found = result.comparison ? result.comparison->find(measure) : nullptr;
    if (!found || found->intervals.empty()) continue;
    methods.insert(std::string(found->intervals[0].method->name));
    names.insert(interval_name(*found->intervals[0].method, result.comparison->level));
  }
  if (names.size() == 1) return *names.begin() + " interval";
  return methods.empty() ? "" : *methods.begin() + " interval at the level of each report";
}

Axis axis_of(const std::vector<ForestRow>& rows, Measure measure) {
  constexpr double least_difference = 0.1;
  Shown shown;
  for (const ForestRow& row : rows) {
    if (!row.estimate) continue;
    shown.points.push_back(*row.estimate);
    if (row.interval) shown.limits.insert(shown.limits.end(), {row.interval->lower, row.interval->upper});
  }
  return measure == Measure::risk_difference ? difference_axis(shown, least_difference) : ratio_axis(shown);
}

/// Left of the null line the experimental arm has fewer events.
void name_sides(Forest& forest) {
  std::set<Direction> directions;
  for (const ForestRow& row : forest.rows)
    if (row.estimate) directions.insert(row.direction);
  const bool one = directions.size() == 1 && !directions.contains(Direction::neutral);
  const bool fewer_is_better = directions.contains(Direction::fewer_is_better);
  const std::string& with_fewer = !one || fewer_is_better ? forest.experimental : forest.control;
  const std::string& with_more = !one || fewer_is_better ? forest.control : forest.experimental;
  forest.left = (one ? "favours " : "fewer events with ") + with_fewer;
  forest.right = (one ? "favours " : "fewer events with ") + with_more;
  forest.mixed = fewer_is_better && directions.contains(Direction::more_is_better);
}

/// "Outcomes without a row: 3 (counts in one arm only); 1 (more than two categories)."
std::string left_out(const std::map<std::string, std::size_t>& reasons) {
  std::string list;
  for (const auto& [reason, count] : reasons)
    list += (list.empty() ? "" : "; ") + std::to_string(count) + " (" + reason + ")";
  return list.empty() ? "" : "Outcomes without a row: " + list + ".";
}

}  // namespace

Forest forest_of(const OutcomesView& view, Measure measure, ForestRows rows) {
  Forest forest;
  forest.title = view.trial.name.empty() ? view.trial.id : view.trial.name;
  forest.measure = std::string(measure_name(measure));
  if (measure == Measure::risk_difference) {
    forest.unit = ", percentage points";
    forest.scale = 100;
  }
  forest.interval = interval_words(view, measure);
  forest.experimental = arm_name(view.arms.experimental, "experimental");
  forest.control = arm_name(view.arms.control, "control");
  forest.null = no_effect(measure);
  if (!view.styles.empty()) forest.style = view.styles.front();
  std::map<std::string, std::size_t> reasons;
  for (std::size_t i = 0; i < view.results.size(); ++i) {
    if (rows == ForestRows::all || comparable(view.results[i]))
      forest.rows.push_back(row_of(view, i, measure));
    else
      ++reasons[no_table_reason(view.results[i])];
  }
  forest.axis = axis_of(forest.rows, measure);
  forest.has_estimates = std::any_of(forest.rows.begin(), forest.rows.end(),
                                     [](const ForestRow& row) { return row.estimate.has_value(); });
  name_sides(forest);
  if (forest.mixed) forest.notes.push_back("\u25B2 more is better, \u25BC fewer is better.");
  if (const std::string note = left_out(reasons); !note.empty()) forest.notes.push_back(note);
  return forest;
}

}  // namespace trialcalc::report
