// Outcomes of a trial for programs: JSON and CSV.
#include "report/outcome_rows.hpp"
#include "report/tidy.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

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
  if (any_counts(result)) {
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

void write_comparison(JsonWriter& json, const OutcomesView& view, std::size_t index) {
  begin_comparison(json, *view.results[index].comparison, comparison_view(view, index).labels);
  write_printed(json, view.results[index]);
  json.end_object();
}

}  // namespace

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
