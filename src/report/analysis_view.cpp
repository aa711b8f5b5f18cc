#include "report/analysis_view.hpp"

#include "report/comparison_json.hpp"
#include "report/result_text.hpp"
#include "report/tidy.hpp"

namespace trialcalc::report {

namespace {

/// Decimals of a standardised difference.
constexpr int standardised_decimals = 2;

std::string value_text(Scale scale, double value, const AnalysisView& view) {
  const NumberStyle& style = view.style;
  switch (scale) {
    case Scale::proportion:
      return percent_text(value, view.people, style);
    case Scale::difference_of_proportions:
      return points_text(value, style);
    case Scale::data_unit:
      return fixed_text(value, view.unit_decimals, style);
    case Scale::standard_deviations:
      return fixed_text(value, standardised_decimals, style);
    case Scale::ratio:
      break;
  }
  return ratio_text(value, style);
}

std::string_view unit_of(Scale scale) {
  if (scale == Scale::proportion) return "%";
  if (scale == Scale::difference_of_proportions) return " pp";
  return scale == Scale::standard_deviations ? " SD" : "";
}

std::string measure_cell(const AnalysedMeasure& measure, const MethodInterval& interval,
                         const AnalysisView& view) {
  const auto number = [&](double value) { return value_text(measure.scale, value, view); };
  return estimate_text(
      {.estimate = measure.estimate,
       .not_estimable = measure.not_estimable,
       .number = number,
       .range = [&](const MethodInterval& one) { return bounds_text(one.interval, number, view.style); },
       .unit = unit_of(measure.scale)},
      &interval);
}

void add_tests(Grid& grid, const std::string& label, const std::vector<MethodTest>& tests,
               const AnalysisView& view) {
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const MethodTest& test = tests[i];
    const std::string statistic = statistic_text(test.result);
    grid.add({i == 0 ? label : "", test_text(test.result, view.style),
              std::string(test.method->name) + (statistic.empty() ? "" : ": " + statistic)});
    if (const std::string note = test_note(test); !note.empty()) grid.notes.push_back(note);
  }
}

Grid results_grid(const AnalysisView& view) {
  Grid grid;
  grid.columns = {{"", Align::left}, {"", Align::left}, {"", Align::left, true}};
  for (const AnalysedMeasure& measure : view.analysis.measures)
    for (std::size_t i = 0; i < measure.intervals.size(); ++i)
      grid.add({i == 0 ? std::string(measure.name) : "", measure_cell(measure, measure.intervals[i], view),
                interval_name(*measure.intervals[i].method, view.analysis.level)});
  const std::vector<MethodTest>& tests = view.analysis.tests;
  if (!tests.empty()) add_tests(grid, p_label(view.style, tests[0].alternative), tests, view);
  add_tests(grid, std::string(view.style.p_word) + " (homogeneity)", view.analysis.homogeneity_tests, view);
  wrap_reasons(grid, 1);
  return grid;
}

void write_measures(JsonWriter& json, const std::vector<AnalysedMeasure>& measures) {
  json.key("measures").begin_object();
  for (const AnalysedMeasure& measure : measures) {
    json.key(measure.key).begin_object();
    write_estimate(json, measure.estimate, measure.not_estimable, measure.intervals);
    json.end_object();
  }
  json.end_object();
}

void write_tests(JsonWriter& json, const Analysis& analysis) {
  json.key("tests").begin_array();
  for (const MethodTest& test : analysis.tests) write_test(json, test);
  for (const MethodTest& test : analysis.homogeneity_tests) write_test(json, test);
  json.end_array();
}

}  // namespace

void write_results(JsonWriter& json, const Analysis& analysis) {
  if (!analysis.measures.empty()) write_measures(json, analysis.measures);
  write_tests(json, analysis);
}

std::string analysis_text(const AnalysisView& view, const TextLook& look) {
  return to_text(view.data, look) + "\n" + to_text(results_grid(view), look);
}

std::vector<Grid> analysis_grids(const AnalysisView& view) { return {view.data, results_grid(view)}; }

std::string analysis_csv(const Analysis& analysis) {
  Grid grid = tidy_columns();
  add_analysis_rows(grid, analysis);
  return to_csv(grid);
}

std::string analysis_json(const AnalysisView& view) {
  const Analysis& analysis = view.analysis;
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("schema", "trialcalc/" + view.kind + "/1").member("level", analysis.level);
  view.write_data(json);
  const bool single = view.kind == "proportion";
  if (single) {
    const AnalysedMeasure& measure = analysis.measures.at(0);
    write_estimate(json, measure.estimate, measure.not_estimable, measure.intervals);
  } else {
    write_results(json, analysis);
  }
  json.end_object();
  return text + '\n';
}

std::string explain_analysis(const AnalysisView& view, const TextLook& look) {
  std::size_t index = 0;
  const auto next = [&] { return index < view.workings.size() ? view.workings[index++] : Working(); };
  std::string text;
  for (const AnalysedMeasure& measure : view.analysis.measures)
    for (const MethodInterval& one : measure.intervals)
      text += explanation({*one.method, std::string(measure.name), view.symbols, next()}, one.interval);
  for (const MethodTest& test : view.analysis.tests)
    text += explanation({*test.method, "P", view.symbols, next()}, test.result);
  for (const MethodTest& test : view.analysis.homogeneity_tests)
    text += explanation({*test.method, "P of homogeneity", view.symbols, next()}, test.result);
  return in_lines(text, look);
}

}  // namespace trialcalc::report
