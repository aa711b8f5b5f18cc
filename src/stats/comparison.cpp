#include "trialcalc/comparison.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "stats/chosen.hpp"
#include "stats/noninferiority/margin.hpp"

namespace trialcalc {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct MeasureWords {
  std::string_view key, name, default_interval;
};

// In the order of the enumeration.
constexpr MeasureWords measure_words[] = {
    {"risk-ratio", "Risk ratio", "katz-log"},
    {"risk-difference", "Risk difference", "newcombe"},
    {"odds-ratio", "Odds ratio", "woolf"},
    {"nnt", "Number needed to treat", "newcombe"},
};

const MeasureWords& words(Measure measure) { return measure_words[static_cast<std::size_t>(measure)]; }

bool is_interval_key(std::string_view key) {
  return key == "all" || find_method(proportion::methods(), key) ||
         std::any_of(all_measures.begin(), all_measures.end(),
                     [&](Measure measure) { return find_method(interval_methods(measure), key) != nullptr; });
}

void require_known(const PlanRequest& request) {
  for (const std::string& key : request.intervals)
    if (!is_interval_key(key)) throw std::invalid_argument("no interval method has the key " + key);
  for (const std::string& key : request.tests)
    if (key != "all" && !find_method(two_by_two::methods(), key) &&
        !(request.margins && find_method(noninferiority::methods(), key)))
      throw std::invalid_argument("no test has the key " + key);
  if (!request.margins) return;
  const Margins& margins = *request.margins;
  for (const double value : {margins.first, margins.second.value_or(margins.first)})
    if (const auto reason = noninferiority::margin_reason({margins.measure, value}); !reason.empty())
      throw std::invalid_argument(std::string(reason));
  if (margins.second && *margins.second <= margins.first)
    throw std::invalid_argument("the second margin is above the first");
  if (!margins.second && margins.first == no_effect(margins.measure))
    throw std::invalid_argument("a margin differs from no effect");
}

MarginTest against(const noninferiority::MarginTestMethod& method, const TwoByTwo& table, Measure measure,
                   double margin, Alternative alternative) {
  return {{&method, method.compute(table, {measure, margin}, alternative), alternative}, measure, {margin}};
}

/// The side that is asked for; otherwise that of no effect.
Alternative side_of_margin(const Plan& plan) {
  if (plan.test_options.alternative != Alternative::two_sided) return plan.test_options.alternative;
  return plan.margins->first < no_effect(plan.margins->measure) ? Alternative::greater : Alternative::less;
}

void add_margin_tests(const TwoByTwo& table, const Plan& plan, std::vector<MarginTest>& tests) {
  if (!plan.margins) return;
  const auto& [measure, first, second] = *plan.margins;
  for (const auto* method : plan.margin_tests) {
    if (!second) {
      tests.push_back(against(*method, table, measure, first, side_of_margin(plan)));
      continue;
    }
    tests.push_back(against(*method, table, measure, first, Alternative::greater));
    tests.push_back(against(*method, table, measure, *second, Alternative::less));
    tests.push_back(
        {{method, noninferiority::equivalence(*method, table, {measure, first}, {measure, *second})},
         measure,
         {first, *second}});
  }
}

/// numerator / denominator with its two edges; `reason` where both are 0.
MeasureResult quotient(Measure measure, double numerator, double denominator, std::string_view reason) {
  MeasureResult result;
  result.measure = measure;
  if (denominator != 0)
    result.estimate = numerator / denominator;
  else if (numerator != 0)
    result.estimate = infinity;
  else
    result.not_estimable = reason;
  return result;
}

/// p1 - p2 from one division, because the difference of two quotients loses digits when they are close.
double risk_difference_of(const TwoByTwo& table) {
  const auto& [experimental, control] = table;
  // Products of two counts are below 2^63: each is at most 10^9.
  const std::int64_t numerator = experimental.events * control.total - control.events * experimental.total;
  return static_cast<double>(numerator) / static_cast<double>(experimental.total * control.total);
}

void compute_risk(const Counts& counts, const Plan& plan, RiskResult& risk) {
  risk.estimate = counts.risk();
  risk.intervals.clear();
  for (const ProportionMethod* method : plan.risk_intervals)
    risk.intervals.push_back({method, method->compute(counts, plan.confidence)});
}

void compute_measure(const TwoByTwo& table, const Plan& plan, MeasureResult& result) {
  const MeasureResult plain = estimate(table, result.measure);
  result.estimate = plain.estimate;
  result.not_estimable = plain.not_estimable;
  result.intervals.clear();
  for (const IntervalMethod* method : plan.intervals_of(result.measure)) {
    const MethodInterval interval{method, method->compute(table, plan.confidence)};
    result.intervals.push_back(result.measure == Measure::nnt ? reciprocal(interval) : interval);
  }
}

}  // namespace

