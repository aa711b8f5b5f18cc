#include "report/comparison_json.hpp"

#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

constexpr double smallest_plain_p = 1e-300;  // below it a double loses digits, and the logarithm is added

void write_intervals(JsonWriter& json, const std::vector<MethodInterval>& intervals) {
  json.key("intervals").begin_array();
  for (const MethodInterval& interval : intervals) write_interval(json, interval);
  json.end_array();
}

void write_arm(JsonWriter& json, std::string_view role, const Counts& counts, const ArmLabel& label) {
  json.key(role).begin_object();
  json.member_if("id", label.id).member_if("name", label.name);
  json.member("events", counts.events).member("total", counts.total).end_object();
}

void write_risk(JsonWriter& json, std::string_view role, const RiskResult& risk) {
  json.key(role).begin_object().member("estimate", risk.estimate);
  write_intervals(json, risk.intervals);
  json.end_object();
}

void write_measure(JsonWriter& json, const MeasureResult& measure) {
  json.key(measure_key(measure.measure)).begin_object();
  write_estimate(json, measure.estimate, measure.not_estimable, measure.intervals);
  json.end_object();
}

void write_p(JsonWriter& json, const TestResult& result) {
  if (!result.not_estimable.empty()) {
    json.key("p").null().member("reason", result.not_estimable);
    return;
  }
  json.member_if("statistic", result.statistic).member_if("df", result.df).member("p", result.p);
  if (result.p < smallest_plain_p) json.member("log_p", result.log_p);
  json.member_if("nuisance", result.nuisance)
      .member_if("p_error", result.p_error)
      .member_if("note", result.note);
}

void write_margin_test(JsonWriter& json, const MarginTest& one) {
  json.begin_object().member("method", one.test.method->key);
  json.member("alternative", alternative_key(one));
  json.member("measure", measure_key(one.measure)).key("margins").begin_array();
  for (const double margin : one.margins) json.value(margin);
  json.end_array();
  write_p(json, one.test.result);
  json.end_object();
}

}  // namespace

void write_estimate(JsonWriter& json, double estimate, std::string_view not_estimable,
                    const std::vector<MethodInterval>& intervals) {
  json.key("estimate");
  if (not_estimable.empty())
    json.value(estimate);
  else
    json.null().member("reason", not_estimable);
  write_intervals(json, intervals);
}

void write_interval(JsonWriter& json, const MethodInterval& result) {
  const Interval& interval = result.interval;
  json.begin_object().member("method", result.method->key).member_if("estimate", interval.estimate);
  if (interval.not_estimable.empty())
    json.member("lower", interval.lower).member("upper", interval.upper);
  else
    json.key("lower").null().key("upper").null().member("reason", interval.not_estimable);
  if (result.through_infinity) json.member("through_infinity", true);
  json.end_object();
}

void write_test(JsonWriter& json, const MethodTest& test) {
  json.begin_object().member("method", test.method->key);
  json.member("alternative", alternative_key(test.alternative));
  write_p(json, test.result);
  json.end_object();
}

void write_arms(JsonWriter& json, const TwoByTwo& table, const ComparisonLabels& labels) {
  json.key("arms").begin_object();
  write_arm(json, "experimental", table.experimental, labels.experimental);
  write_arm(json, "control", table.control, labels.control);
  json.end_object();
}

void write_results(JsonWriter& json, const Comparison& comparison) {
  json.key("risks").begin_object();
  write_risk(json, "experimental", comparison.experimental);
  write_risk(json, "control", comparison.control);
  json.end_object().key("measures").begin_object();
  for (const MeasureResult& measure : comparison.measures) write_measure(json, measure);
  json.end_object().key("tests").begin_array();
  for (const MethodTest& test : comparison.tests) write_test(json, test);
  for (const MarginTest& test : comparison.margin_tests) write_margin_test(json, test);
  json.end_array();
}

void begin_comparison(JsonWriter& json, const Comparison& comparison, const ComparisonLabels& labels) {
  json.begin_object().member("schema", comparison_schema).member_if("id", labels.id);
  json.member("level", comparison.level);
  write_arms(json, comparison.table, labels);
  write_results(json, comparison);
}

void write_comparison(JsonWriter& json, const Comparison& comparison, const ComparisonLabels& labels) {
  begin_comparison(json, comparison, labels);
  json.end_object();
}

}  // namespace trialcalc::report
