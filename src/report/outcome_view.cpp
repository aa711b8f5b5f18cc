#include "report/outcome_view.hpp"

#include <algorithm>

#include "report/plain_text.hpp"
#include "report/tidy.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

ArmLabel label_of(const TrialArm* arm) { return arm ? ArmLabel{arm->id, arm->name} : ArmLabel{}; }

/// "Risk ratio" of "risk-ratio".
std::string effect_name(std::string key) {
  std::replace(key.begin(), key.end(), '-', ' ');
  if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
  return key;
}

std::string counts_text(const Counts& counts, const NumberStyle& style) {
  return std::to_string(counts.events) + "/" + std::to_string(counts.total) + " (" +
         percent_text(counts.risk(), counts.total, style) + ")";
}

/// Marked only where what is printed is not reproduced: most are.
GridCell cell_of(const CellResult& cell, const NumberStyle& style) {
  if (!cell.counts) return {};
  const bool differs = cell.reproduced && !*cell.reproduced;
  return {counts_text(*cell.counts, style) + (differs ? " \u2717" : ""), differs ? Tone::bad : Tone::none};
}

/// A printed cell in words: "317 (SD 122)", "41.7 (36.2-53.8)", "86.9%".
std::string printed_cell(const Cell& cell) {
  std::string text;
  const auto add = [&](const std::string& value, const std::string& before, const std::string& after) {
    if (!value.empty()) text += (text.empty() ? "" : " ") + before + value + after;
  };
  add(cell.count, "", cell.n.empty() ? "" : "/" + cell.n);
  add(cell.percent, text.empty() ? "" : "(", text.empty() ? "%" : "%)");
  add(cell.mean, "", "");
  add(cell.sd, "(SD ", ")");
  add(cell.median, "", "");
  if (!cell.lower.empty() || !cell.upper.empty()) add(cell.lower + "-" + cell.upper, "(", ")");
  add(cell.range, "(range ", ")");
  add(cell.iqr, "(IQR ", ")");
  return text;
}

std::string printed_row_name(const Outcome& outcome, const ReportedRow& row) {
  if (!row.label.empty()) return row.label;
  for (const Category& category : outcome.categories)
    if (category.id == row.category) return category.name;
  if (!row.category.empty()) return effect_name(row.category);
  const bool has_mean = std::any_of(row.cells.begin(), row.cells.end(),
                                    [](const auto& cell) { return !cell.second.mean.empty(); });
  const std::string unit = outcome.unit.empty() ? "" : ", " + outcome.unit;
  return (has_mean ? "Mean" : outcome.kind == OutcomeKind::binary ? "Events" : "Median") + unit;
}

GridCell cell_in(const ReportedRow& row, const TrialArm* arm) {
  const auto found = arm ? row.cells.find(arm->id) : row.cells.end();
  return found == row.cells.end() ? GridCell() : GridCell(printed_cell(found->second));
}

bool has_counts(const CategoryResult& row) {
  return row.experimental.counts || row.control.counts || row.total.counts;
}

bool any_total(const OutcomeResult& result) {
  return std::any_of(result.rows.begin(), result.rows.end(),
                     [](const CategoryResult& row) { return row.total.counts.has_value(); });
}

/// The printed rows of an outcome without counts, each different one once.
void add_printed_rows(Grid& grid, const OutcomesView& view, const Outcome& outcome,
                      const std::string& indent) {
  std::vector<std::vector<std::string>> seen;
  for (const Reported& reported : outcome.reported) {
    for (const ReportedRow& row : reported.rows) {
      const auto total = row.cells.find(std::string(total_column));
      std::vector<GridCell> cells = {indent + printed_row_name(outcome, row),
                                     cell_in(row, view.arms.experimental), cell_in(row, view.arms.control)};
      if (cells[1].text.empty() && cells[2].text.empty() && total == row.cells.end()) continue;
      cells.emplace_back(total == row.cells.end() ? "" : printed_cell(total->second));
      std::vector<std::string> texts;
      for (const GridCell& cell : cells) texts.push_back(cell.text);
      if (std::find(seen.begin(), seen.end(), texts) != seen.end()) continue;
      seen.push_back(texts);
      grid.add(std::move(cells));
    }
  }
}

