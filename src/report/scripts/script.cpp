#include "report/scripts/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/number_style.hpp"
#include "report/plain_text.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

struct Writer {
  std::string_view format;
  std::string (*write)(const Script&);
};

constexpr Writer writers[] = {
    {"r", r_script}, {"python", python_script}, {"sas", sas_script}, {"stata", stata_script}};

constexpr std::string_view formats[] = {"r", "python", "sas", "stata"};

ScriptFamily family_of(Measure measure) {
  switch (measure) {
    case Measure::risk_ratio:
      return ScriptFamily::risk_ratio;
    case Measure::odds_ratio:
      return ScriptFamily::odds_ratio;
    case Measure::nnt:
      return ScriptFamily::nnt;
    case Measure::risk_difference:
      break;
  }
  return ScriptFamily::risk_difference;
}

/// Adds the items of one comparison to its part.
class Items {
 public:
  explicit Items(ScriptPart& part) : part_(part) {}

  /// `item` has its family, label and reason.
  void add_estimate(ScriptItem item, double value) {
    if (std::isinf(value)) item.reason = "its denominator is 0";
    if (item.reason.empty()) item.ours = {value};
    part_.items.push_back(std::move(item));
  }

  void add_limits(ScriptItem item, const MethodInterval& one) {
    item.method = one.method;
    item.label += ", " + interval_name(*one.method, part_.level);
    item.reason = one.interval.not_estimable;
    if (item.reason.empty()) item.ours = {one.interval.lower, one.interval.upper};
    part_.items.push_back(std::move(item));
  }

  void add_test(ScriptFamily family, const MethodTest& test) {
    ScriptItem item{.family = family, .method = test.method};
    item.label = fmt::format("P, {}", test.method->name);
    item.reason = test.result.not_estimable;
    if (item.reason.empty()) item.ours = {test.result.p};
    part_.items.push_back(std::move(item));
  }

 private:
  ScriptPart& part_;
};

void add_risk(Items& items, const ScriptItem& item, const RiskResult& risk) {
  items.add_estimate(item, risk.estimate);
  for (const MethodInterval& one : risk.intervals) items.add_limits(item, one);
}

std::string_view kind_reason(const OutcomeResult& result) {
  switch (result.outcome->kind) {
    case OutcomeKind::time_to_event:
      return "needs the patients' times";
    case OutcomeKind::continuous:
      return "needs a mean with its SD in both arms";
    case OutcomeKind::categorical:
      return "needs the counts of all categories in both arms";
    case OutcomeKind::binary:
      break;
  }
  return "needs the counts of both arms";
}

ScriptPart part_without_comparison(const OutcomeResult& result) {
  ScriptPart part{.name = result.outcome->name, .level = result.level};
  const bool table = result.table.has_value();
  if (table) part.data = *result.table;
  if (result.means) part.data = *result.means;
  if (result.tests.empty()) part.left_out.emplace_back(kind_reason(result));
  Items items(part);
  for (const MethodTest& test : result.tests) {
    part.alternative = test.alternative;
    const bool one_sided = test.alternative != Alternative::two_sided && test.result.not_estimable.empty();
    if (table && one_sided)
      part.left_out.push_back(fmt::format("P, {}: one-sided", test.method->name));
    else
      items.add_test(table ? ScriptFamily::table_test : ScriptFamily::mean_test, test);
  }
  return part;
}

/// What a character becomes in a name that stands in comments and strings of every language.
char safe(char c) {
  constexpr std::string_view from = "\"`\\$*{}", to = "''/Sx()";
  const std::size_t found = from.find(c);
  return found == std::string_view::npos ? c : to[found];
}

}  // namespace

ScriptPart script_part(const Comparison& comparison, const std::string& name) {
  ScriptPart part{.name = name,
                  .data = comparison.table,
                  .level = comparison.level,
                  .alternative = comparison.alternative};
  Items items(part);
  add_risk(items, {.label = "risk, experimental"}, comparison.experimental);
  add_risk(items, {.of_control = true, .label = "risk, control"}, comparison.control);
  for (const MeasureResult& measure : comparison.measures) {
    const ScriptItem item{.family = family_of(measure.measure),
                          .label = lower_case(std::string(measure_name(measure.measure)))};
    ScriptItem estimate = item;
    estimate.reason = measure.not_estimable;
    items.add_estimate(std::move(estimate), measure.estimate);
    for (const MethodInterval& one : measure.intervals) items.add_limits(item, one);
  }
  for (const MethodTest& test : comparison.tests) items.add_test(ScriptFamily::test, test);
  for (const MarginTest& one : comparison.margin_tests)
    part.left_out.push_back(
        fmt::format("P against a margin, {} ({})", one.test.method->name, margin_text(one, NumberStyle{})));
  return part;
}

ScriptPart script_part(const OutcomeResult& result, const ComparedArms& arms) {
  ScriptPart part = result.comparison ? script_part(*result.comparison, result.outcome->name)
                                      : part_without_comparison(result);
  if (arms.experimental) part.experimental = arms.experimental->name;
  if (arms.control) part.control = arms.control->name;
  return part;
}

std::span<const std::string_view> script_formats() { return formats; }

bool is_script(std::string_view format) {
  return std::find(std::begin(formats), std::end(formats), format) != std::end(formats);
}

std::string write_script(std::string_view format, const Script& script) {
  for (const Writer& writer : writers)
    if (writer.format == format) return writer.write(script);
  return {};
}

std::string safe_name(std::string_view name) {
  std::string text;
  for (const char c : to_ascii(clean(name))) {
    // Three slashes would join Stata's next line to a comment.
    if (c == '/' && text.ends_with('/')) text += ' ';
    text += safe(c);
  }
  return text;
}

std::string literal(double value, std::string_view infinity) {
  if (std::isinf(value)) return fmt::format("{}{}", value < 0 ? "-" : "", infinity);
  return fmt::format("{}", value);
}

bool all_cells_filled(const TwoByTwo& table) {
  const auto& [experimental, control] = table;
  return experimental.events > 0 && experimental.others() > 0 && control.events > 0 && control.others() > 0;
}

}  // namespace trialcalc::report
