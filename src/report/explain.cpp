#include "report/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <limits>

#include "report/number_style.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// The value of the symbol, or nullptr when the word is none.
const std::string* symbol_value(std::string_view word, const Symbols& symbols) {
  for (const auto& [symbol, value] : symbols)
    if (symbol == word) return &value;
  return nullptr;
}

std::string text(std::int64_t count) { return std::to_string(count); }

/// Followed by a bracket, a word is a function's name: N(x), p(x).
bool is_call(std::string_view formula, std::size_t end) {
  return end < formula.size() && formula[end] == '(';
}

Symbols with_steps(Symbols symbols, const Working& working) {
  for (const Step& step : working.steps) {
    const std::string value = short_text(step.value);
    if (!step.symbol.empty()) symbols.emplace_back(step.symbol, step.value < 0 ? "(" + value + ")" : value);
  }
  return symbols;
}

/// A sentence of a working with its values, which need no brackets there.
std::string in_words(const Working& working, Symbols symbols) {
  for (const Step& step : working.steps)
    if (!step.symbol.empty()) symbols.emplace_back(step.symbol, short_text(step.value));
  return substituted(working.result, symbols);
}

/// "standard error of ln RR: SE = sqrt(1/8 - 1/37 + 1/14 - 1/42) = 0.3815"
std::string step_line(const Step& step, const Symbols& symbols) {
  std::string line(step.meaning);
  line += step.symbol.empty() ? "" : fmt::format(": {}", step.symbol);
  if (!step.formula.empty())
    line += fmt::format("{}{}", step.symbol.empty() ? ": " : " = ", substituted(step.formula, symbols));
  return line + (step.symbol.empty() && step.formula.empty() ? ": " : " = ") + short_text(step.value);
}

/// The less this is, the better a formula is broken at that space: outside of brackets, after a stop, before
/// an operator.
int cost_of_break(std::string_view text, std::size_t space, int depth) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const bool after_stop = space > 0 && std::strchr(",;:.", text[space - 1]);
  const bool sign = std::strchr("+-=", at(space + 1)) != nullptr;  // of a number where a digit follows
  const bool before_operator = sign && std::strchr(" +", at(space + 2));
  return 3 * depth + (after_stop ? 0 : before_operator ? 1 : 2);
}

/// Where a line of at most so many characters ends: at the last of the best spaces in its second half.
std::size_t broken_at(std::string_view text, std::size_t width) {
  if (text.size() <= width) return text.size();
  std::size_t best = std::string_view::npos;
  int depth = 0, least = std::numeric_limits<int>::max();
  for (std::size_t at = 0; at <= width; ++at) {
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (text[at] != ' ' || at < width / 2) continue;
    if (const int cost = cost_of_break(text, at, depth); cost <= least) {
      least = cost;
      best = at;
    }
  }
  return best == std::string_view::npos ? std::min(text.find(' ', width), text.size()) : best;
}

}  // namespace

Symbols symbols_of(const TwoByTwo& table, double z) {
  const auto& [experimental, control] = table;
  return {{"a", text(experimental.events)},
          {"b", text(experimental.others())},
          {"c", text(control.events)},
          {"d", text(control.others())},
          {"n1", text(experimental.total)},
          {"n2", text(control.total)},
          {"N", text(table.patients())},
          {"m", text(table.events())},
          {"p1", plain_text(experimental.risk())},
          {"p2", plain_text(control.risk())},
          {"z", plain_text(z)}};
}

Symbols symbols_of(const Counts& counts, double z) {
  return {{"x", text(counts.events)},
          {"n", text(counts.total)},
          {"p", plain_text(counts.risk())},
          {"z", plain_text(z)}};
}

std::string substituted(std::string_view formula, const Symbols& symbols) {
  std::string result;
  std::size_t after_number = std::string::npos;  // where the last number put in ends
  for (std::size_t at = 0; at < formula.size();) {
    std::size_t end = at;
    while (end < formula.size() && is_word(formula[end])) ++end;
    if (end == at) {
      result += formula[at++];
      continue;
    }
    const std::string_view word = formula.substr(at, end - at);
    const std::string* value = is_call(formula, end) ? nullptr : symbol_value(word, symbols);
    const bool barred = at > 0 && formula[at - 1] == '|' && end < formula.size() && formula[end] == '|';
    // "a d" and "2 a" are products, "8 28" would not look like one.
    if (value && !result.empty() && after_number + 1 == result.size() && result.back() == ' ') result += "* ";
    // Between bars a negative number needs no brackets.
    const bool bare = value && barred && value->starts_with('(');
    result += bare ? value->substr(1, value->size() - 2) : value ? *value : std::string(word);
    if (value || std::isdigit(static_cast<unsigned char>(word[0]))) after_number = result.size();
    at = end;
  }
  return result;
}