Grid counts_grid(const OutcomesView& view, const OutcomeResult& result, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"", Align::left},
                  {view.arms.experimental ? view.arms.experimental->name : "", Align::centre},
                  {view.arms.control ? view.arms.control->name : "", Align::centre},
                  {"Total", Align::centre}};
  if (std::any_of(result.rows.begin(), result.rows.end(), has_counts)) {
    for (const CategoryResult& row : result.rows)
      grid.add({row.name, cell_of(row.experimental, style), cell_of(row.control, style),
                cell_of(row.total, style)});
    if (!any_total(result)) grid.columns.pop_back();
  } else {
    add_printed_rows(grid, view, *result.outcome, "");
  }
  return grid;
}

/// Effects as printed, tests beside the printed P values.
Grid tests_grid(const OutcomeResult& result, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"", Align::left},
                  {"Recomputed", Align::centre},
                  {"Reported", Align::centre},
                  {"", Align::left},
                  {"", Align::left, true}};
  std::vector<const Beside*> p_values;
  for (const Beside& item : result.printed) {
    if (item.kind == Beside::Kind::other_effect)
      grid.add({effect_name(item.effect), "-", item.text, "", "as reported"});
    if (item.kind == Beside::Kind::p) p_values.push_back(&item);
  }
  for (std::size_t i = 0; i < std::max(result.tests.size(), p_values.size()); ++i) {
    const MethodTest* test = i < result.tests.size() ? &result.tests[i] : nullptr;
    const Beside* printed = i < p_values.size() ? p_values[i] : nullptr;
    const bool none = test && !test->result.not_estimable.empty();
    grid.add({i == 0 ? std::string(style.p_word) : "",
              !test  ? "-"
              : none ? "not estimable: " + std::string(test->result.not_estimable)
                     : p_text(test->result.p, style),
              printed ? printed->text : "-",
              printed && printed->reproduced ? mark(*printed->reproduced) : GridCell(),
              test ? std::string(test->method->name) : "as reported"});
  }
  return grid;
}

std::string note_of(const OutcomeResult& result) {
  if (result.outcome->kind == OutcomeKind::time_to_event)
    return "As reported: recomputing it needs the patients' times.";
  if (result.outcome->kind == OutcomeKind::continuous && result.tests.empty())
    return "As reported: there is no mean with its SD for both arms.";
  return {};
}

/// The grids of an outcome that has no 2 x 2 table.
std::vector<Grid> plain_grids(const OutcomesView& view, std::size_t index) {
  const OutcomeResult& result = view.results[index];
  std::vector<Grid> grids = {counts_grid(view, result, view.styles[index]),
                             tests_grid(result, view.styles[index])};
  grids[0].title = outcome_title(view.trial, *result.outcome);
  if (const std::string note = note_of(result); !note.empty()) grids[0].notes.push_back(note);
  if (grids[1].rows.empty()) grids.pop_back();
  return grids;
}

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
  if (!result.rows.empty() && std::any_of(result.rows.begin(), result.rows.end(), has_counts)) return;
  Grid printed;
  add_printed_rows(printed, view, outcome, "-\u00A0");
  for (GridRow& row : printed.rows) {
    if (row.cells[1].text.empty() && row.cells[2].text.empty())
      row.cells[1].text = row.cells[3].text + " in all";
    row.cells.resize(3);
    grid.rows.push_back(std::move(row));
  }
}

void write_printed(JsonWriter& json, const OutcomeResult& result) {
  static constexpr std::string_view kinds[] = {"risk", "risk", "", "", "p"};
  json.key("reported").begin_array();
  for (const Beside& item : result.printed) {
    const auto kind = static_cast<std::size_t>(item.kind);
    const bool is_measure = item.kind == Beside::Kind::measure;
    json.begin_object().member("kind", is_measure            ? measure_key(item.measure)
                                       : kinds[kind].empty() ? std::string_view(item.effect)
                                                             : kinds[kind]);
    if (item.kind == Beside::Kind::experimental_risk) json.member("arm", "experimental");
    if (item.kind == Beside::Kind::control_risk) json.member("arm", "control");
    json.member("text", item.text).key("places").begin_array();
    for (const std::string& place : item.places) json.value(place);
    json.end_array().member_if("reproduced", item.reproduced);
    if (item.method) json.member("method", item.method->key);
    json.end_object();
  }
  json.end_array();
}

