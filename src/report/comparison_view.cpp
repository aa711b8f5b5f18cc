#include "report/comparison_view.hpp"

#include <algorithm>
#include <utility>

#include "report/comparison_cells.hpp"
#include "report/comparison_notes.hpp"
#include "report/plain_text.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

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
