// All outcomes of a trial as one table.
#include <algorithm>

#include "report/outcome_rows.hpp"

namespace trialcalc::report {

namespace {

/// The row of a binary outcome in the table of all: effect and P with marks.
GridCell effect_cell(const OutcomesView& view, std::size_t index) {
  const OutcomeResult& result = view.results[index];
  if (!result.comparison || result.comparison->measures.empty()) {
    for (const Beside& item : result.printed)
      if (item.kind == Beside::Kind::other_effect)
        return {(item.effect == "hazard-ratio" ? std::string("HR") : effect_name(item.effect)) + " " +
                item.text};
    return {};
  }
  const MeasureResult& measure = result.comparison->measures[0];
  ComparisonView one = comparison_view(view, index);
  one.style.to = "-";
  const bool none = !measure.not_estimable.empty();
  const bool no_interval = measure.intervals.empty() || !measure.intervals[0].interval.not_estimable.empty();
  if (none) return {"-"};
  std::string text = measure_text(measure, no_interval ? nullptr : &measure.intervals[0], one);
  for (const Beside& item : result.printed) {
    if (item.kind != Beside::Kind::measure || item.measure != measure.measure || !item.reproduced) continue;
    return {text + (*item.reproduced ? " \u2713" : " \u2717"), *item.reproduced ? Tone::good : Tone::bad};
  }
  return {text};
}

std::string first_p(const OutcomeResult& result, const NumberStyle& style) {
  const TestResult* test = nullptr;
  const Method* method = nullptr;
  const auto consider = [&](const Method* candidate, const TestResult& outcome, const Method* wanted) {
    if (!test || candidate == wanted) {
      test = &outcome;
      method = candidate;
    }
  };
  const Method* wanted = nullptr;
  for (const Beside& item : result.printed)
    if (item.kind == Beside::Kind::p && item.method && !wanted) wanted = item.method;
  if (result.comparison)
    for (const MethodTest& one : result.comparison->tests) consider(one.method, one.result, wanted);
  for (const MethodTest& one : result.tests) consider(one.method, one.result, wanted);
  if (!test) return {};
  return test->not_estimable.empty() ? p_text(test->p, style) : "-";
}

/// ".25 ✓" where the printed P is reproduced, ".59 (.58 ✗)" where it is not.
GridCell p_cell(const OutcomeResult& result, const NumberStyle& style) {
  const std::string ours = first_p(result, style);
  std::string others;
  Tone tone = Tone::none;
  for (const Beside& item : result.printed) {
    if (item.kind != Beside::Kind::p) continue;
    if (item.reproduced.value_or(false)) {
      if (tone == Tone::none) tone = Tone::good;
      continue;
    }
    others += (others.empty() ? "" : ", ") + item.text;
    if (item.reproduced) {
      others += " \u2717";
      tone = Tone::bad;
    }
  }
  std::string text = ours + (tone == Tone::good ? " \u2713" : "");
  if (!others.empty()) text += (text.empty() ? "(" : " (") + others + ")";
  return {text, tone};
}

/// The total's cell stands under both arms where the arms have none of their own.
GridCell or_total(const CellResult& cell, const CellResult& total, const NumberStyle& style, bool first) {
  if (cell.counts || !total.counts || !first) return cell_of(cell, style);
  return {cell_of(total, style).text + " in all"};
}

void add_rows_of(Grid& grid, const OutcomesView& view, std::size_t index) {
  const OutcomeResult& result = view.results[index];
  const NumberStyle& style = view.styles[index];
  const Outcome& outcome = *result.outcome;
  const std::vector<GridCell> end = {effect_cell(view, index), p_cell(result, style)};
  if (outcome.kind == OutcomeKind::binary && has_counts(result.rows.at(0))) {
    const CategoryResult& row = result.rows[0];
    grid.add({outcome.name, or_total(row.experimental, row.total, style, true), cell_of(row.control, style),
              end[0], end[1]});
    return;
  }
  grid.add({outcome.name, "", "", end[0], end[1]});
  for (const CategoryResult& row : result.rows)
    if (has_counts(row))
      grid.add({"-\u00A0" + row.name, or_total(row.experimental, row.total, style, true),
                cell_of(row.control, style)});
  if (any_counts(result)) return;
  Grid printed;
  add_printed_rows(printed, view, outcome, "-\u00A0");
  for (GridRow& row : printed.rows) {
    if (row.cells[1].text.empty() && row.cells[2].text.empty())
      row.cells[1].text = row.cells[3].text + " in all";
    row.cells.resize(3);
    grid.rows.push_back(std::move(row));
  }
}

}  // namespace

Grid outcomes_grid(const OutcomesView& view) {
  Grid grid;
  grid.title = view.trial.name.empty() ? view.trial.id : view.trial.name;
  std::string effect = "Effect";
  for (const OutcomeResult& result : view.results)
    if (result.comparison && !result.comparison->measures.empty()) {
      effect = std::string(measure_name(result.comparison->measures[0].measure));
      break;
    }
  grid.columns = {{"Outcome", Align::left, true},
                  {view.arms.experimental ? view.arms.experimental->name : "Experimental", Align::left},
                  {view.arms.control ? view.arms.control->name : "Control", Align::left},
                  {effect, Align::left},
                  {"P", Align::left}};
  for (std::size_t i = 0; i < view.results.size(); ++i) add_rows_of(grid, view, i);
  grid.notes = {
      "Events/patients (%). \u2713 what was printed is reproduced; \u2717 it is not. "
      "In brackets, as printed: another value, or one that cannot be recomputed (as HR, a hazard ratio). "
      "'compare TRIAL --outcome ID' shows one outcome with its methods."};
  return grid;
}

}  // namespace trialcalc::report
