#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdlib>

#include "trialcalc/fragility.hpp"

namespace trialcalc {

namespace {

__extension__ using Int128 = __int128;

constexpr std::int64_t most_single_steps = 2000;

/// One arm whose outcomes change in one direction.
struct Change {
  ChangedArm arm;
  int direction;

  std::int64_t most(const TwoByTwo& table) const {
    const Counts& counts = arm == ChangedArm::experimental ? table.experimental : table.control;
    return direction > 0 ? counts.others() : counts.events;
  }
  TwoByTwo after(TwoByTwo table, std::int64_t steps) const {
    (arm == ChangedArm::experimental ? table.experimental : table.control).events += direction * steps;
    return table;
  }
};

struct Question {
  const TwoByTwo& table;
  const TestMethod& test;
  double alpha;

  std::optional<double> p(const TwoByTwo& changed) const {
    const TestResult result = test.compute(changed, {});
    return result.not_estimable.empty() ? std::optional(result.p) : std::nullopt;
  }
  bool significant(const Change& change, std::int64_t steps) const {
    const std::optional<double> value = p(change.after(table, steps));
    return value && *value < alpha;
  }
};

/// Steps until both arms have the same risk, as nearly as can be: there P is largest.
std::int64_t steps_to_equality(const TwoByTwo& table, const Change& change) {
  const bool experimental = change.arm == ChangedArm::experimental;
  const Counts& changed = experimental ? table.experimental : table.control;
  const Counts& other = experimental ? table.control : table.experimental;
  const double equal = other.risk() * static_cast<double>(changed.total);
  const auto steps = std::llabs(std::llround(equal) - changed.events);
  return std::min<std::int64_t>(steps, change.most(table));
}

/// The fewest steps after which the result is on the other side of alpha.
std::optional<std::int64_t> steps_across(const Question& question, const Change& change,
                                         bool to_significant) {
  const std::int64_t most = change.most(question.table);
  const auto crossed = [&](std::int64_t steps) {
    return question.significant(change, steps) == to_significant;
  };
  std::int64_t step = 1;
  for (; step <= most && step <= most_single_steps; ++step)
    if (crossed(step)) return step;
  if (step > most) return {};
  std::int64_t before = step - 1, beyond = to_significant ? step : steps_to_equality(question.table, change);
  while (to_significant && beyond < most && !crossed(beyond)) {
    before = beyond;
    beyond = beyond > most / 2 ? most : beyond * 2;
  }
  if (!crossed(beyond)) return {};
  while (beyond - before > 1) {
    const std::int64_t middle = before + (beyond - before) / 2;
    (crossed(middle) ? beyond : before) = middle;
  }
  return beyond;
}

std::strong_ordering compare_risks(const TwoByTwo& table) {
  const auto& [experimental, control] = table;
  return static_cast<Int128>(experimental.events) * control.total <=>
         static_cast<Int128>(control.events) * experimental.total;
}

struct Crossing {
  std::int64_t steps;
  Change change;
};

/// Towards each other from the arm with the lower risk; apart by taking events from it, else by adding to the
/// other.
std::optional<Crossing> find_crossing(const Question& question, bool to_significant) {
  const auto order = compare_risks(question.table);
  std::optional<Crossing> best;
  const auto attempt = [&](ChangedArm arm, int direction) {
    const Change change{arm, direction};
    const auto steps = steps_across(question, change, to_significant);
    if (steps && (!best || *steps < best->steps)) best = Crossing{*steps, change};
  };
  if (order == 0) {
    for (const ChangedArm arm : {ChangedArm::experimental, ChangedArm::control}) attempt(arm, -1);
    if (!best)
      for (const ChangedArm arm : {ChangedArm::experimental, ChangedArm::control}) attempt(arm, +1);
    return best;
  }
  const ChangedArm lower = order < 0 ? ChangedArm::experimental : ChangedArm::control;
  const ChangedArm higher = order < 0 ? ChangedArm::control : ChangedArm::experimental;
  attempt(lower, to_significant ? -1 : +1);
  if (!best) attempt(higher, to_significant ? +1 : -1);
  return best;
}

}  // namespace

Fragility fragility(const TwoByTwo& table, const TestMethod& test, double alpha) {
  const Question question{table, test, alpha};
  Fragility result;
  const TestResult start = test.compute(table, {});
  // A test without a P for an empty margin says nothing against the null; the walk may leave the margin.
  result.p_start = start.not_estimable.empty() ? start.p : 1;
  result.before = result.after = table;
  const bool significant = result.p_start < alpha;
  if (!significant) result.index = 0, result.quotient = 0;
  const std::optional<Crossing> crossing = find_crossing(question, !significant);
  if (!crossing) {
    result.not_estimable = "no change of the outcomes of one arm takes P across alpha";
    return result;
  }
  (significant ? result.index : result.reverse_index) = crossing->steps;
  (significant ? result.quotient : result.reverse_quotient) =
      static_cast<double>(crossing->steps) / static_cast<double>(table.patients());
  result.arm = crossing->change.arm;
  result.direction = crossing->change.direction;
  result.before = crossing->change.after(table, crossing->steps - 1);
  result.after = crossing->change.after(table, crossing->steps);
  result.p_after = question.p(result.after);
  return result;
}

Working fragility_working(const TwoByTwo& table, const Fragility& fragility, const TestMethod& test) {
  if (!fragility.p_after) return {};
  const double steps = static_cast<double>(fragility.reverse_index.value_or(fragility.index.value_or(0)));
  Working working{{{"P at first", "", "P(a/n1 v c/n2)", fragility.p_start}}, {}};
  if (const auto p = Question{table, test, 0}.p(fragility.before); p && steps > 1)
    working.steps.push_back({"one change before the last", "", "P(a1/n1 v c1/n2)", *p});
  working.steps.push_back({"after the last change", "", "P(a2/n1 v c2/n2)", *fragility.p_after});
  working.steps.push_back({"changes", "F", "", steps});
  working.steps.push_back(
      {"quotient", "", "F / (n1 + n2)", fragility.reverse_quotient.value_or(fragility.quotient.value_or(0))});
  return working;
}

}  // namespace trialcalc