std::string explanation(const Explained& explained, const std::string& result) {
  const auto& [method, what, symbols, working] = explained;
  std::string out = fmt::format("{}: {} ({})\n  {}\n", what, method.name, method.key, method.formula);
  const Symbols known = with_steps(symbols, working);
  for (const Step& step : working.steps) out += "  " + step_line(step, known) + "\n";
  const std::string numbers = substituted(method.formula, symbols);
  if (working.steps.empty() && numbers != method.formula) out += "  with the numbers: " + numbers + "\n";
  if (!result.empty()) out += fmt::format("  {}\n", result);
  return out + fmt::format("  Source: {}\n", method.source);
}

std::string explanation(const Explained& explained, const Interval& interval) {
  const auto& [method, what, symbols, working] = explained;
  if (!interval.not_estimable.empty())
    return explanation(explained, "gives nothing: " + std::string(interval.not_estimable));
  const std::string limits = plain_text(interval.lower) + " to " + plain_text(interval.upper);
  if (working.result.empty()) return explanation(explained, "gives " + limits);
  const std::string last = substituted(working.result, with_steps(symbols, working));
  const bool solved = working.result.starts_with("the ");  // an equation in words, not a formula
  return explanation(explained, solved ? fmt::format("the limits are {}: {}", last, limits)
                                       : fmt::format("limits: {} = {}", last, limits));
}

std::string explanation(const Explained& explained, const TestResult& result) {
  const auto& [method, what, symbols, working] = explained;
  if (!result.not_estimable.empty())
    return explanation(explained, "gives nothing: " + std::string(result.not_estimable));
  const std::string p = plain_text(result.p);
  if (!working.result.empty())
    return explanation(explained, fmt::format("P is {}: {}", in_words(working, symbols), p));
  const std::string statistic = statistic_text(result);
  return explanation(explained, fmt::format("gives {}{}P = {}", statistic, statistic.empty() ? "" : ", ", p));
}

std::string explanation_of_reciprocal(const MethodInterval& nnt) {
  Method method = nnt.method ? *nnt.method : Method{.key = "nnt", .name = "limits as given"};
  method.formula = "1 / the limits of the risk difference, the upper one first";
  method.source = "Altman 1998, BMJ 317:1309";
  const auto& [lower, upper, estimate, reason] = nnt.interval;
  const std::string limits =
      !reason.empty()
          ? fmt::format("gives nothing: {}", reason)
          : fmt::format("gives {} to {}{}", plain_text(lower), plain_text(upper),
                        nnt.through_infinity ? ", through infinity, as the risk difference may be 0" : "");
  return explanation({method, std::string(measure_name(Measure::nnt)), {}}, limits);
}

std::string symbols_line(const Comparison& comparison, const Symbols& symbols) {
  const auto value = [&](std::string_view symbol) { return *symbol_value(symbol, symbols); };
  return fmt::format(
      "Experimental arm: n1 = {} patients, a = {} with the event, b = {} without; p1 = {}. "
      "Control arm: n2 = {}, c = {}, d = {}; p2 = {}. Together N = {} and m = {} with the event. "
      "z = {} at {}%.\n",
      value("n1"), value("a"), value("b"), value("p1"), value("n2"), value("c"), value("d"), value("p2"),
      value("N"), value("m"), value("z"), level_text(comparison.level));
}

std::string in_lines(const std::string& text, const TextLook& look) {
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    const std::string line = text.substr(start, end - start);
    const std::size_t indent = 2 * std::min(line.find_first_not_of(' '), line.size());
    for (std::string_view rest = line; !rest.empty();) {
      const bool first = rest.size() == line.size();
      const std::size_t part = broken_at(rest, look.width - (first ? 0 : indent));
      out += (first ? "" : std::string(indent, ' ')) + shown(rest.substr(0, part), look) + '\n';
      rest.remove_prefix(std::min(part + 1, rest.size()));
    }
    start = end + 1;
  }
  return out;
}

}  // namespace trialcalc::report
