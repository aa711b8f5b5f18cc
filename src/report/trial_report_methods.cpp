// The methods behind a trial's report: those of the registry with formula and source, and the rules of
// checking.
#include <set>
#include <utility>

#include "report/trial_report.hpp"
#include "trialcalc/methods.hpp"

namespace trialcalc::report {

namespace {

/// What a key stands for that a verdict names and that is no method of the registry.
constexpr std::pair<std::string_view, std::string_view> rules[] = {
    {"half-up", "the exact value rounded half up, in decimal, prints the text"},
    {"half-even", "the exact value rounded half to even prints the text"},
    {"truncated", "the exact value cut off, not rounded, prints the text"},
    {"ceiling", "the exact value rounded up prints the text"},
    {"percentage", "a count of the group that prints the percentage beside it"},
    {"sum", "the parts (arms, categories, steps of the flow) add up to the whole"},
    {"bound", "at least or at most what it must be, as events are at least the patients with any"},
    {"footnote", "does not add up, and a footnote of the report says why"},
    {"repeated", "printed in another place as well, and the same there"},
    {"between-sources", "printed in another report as well"},
    {"between", "lies between the values of the arms, as a figure for all must"},
    {"range", "lies within the range of all, whose ends the arms' ranges reach"},
    {"pooled", "mean = (n1 m1 + n2 m2) / N; SD from the sums of squares within and between the arms"},
    {"difference", "the difference of the two rates that the plan assumes"},
    {"risk-ratio", "(a / n1) / (c / n2)"},
    {"log-symmetry", "limits of a ratio lie symmetrically about it on the log scale: ratio^2 = lower upper"},
    {"wald", "z = ln(ratio) / SE with SE = ln(upper / lower) / (2 z of the level)"},
    {"medians", "the hazard ratio of the plan is the ratio of its assumed median times"},
    {"implied-events", "events behind an interval: 4 / SE^2 for 1:1, (1 + k)^2 / (k SE^2) for k:1"},
    {"level", "the stated level or threshold agrees with what is printed elsewhere"},
    {"stopping-rule", "the rule of the plan applied to the results"},
};

std::set<const Method*> methods_of(const OutcomesView& outcomes) {
  std::set<const Method*> methods;
  for (const OutcomeResult& result : outcomes.results) {
    for (const Beside& printed : result.printed) methods.insert(printed.method);
    for (const MethodTest& test : result.tests) methods.insert(test.method);
    if (!result.comparison) continue;
    for (const MeasureResult& measure : result.comparison->measures)
      for (const MethodInterval& interval : measure.intervals) methods.insert(interval.method);
    for (const MethodTest& test : result.comparison->tests) methods.insert(test.method);
  }
  return methods;
}

std::set<std::string_view> keys_of(const Check& check, bool of_p_values) {
  std::set<std::string_view> keys;
  for (const Finding& finding : check.findings)
    if ((finding.kind == "p") == of_p_values) keys.insert(finding.method);
  return keys;
}

bool is_test_family(const MethodFamily& family) {
  return family.key == "test" || family.key == "table" || family.key == "means-test";
}

Grid registry_grid(const Check& check, const OutcomesView& outcomes) {
  Grid grid{"Statistical methods",
            {{"Method", Align::left}, {"Formula", Align::left, true}, {"Source", Align::left, true}},
            {},
            {"Symbols: a of n1 (experimental) and c of n2 (control); b = n1 - a, d = n2 - c; N = n1 + n2, m "
             "= a + c; "
             "p1 = a/n1, p2 = c/n2; z the two-sided normal quantile of the level."}};
  const std::set<const Method*> used = methods_of(outcomes);
  const std::set<std::string_view> of_p_values = keys_of(check, true);
  for (const MethodFamily& family : method_families()) {
    bool headed = false;
    for (const Method* method : family.methods) {
      if (!used.contains(method) && !(is_test_family(family) && of_p_values.contains(method->key))) continue;
      if (!std::exchange(headed, true)) grid.add_section(std::string(family.title));
      grid.add({std::string(method->name) + " (" + std::string(method->key) + ")",
                std::string(method->formula), std::string(method->source)});
    }
  }
  return grid;
}

Grid rules_used(const Check& check) {
  Grid grid{"Rules of checking", {{"Rule", Align::left}, {"What it says of a number", Align::left}}, {}, {}};
  std::set<std::string_view> keys = keys_of(check, true);
  keys.merge(keys_of(check, false));
  for (const auto& [key, words] : rules)
    if (keys.contains(key)) grid.add({std::string(key), std::string(words)});
  return grid;
}

}  // namespace

std::vector<Grid> methods_used(const Check& check, const OutcomesView& outcomes) {
  return {registry_grid(check, outcomes), rules_used(check)};
}

}  // namespace trialcalc::report