std::string_view measure_key(Measure measure) { return words(measure).key; }
std::string_view measure_name(Measure measure) { return words(measure).name; }

double no_effect(Measure measure) {
  return measure == Measure::risk_ratio || measure == Measure::odds_ratio ? 1 : 0;
}

std::span<const IntervalMethod> interval_methods(Measure measure) {
  switch (measure) {
    case Measure::risk_ratio:
      return risk_ratio::methods();
    case Measure::odds_ratio:
      return odds_ratio::methods();
    case Measure::risk_difference:
    case Measure::nnt:
      break;
  }
  return risk_difference::methods();
}

Plan make_plan(const PlanRequest& request) {
  require_known(request);
  Plan plan;
  plan.confidence = Confidence(request.level);
  plan.measures = request.measures;
  plan.test_options = request.test_options;
  plan.risk_intervals = chosen(proportion::methods(), request.intervals, {"wilson"});
  for (Measure measure : all_measures)
    plan.intervals[static_cast<std::size_t>(measure)] =
        chosen(interval_methods(measure), request.intervals, {words(measure).default_interval});
  plan.tests = chosen(two_by_two::methods(), request.tests, {"pearson"});
  plan.margins = request.margins;
  if (request.margins)
    plan.margin_tests = chosen(noninferiority::methods(), request.tests, {"farrington-manning"});
  if (request.tests.empty()) plan.sparse_test = find_method(two_by_two::methods(), "fisher");
  return plan;
}

const MeasureResult* Comparison::find(Measure measure) const {
  for (const MeasureResult& result : measures)
    if (result.measure == measure) return &result;
  return nullptr;
}

MeasureResult estimate(const TwoByTwo& table, Measure measure) {
  const auto& [experimental, control] = table;
  const double a = static_cast<double>(experimental.events), b = static_cast<double>(experimental.others());
  const double c = static_cast<double>(control.events), d = static_cast<double>(control.others());
  const double n1 = static_cast<double>(experimental.total), n2 = static_cast<double>(control.total);
  switch (measure) {
    case Measure::risk_ratio:
      return quotient(measure, a * n2, n1 * c, "no events in either arm");
    case Measure::odds_ratio:
      return quotient(measure, a * d, b * c,
                      a + c == 0 ? "no events in either arm" : "everybody has the event");
    case Measure::risk_difference:
      return {measure, risk_difference_of(table), {}, {}};
    case Measure::nnt:
      break;
  }
  return quotient(measure, 1, risk_difference_of(table), {});
}

MethodInterval reciprocal(const MethodInterval& risk_difference) {
  MethodInterval result = risk_difference;
  Interval& interval = result.interval;
  if (!interval.not_estimable.empty()) return result;
  const double lower = interval.lower, upper = interval.upper;
  if (lower == 0 && upper == 0) {
    interval = Interval::none("the interval of the risk difference is the point 0");
    return result;
  }
  interval.lower = upper == 0 ? -infinity : 1 / upper;
  interval.upper = lower == 0 ? infinity : 1 / lower;
  if (interval.estimate) interval.estimate = 1 / *interval.estimate;
  result.through_infinity = lower < 0 && upper > 0;
  return result;
}

double smallest_expected(const TwoByTwo& table) {
  const double events = static_cast<double>(table.events());
  const double patients = static_cast<double>(table.patients());
  const double smaller_arm = static_cast<double>(std::min(table.experimental.total, table.control.total));
  return smaller_arm * (std::min(events, patients - events) / patients);
}

void compare(const TwoByTwo& table, const Plan& plan, Comparison& comparison) {
  comparison.table = table;
  comparison.level = plan.confidence.level();
  comparison.alternative = plan.test_options.alternative;
  compute_risk(table.experimental, plan, comparison.experimental);
  compute_risk(table.control, plan, comparison.control);
  comparison.measures.resize(plan.measures.size());
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    comparison.measures[i].measure = plan.measures[i];
    compute_measure(table, plan, comparison.measures[i]);
  }
  comparison.tests.clear();
  for (const TestMethod* test : plan.tests)
    comparison.tests.push_back(run_test(*test, table, plan.test_options));
  if (plan.sparse_test && smallest_expected(table) < 5)
    comparison.tests.push_back(run_test(*plan.sparse_test, table, plan.test_options));
  comparison.margin_tests.clear();
  add_margin_tests(table, plan, comparison.margin_tests);
}

Comparison compare(const TwoByTwo& table, const Plan& plan) {
  Comparison comparison;
  compare(table, plan, comparison);
  return comparison;
}

}  // namespace trialcalc
