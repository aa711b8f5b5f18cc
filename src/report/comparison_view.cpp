#include "report/comparison_view.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "report/plain_text.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

std::string spaced(const Counts& counts) {
  return std::to_string(counts.events) + " / " + std::to_string(counts.total);
}

std::string risk_text(const RiskResult& risk, const Counts& counts, std::size_t index,
                      const NumberStyle& style) {
  const std::string per_cent = percent_text(risk.estimate, counts.total, style) + "%";
  if (index >= risk.intervals.size()) return per_cent;
  const Interval& interval = risk.intervals[index].interval;
  if (!interval.not_estimable.empty()) return per_cent + " (" + no_number(interval.not_estimable) + ")";
  return per_cent + " (" +
         range_text(percent_text(interval.lower, counts.total, style),
                    percent_text(interval.upper, counts.total, style), style) +
         ")";
}

/// How a bound of this measure is written.
std::string bound_text(Measure measure, double bound, const ComparisonView& view) {
  if (measure == Measure::nnt) return nnt_text(bound, view.more_is_better, view.style);
  if (measure == Measure::risk_difference) return points_text(bound, view.style);
  return ratio_text(bound, view.style);
}

/// "NNTH 12.4 to ∞ to NNTB 3.3" (Altman 1998), or "3.3 to 12.4" when all of it is benefit, or harm.
std::string nnt_range(const MethodInterval& result, const ComparisonView& view) {
  const Interval& interval = result.interval;
  std::string first = bound_text(Measure::nnt, interval.lower, view);
  std::string last = bound_text(Measure::nnt, interval.upper, view);
  if (result.through_infinity) {
    if (first.starts_with("NNTB")) std::swap(first, last);
    return first + " to \u221E to " + last;
  }
  if (std::abs(interval.lower) > std::abs(interval.upper)) std::swap(first, last);
  // Both are benefit, or both harm, as the estimate says before them.
  for (std::string* bound : {&first, &last})
    if (bound->starts_with("NNT")) bound->erase(0, std::string_view("NNTB ").size());
  return first + " to " + last;
}

std::string interval_text(Measure measure, const MethodInterval& result, const ComparisonView& view) {
  if (measure == Measure::nnt) return nnt_range(result, view);
  return bounds_text(
      result.interval, [&](double bound) { return bound_text(measure, bound, view); }, view.style);
}

/// One line of the results: what, recomputed, and the method.
struct Line {
  std::string what, value, method_name;
  const Method* method = nullptr;
};

/// Puts lines and the values printed for them beside each other.
class ResultRows {
 public:
  ResultRows(Grid& grid, const ComparisonView& view) : grid_(grid), view_(view) {}

  void add(const std::vector<Line>& lines, std::vector<const Beside*> printed) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Beside* match = take(printed, lines[i].method);
      // What no method prints stands beside the first, the default.
      if (!match && i == 0) match = take(printed, nullptr);
      add_row(lines[i], match);
    }
    for (const Beside* rest : printed) add_row({}, rest);
  }

 private:
  static const Beside* take(std::vector<const Beside*>& printed, const Method* method) {
    const auto found =
        std::find_if(printed.begin(), printed.end(), [&](const Beside* b) { return b->method == method; });
    if (found == printed.end()) return nullptr;
    const Beside* result = *found;
    printed.erase(found);
    return result;
  }

  void add_row(const Line& line, const Beside* printed) {
    if (view_.printed.empty()) return grid_.add({line.what, line.value, line.method_name});
    const bool marked = printed && printed->reproduced;
    grid_.add({line.what, line.value, printed ? printed->text : "-",
               marked ? mark(*printed->reproduced) : GridCell(), line.method_name});
  }

  Grid& grid_;
  const ComparisonView& view_;
};