void write_cell(JsonWriter& json, std::string_view role, const CellResult& cell) {
  if (!cell.counts) return;
  json.key(role)
      .begin_object()
      .member("events", cell.counts->events)
      .member("total", cell.counts->total)
      .end_object();
}

void write_other(JsonWriter& json, const OutcomeResult& result) {
  json.begin_object().member("id", result.outcome->id).member("kind", kind_word(result.outcome->kind));
  if (std::any_of(result.rows.begin(), result.rows.end(), has_counts)) {
    json.key("categories").begin_array();
    for (const CategoryResult& row : result.rows) {
      json.begin_object().member("id", row.id).key("arms").begin_object();
      write_cell(json, "experimental", row.experimental);
      write_cell(json, "control", row.control);
      write_cell(json, "total", row.total);
      json.end_object().end_object();
    }
    json.end_array();
  }
  json.key("tests").begin_array();
  for (const MethodTest& test : result.tests) write_test(json, test);
  json.end_array();
  write_printed(json, result);
  json.end_object();
}

}  // namespace

ComparisonView comparison_view(const OutcomesView& view, std::size_t index) {
  const OutcomeResult& result = view.results[index];
  return {.comparison = *result.comparison,
          .labels = {result.outcome->id, label_of(view.arms.experimental), label_of(view.arms.control)},
          .title = outcome_title(view.trial, *result.outcome),
          .more_is_better = result.outcome->direction == Direction::more_is_better,
          .style = view.styles[index],
          .printed = result.printed};
}

std::string outcome_text(const OutcomesView& view, std::size_t index, const TextLook& look) {
  if (view.results[index].comparison) return comparison_text(comparison_view(view, index), look);
  std::string out;
  for (const Grid& grid : plain_grids(view, index)) out += (out.empty() ? "" : "\n") + to_text(grid, look);
  return out;
}

std::vector<Grid> outcome_grids(const OutcomesView& view, std::size_t index) {
  if (view.results[index].comparison) return comparison_grids(comparison_view(view, index));
  return plain_grids(view, index);
}

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

static void write_comparison(JsonWriter& json, const OutcomesView& view, std::size_t index) {
  begin_comparison(json, *view.results[index].comparison, comparison_view(view, index).labels);
  write_printed(json, view.results[index]);
  json.end_object();
}

std::string outcomes_json(const OutcomesView& view) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("schema", "trialcalc/comparison-list/1").member("trial", view.trial.id);
  json.key("comparisons").begin_array();
  for (std::size_t i = 0; i < view.results.size(); ++i)
    if (view.results[i].comparison) write_comparison(json, view, i);
  json.end_array().key("others").begin_array();
  for (const OutcomeResult& result : view.results)
    if (!result.comparison) write_other(json, result);
  json.end_array().end_object();
  return out + '\n';
}

std::string outcomes_ndjson(const OutcomesView& view) {
  std::string out;
  for (std::size_t i = 0; i < view.results.size(); ++i) {
    if (!view.results[i].comparison) continue;
    JsonWriter json(out, JsonLayout::compact);
    write_comparison(json, view, i);
    out += '\n';
  }
  return out;
}

std::string outcomes_csv(const OutcomesView& view) {
  Grid grid = tidy_columns();
  for (std::size_t i = 0; i < view.results.size(); ++i) {
    const OutcomeResult& result = view.results[i];
    const ComparisonLabels labels{result.outcome->id, {}, {}};
    if (result.comparison) add_comparison_rows(grid, *result.comparison, labels);
    for (const MethodTest& test : result.tests) add_test_row(grid, labels.id, test);
  }
  return to_csv(grid);
}

}  // namespace trialcalc::report
