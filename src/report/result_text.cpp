#include "report/result_text.hpp"

#include <cmath>

namespace trialcalc::report {

namespace {

/// Errors below this don't show in the digits of a printed P.
constexpr double visible_error = 1e-6;

std::string bound_text(Measure measure, double bound, const NumberStyle& style) {
  return measure == Measure::risk_difference ? points_text(bound, style) : ratio_text(bound, style);
}

/// Wider than any estimate with its interval.
constexpr std::size_t wide_cell = 44;

}  // namespace

std::string lower_case(std::string text) {
  const auto capital = [&](std::size_t at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
  if (capital(0) && !capital(1)) text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string no_number(std::string_view reason) { return "not estimable: " + std::string(reason); }

std::string interval_name(const Method& method, double level) {
  return level_text(level) + "% " + std::string(method.name);
}

std::string estimate_text(const EstimateWords& words, const MethodInterval* result) {
  const bool has_interval = result && result->interval.not_estimable.empty();
  std::string text;
  if (!words.not_estimable.empty()) {
    text = no_number(words.not_estimable);
  } else {
    text = words.number(result && result->interval.estimate ? *result->interval.estimate : words.estimate);
    text += words.unit;
  }
  if (has_interval) return text + " (" + words.range(*result) + ")";
  if (!result || !words.not_estimable.empty()) return text;
  return text + " (no interval: " + std::string(result->interval.not_estimable) + ")";
}

std::string bounds_text(const Interval& interval, const std::function<std::string(double)>& number,
                        const NumberStyle& style) {
  return range_text(number(interval.lower), number(interval.upper), style);
}

std::string p_label(const NumberStyle& style, Alternative alternative) {
  std::string label(style.p_word);
  if (alternative == Alternative::two_sided) return label;
  return label + " (" + std::string(alternative_key(alternative)) + ")";
}

std::string test_text(const TestResult& result, const NumberStyle& style) {
  if (!result.not_estimable.empty()) return no_number(result.not_estimable);
  return p_text(result.p, style);
}

std::string statistic_text(const TestResult& result) {
  std::string text;
  if (result.statistic) text = "statistic " + plain_text(*result.statistic);
  // Welch's degrees of freedom are not whole.
  if (result.df) text += ", df " + decimal(*result.df, *result.df == std::floor(*result.df) ? 0 : 1);
  return text;
}

std::string margin_text(const MarginTest& test, const NumberStyle& style) {
  const std::string unit = test.measure == Measure::risk_difference ? " pp" : "";
  const std::string name = lower_case(std::string(measure_name(test.measure)));
  const auto bound = [&](std::size_t i) { return bound_text(test.measure, test.margins.at(i), style); };
  if (test.margins.size() == 2) return name + " between " + bound(0) + " and " + bound(1) + unit;
  const bool less = test.test.alternative == Alternative::less;
  return name + (less ? " below " : " above ") + bound(0) + unit;
}

std::string test_note(const MethodTest& test) {
  const TestResult& result = test.result;
  std::string text(result.note);
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  if (result.p_error && *result.p_error > visible_error) add("error " + plain_text(*result.p_error));
  if (result.nuisance) add("P is largest at a common risk of " + plain_text(*result.nuisance));
  return text.empty() ? text : std::string(test.method->name) + ": " + text;
}

void wrap_reasons(Grid& grid, std::size_t column) {
  for (const GridRow& row : grid.rows)
    if (row.cells.size() > column && row.cells[column].text.size() > wide_cell)
      grid.columns[column].wraps_first = true;
}

std::string_view alternative_key(const MarginTest& test) {
  return test.margins.size() == 2 ? "equivalence" : alternative_key(test.test.alternative);
}

std::string_view alternative_key(Alternative alternative) {
  switch (alternative) {
    case Alternative::less:
      return "less";
    case Alternative::greater:
      return "greater";
    case Alternative::two_sided:
      break;
  }
  return "two-sided";
}

}  // namespace trialcalc::report
