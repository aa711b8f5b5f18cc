#include "report/tidy.hpp"

#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

std::string unrounded(const std::optional<double>& value) {
  return value ? report::unrounded(*value) : std::string();
}

/// What an interval belongs to.
struct Quantity {
  std::string id, key;
  double estimate = 0;
  std::string_view not_estimable;
};

void add_interval_row(Grid& grid, const Quantity& quantity, const MethodInterval& result) {
  const Interval& interval = result.interval;
  const bool none = !interval.not_estimable.empty();
  const std::string estimate = interval.estimate                ? unrounded(interval.estimate)
                               : quantity.not_estimable.empty() ? report::unrounded(quantity.estimate)
                                                                : std::string();
  grid.add({quantity.id, quantity.key, std::string(result.method->key), estimate,
            none ? "" : report::unrounded(interval.lower), none ? "" : report::unrounded(interval.upper), "",
            "", "", std::string(none ? interval.not_estimable : quantity.not_estimable)});
}

void add_interval_rows(Grid& grid, const Quantity& quantity, const std::vector<MethodInterval>& intervals) {
  for (const MethodInterval& interval : intervals) add_interval_row(grid, quantity, interval);
}

void add_test(Grid& grid, const std::string& id, const std::string& quantity, const MethodTest& test) {
  const TestResult& result = test.result;
  const bool none = !result.not_estimable.empty();
  grid.add({id, quantity, std::string(test.method->key), "", "", "", unrounded(result.statistic),
            unrounded(result.df), none ? "" : report::unrounded(result.p), std::string(result.not_estimable),
            unrounded(result.p_error), unrounded(result.nuisance), std::string(result.note)});
}

std::string margin_quantity(const MarginTest& test) {
  std::string text = "p-margin";
  for (const double margin : test.margins) text += ' ' + report::unrounded(margin);
  return text + ' ' + std::string(measure_key(test.measure)) + ' ' + std::string(alternative_key(test));
}

}  // namespace

std::string unrounded(double value) {
  std::string text;
  JsonWriter(text, JsonLayout::compact).value(value);
  if (text.starts_with('"')) text = text.substr(1, text.size() - 2);
  return text;
}

Grid tidy_columns() {
  Grid grid;
  for (const char* name : {"id", "quantity", "method", "estimate", "lower", "upper", "statistic", "df", "p",
                           "reason", "p_error", "nuisance", "note"})
    grid.columns.push_back({name, Align::left});
  return grid;
}

void add_count_rows(Grid& grid, const std::string& id, const TwoByTwo& table) {
  const auto count = [&](const char* quantity, std::int64_t value) {
    grid.add({id, quantity, "", std::to_string(value)});
  };
  count("events-experimental", table.experimental.events);
  count("total-experimental", table.experimental.total);
  count("events-control", table.control.events);
  count("total-control", table.control.total);
}

void add_result_rows(Grid& grid, const std::string& id, const Comparison& comparison) {
  grid.add({id, "level", "", unrounded(comparison.level)});
  const RiskResult &experimental = comparison.experimental, &control = comparison.control;
  add_interval_rows(grid, {id, "risk-experimental", experimental.estimate, {}}, experimental.intervals);
  add_interval_rows(grid, {id, "risk-control", control.estimate, {}}, control.intervals);
  for (const MeasureResult& measure : comparison.measures)
    add_interval_rows(
        grid, {id, std::string(measure_key(measure.measure)), measure.estimate, measure.not_estimable},
        measure.intervals);
  for (const MethodTest& test : comparison.tests) add_test_row(grid, id, test);
  for (const MarginTest& test : comparison.margin_tests) add_test(grid, id, margin_quantity(test), test.test);
}

void add_comparison_rows(Grid& grid, const Comparison& comparison, const ComparisonLabels& labels) {
  add_count_rows(grid, labels.id, comparison.table);
  add_result_rows(grid, labels.id, comparison);
}

void add_analysis_rows(Grid& grid, const Analysis& analysis) {
  grid.add({"", "level", "", unrounded(analysis.level)});
  for (const AnalysedMeasure& measure : analysis.measures)
    add_interval_rows(grid, {"", std::string(measure.key), measure.estimate, measure.not_estimable},
                      measure.intervals);
  for (const MethodTest& test : analysis.tests) add_test_row(grid, "", test);
  for (const MethodTest& test : analysis.homogeneity_tests) add_test(grid, "", "p-homogeneity", test);
}

void add_test_row(Grid& grid, const std::string& id, const MethodTest& test) {
  add_test(grid, id, "p-" + std::string(alternative_key(test.alternative)), test);
}

}  // namespace trialcalc::report