std::vector<const Beside*> printed_for(const ComparisonView& view, Beside::Kind kind, Measure measure = {}) {
  std::vector<const Beside*> result;
  for (const Beside& item : view.printed)
    if (item.kind == kind && (kind != Beside::Kind::measure || item.measure == measure))
      result.push_back(&item);
  return result;
}

std::vector<Line> measure_lines(const MeasureResult& measure, const ComparisonView& view) {
  std::vector<Line> lines;
  for (const MethodInterval& interval : measure.intervals)
    lines.push_back({lines.empty() ? std::string(measure_name(measure.measure)) : "",
                     measure_text(measure, &interval, view),
                     interval_name(*interval.method, view.comparison.level), interval.method});
  if (lines.empty())
    lines.push_back(
        {std::string(measure_name(measure.measure)), measure_text(measure, nullptr, view), "", nullptr});
  return lines;
}

std::vector<Line> test_lines(const ComparisonView& view) {
  std::vector<Line> lines;
  for (const MethodTest& test : view.comparison.tests)
    lines.push_back({lines.empty() ? p_label(view.style, view.comparison.alternative) : "",
                     test_text(test.result, view.style), std::string(test.method->name), test.method});
  return lines;
}

std::vector<Line> margin_lines(const ComparisonView& view) {
  std::vector<Line> lines;
  for (const MarginTest& one : view.comparison.margin_tests)
    lines.push_back({lines.empty() ? std::string(view.style.p_word) + " (margin)" : "",
                     test_text(one.test.result, view.style),
                     margin_text(one, view.style) + ": " + std::string(one.test.method->name),
                     one.test.method});
  return lines;
}

/// "12 fewer" or "8 more" of 100 patients.
std::string per_hundred(double difference, const NumberStyle& style) {
  const std::string size = points_text(std::abs(difference), style);
  return size + (difference < 0 ? " fewer" : " more");
}

std::string sentence(const ComparisonView& view) {
  const MeasureResult* difference = view.comparison.find(Measure::risk_difference);
  if (!difference || difference->intervals.empty()) return {};
  const Interval& interval = difference->intervals[0].interval;
  if (!interval.not_estimable.empty()) return {};
  NumberStyle whole = view.style;
  whole.digits = 0;
  return "Of 100 patients, " + per_hundred(difference->estimate, whole) + " have the event (" +
         per_hundred(interval.lower, whole) + " to " + per_hundred(interval.upper, whole) + ").";
}

std::string count_reproduced(const ComparisonView& view) {
  std::size_t marked = 0, good = 0;
  for (const Beside& item : view.printed) {
    marked += item.reproduced.has_value();
    good += item.reproduced.value_or(false);
  }
  if (marked == 0) return {};
  std::set<std::string> places;
  for (const Beside& item : view.printed) places.insert(item.places.begin(), item.places.end());
  std::string list;
  for (const std::string& place : places) list += (list.empty() ? "" : "; ") + place;
  return std::to_string(good) + " of " + std::to_string(marked) + " printed values reproduced (" + list +
         ").";
}

std::vector<std::string> notes_of(const ComparisonView& view) {
  std::vector<std::string> notes;
  for (const std::string& note : {sentence(view), count_reproduced(view)})
    if (!note.empty()) notes.push_back(note);
  for (const MethodTest& test : view.comparison.tests)
    if (const std::string note = test_note(test); !note.empty()) notes.push_back(note);
  return notes;
}

std::string name_or(const ArmLabel& label, std::string_view role) {
  return label.name.empty() ? std::string(role) : label.name;
}

GridCell printed_cell(const Beside& item) {
  std::string text = item.text;
  if (item.reproduced) text += *item.reproduced ? " \u2713" : " \u2717";
  return {text, !item.reproduced ? Tone::none : *item.reproduced ? Tone::good : Tone::bad};
}

/// The first that is reproduced, for the others say the same in fewer words, and all that are not.
std::vector<const Beside*> worth_showing(std::vector<const Beside*> printed) {
  bool seen = false;
  std::erase_if(printed, [&](const Beside* item) {
    const bool good = item->reproduced.value_or(false);
    return good && std::exchange(seen, true);
  });
  return printed;
}

