#include "trialcalc/outcome_result.hpp"

#include <algorithm>

#include "trialcalc/lookup.hpp"
#include "trialcalc/printed.hpp"

namespace trialcalc {

namespace {

/// What is printed of one category in one arm, over all reports: agrees unless one of the cells does not.
std::optional<bool> printed_agrees(const Outcome& outcome, const std::string& category, std::string_view arm,
                                   const Counts& counts) {
  std::optional<bool> result;
  for (const Reported& reported : outcome.reported) {
    for (const ReportedRow& row : reported.rows) {
      const bool same = row.category == category || (category == "events" && row.category.empty());
      const auto cell = row.cells.find(std::string(arm));
      if (!same || !row.population.empty() || cell == row.cells.end()) continue;
      if (cell->second.count.empty() && cell->second.percent.empty()) continue;
      result = result.value_or(true) && cell_agrees(cell->second, counts);
    }
  }
  return result;
}

/// Gathers the counts of one outcome.
class Rows {
 public:
  Rows(const Trial& trial, const ComparedArms& arms, const Outcome& outcome)
      : trial_(trial), arms_(arms), outcome_(outcome) {}

  std::vector<CategoryResult> all() const {
    if (outcome_.kind == OutcomeKind::binary) {
      const std::string name = outcome_.events_name.empty() ? outcome_.name : outcome_.events_name;
      return {row("events", name, [&](std::string_view arm) { return counts_of(trial_, outcome_, arm); })};
    }
    std::vector<CategoryResult> rows;
    for (const Category& category : outcome_.categories)
      rows.push_back(
          row(category.id, category.name, [&](std::string_view arm) { return of(category, arm); }));
    return rows;
  }

 private:
  template <class CountsOfArm>
  CategoryResult row(const std::string& id, const std::string& name, CountsOfArm counts_of_arm) const {
    const auto cell = [&](std::string_view arm) {
      CellResult result{counts_of_arm(arm), {}};
      if (result.counts) result.reproduced = printed_agrees(outcome_, id, arm, *result.counts);
      return result;
    };
    CategoryResult result{id, name, {}, {}, cell(total_column)};
    if (arms_.experimental) result.experimental = cell(arms_.experimental->id);
    if (arms_.control) result.control = cell(arms_.control->id);
    return result;
  }

  std::optional<Counts> of(const Category& category, std::string_view arm) const {
    const auto events = count_in(category, arm), total = size_of(trial_, outcome_, arm);
    if (!events || !total || *total < 1 || *events < 0 || *events > *total) return {};
    return Counts{*events, *total};
  }

  const Trial& trial_;
  const ComparedArms& arms_;
  const Outcome& outcome_;
};

/// Rows are arms, columns are categories; nothing where a count is missing or there are fewer than two.
std::optional<CountTable> count_table(const std::vector<CategoryResult>& rows) {
  CountTable table{2, rows.size(), {}};
  if (rows.size() < 2) return {};
  for (const auto arm : {&CategoryResult::experimental, &CategoryResult::control}) {
    for (const CategoryResult& row : rows) {
      if (!(row.*arm).counts) return {};
      table.cells.push_back((row.*arm).counts->events);
    }
  }
  return table;
}

std::optional<double> number_of(const std::string& text) {
  const auto printed = PrintedNumber::parse(text);
  return printed && printed->form() == PrintedNumber::Form::equal ? std::optional(printed->value())
                                                                  : std::nullopt;
}

std::optional<MeanSd> mean_of(const Trial& trial, const Outcome& outcome, const TrialArm* arm) {
  const auto n = arm ? size_of(trial, outcome, arm->id) : std::nullopt;
  if (!n || *n < 2) return {};
  for (const Reported& reported : outcome.reported) {
    for (const ReportedRow& row : reported.rows) {
      const auto cell = row.cells.find(arm->id);
      if (cell == row.cells.end()) continue;
      const auto mean = number_of(cell->second.mean), sd = number_of(cell->second.sd);
      if (mean && sd && *sd >= 0) return MeanSd{*mean, *sd, *n};
    }
  }
  return {};
}

std::optional<TwoMeans> two_means(const Trial& trial, const ComparedArms& arms, const Outcome& outcome) {
  const auto experimental = mean_of(trial, outcome, arms.experimental),
             control = mean_of(trial, outcome, arms.control);
  if (!experimental || !control) return {};
  return TwoMeans{*experimental, *control};
}

/// The tests of this family that are asked for, or the usual one.
template <class Row, class Input>
std::vector<MethodTest> run_tests(std::span<const Row> rows, const Input& input, const PlanRequest& request,
                                  std::string_view usual) {
  const auto asked = [&](std::string_view key) {
    return std::any_of(request.tests.begin(), request.tests.end(),
                       [&](const std::string& word) { return word == key || word == "all"; });
  };
  std::vector<MethodTest> tests;
  for (const Row& row : rows)
    if (asked(row.key))
      tests.push_back({&row, row.compute(input, request.test_options), request.test_options.alternative});
  const Row* fallback = find_method(rows, usual);
  if (tests.empty() && fallback)
    tests.push_back(
        {fallback, fallback->compute(input, request.test_options), request.test_options.alternative});
  return tests;
}

std::vector<MethodTest> tests_of(const OutcomeResult& result, const PlanRequest& request) {
  if (result.table) return run_tests(table::methods(), *result.table, request, "pearson");
  if (result.means) return run_tests(means::tests(), *result.means, request, "student");
  return {};
}

std::optional<Comparison> comparison_of(const OutcomeResult& result, const PlanRequest& request) {
  if (result.outcome->kind != OutcomeKind::binary || result.rows.empty()) return {};
  const CategoryResult& row = result.rows[0];
  if (!row.experimental.counts || !row.control.counts) return {};
  return compare({*row.experimental.counts, *row.control.counts}, make_plan(request));
}

}  // namespace

double printed_level(const Trial& trial, const Outcome& outcome) {
  for (const Reported& reported : outcome.reported) {
    if (!reported.effect) continue;
    const Source* source = find_source(trial, reported.source);
    const std::string& text =
        reported.effect->level.empty() && source ? source->level : reported.effect->level;
    const auto level = number_of(text);
    if (level && *level > 0 && *level < 100) return *level / 100;
  }
  return 0.95;
}

OutcomeResult compare_outcome(const Trial& trial, const ComparedArms& arms, const Outcome& outcome,
                              const PlanRequest& request) {
  OutcomeResult result;
  result.outcome = &outcome;
  result.level = request.level;
  result.rows = Rows(trial, arms, outcome).all();
  result.comparison = comparison_of(result, request);
  if (outcome.kind == OutcomeKind::categorical && outcome.partition) result.table = count_table(result.rows);
  if (outcome.kind == OutcomeKind::continuous) result.means = two_means(trial, arms, outcome);
  result.tests = tests_of(result, request);
  result.printed = result.comparison ? beside(trial, arms, outcome, *result.comparison)
                                     : printed_without_counts(outcome, result.tests);
  return result;
}

}  // namespace trialcalc