void add_printed_risks(Grid& grid, const ComparisonView& view) {
  const auto experimental = worth_showing(printed_for(view, Beside::Kind::experimental_risk));
  const auto control = worth_showing(printed_for(view, Beside::Kind::control_risk));
  for (std::size_t i = 0; i < std::max(experimental.size(), control.size()); ++i)
    grid.add({i == 0 ? "Reported" : "", i < experimental.size() ? printed_cell(*experimental[i]) : GridCell(),
              i < control.size() ? printed_cell(*control[i]) : GridCell()});
}

std::size_t first_width(const Grid& grid) {
  std::size_t width = std::string_view("Risk difference").size();
  for (const GridRow& row : grid.rows) width = std::max(width, display_width(row.cells.at(0).text));
  return width;
}

}  // namespace

GridCell mark(bool reproduced) {
  return reproduced ? GridCell("\u2713", Tone::good) : GridCell("\u2717", Tone::bad);
}

std::string measure_text(const MeasureResult& measure, const MethodInterval* result,
                         const ComparisonView& view) {
  return estimate_text(
      {.estimate = measure.estimate,
       .not_estimable = measure.not_estimable,
       .number = [&](double value) { return bound_text(measure.measure, value, view); },
       .range = [&](const MethodInterval& one) { return interval_text(measure.measure, one, view); },
       .unit = measure.measure == Measure::risk_difference ? " pp" : ""},
      result);
}

Grid arms_grid(const ComparisonView& view) {
  const Comparison& comparison = view.comparison;
  Grid grid;
  grid.columns = {{"", Align::left},
                  {name_or(view.labels.experimental, "Experimental"), Align::centre},
                  {name_or(view.labels.control, "Control"), Align::centre}};
  grid.add({"Events / patients", spaced(comparison.table.experimental), spaced(comparison.table.control)});
  for (std::size_t i = 0; i < comparison.experimental.intervals.size(); ++i)
    grid.add({"Risk (" + interval_name(*comparison.experimental.intervals[i].method, comparison.level) + ")",
              risk_text(comparison.experimental, comparison.table.experimental, i, view.style),
              risk_text(comparison.control, comparison.table.control, i, view.style)});
  add_printed_risks(grid, view);
  return grid;
}

Grid results_grid(const ComparisonView& view) {
  Grid grid;
  if (view.printed.empty())
    grid.columns = {{"", Align::left}, {"", Align::left}, {"", Align::left, true}};
  else
    grid.columns = {{"", Align::left},
                    {"Recomputed", Align::centre},
                    {"Reported", Align::centre},
                    {"", Align::left},
                    {"", Align::left, true}};
  ResultRows rows(grid, view);
  for (const MeasureResult& measure : view.comparison.measures)
    rows.add(measure_lines(measure, view), printed_for(view, Beside::Kind::measure, measure.measure));
  rows.add(test_lines(view), printed_for(view, Beside::Kind::p));
  rows.add(margin_lines(view), {});
  wrap_reasons(grid, 1);
  return grid;
}

std::string comparison_text(const ComparisonView& view, const TextLook& look) {
  Grid arms = arms_grid(view), results = results_grid(view);
  // Beside printed values there is no room to line up with the table above.
  if (view.printed.empty()) results.columns[0].at_least = arms.columns[0].at_least = first_width(arms);
  arms.title = view.title;
  results.notes = notes_of(view);
  return to_text(arms, look) + "\n" + to_text(results, look);
}

std::vector<Grid> comparison_grids(const ComparisonView& view) {
  Grid arms = arms_grid(view), results = results_grid(view);
  arms.title = view.title;
  results.notes = notes_of(view);
  return {std::move(arms), std::move(results)};
}

}  // namespace trialcalc::report
