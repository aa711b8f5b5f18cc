#include "cli/outcome_arguments.hpp"

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"
#include "trialcalc/lookup.hpp"

namespace trialcalc::cli {

namespace {

const Outcome& outcome_named(const Trial& trial, const std::string& name) {
  if (const Outcome* found = find_outcome(trial, name)) return *found;
  std::vector<std::string> names;
  for (const Outcome& outcome : trial.outcomes) {
    names.push_back(outcome.id);
    names.insert(names.end(), outcome.aliases.begin(), outcome.aliases.end());
  }
  throw UsageError("--outcome: " + trial.id + " has no outcome " + in_quotes(name) +
                   hint(name, names, "trialcalc show " + trial.id));
}

std::vector<const Outcome*> outcomes_of(const Trial& trial, const std::vector<std::string>& names) {
  std::vector<const Outcome*> outcomes;
  for (const std::string& name : split_list(names, "--outcome"))
    outcomes.push_back(&outcome_named(trial, name));
  if (names.empty())
    for (const Outcome& outcome : trial.outcomes) outcomes.push_back(&outcome);
  return outcomes;
}

/// Numbers look as they do in the outcome's report, but limits are joined by "to", unless a style is asked
/// for.
report::NumberStyle style_for(const Trial& trial, const Outcome& outcome, const ComputeOptions& options) {
  std::string usual = "plain";
  for (const Reported& reported : outcome.reported) {
    const Source* source = find_source(trial, reported.source);
    if (!source || source->style.empty()) continue;
    usual = source->style;
    break;
  }
  report::NumberStyle style = style_of(options, usual);
  if (!options.style) style.to = " to ";
  return style;
}

}  // namespace

void add_outcome_option(CLI::App& app, std::vector<std::string>& names) {
  add_option(app, "--outcome", names, "an outcome's id or alias; may be repeated (all outcomes)")
      .one_value_each()
      .type_name("ID")
      .group("Input");
}

report::OutcomesView compare_outcomes(const Trial& trial, const OutcomesTask& task) {
  report::OutcomesView view{
      trial, {arm_with(trial, Role::experimental), arm_with(trial, Role::control)}, {}, {}};
  view.with_sentences = task.compute.style && *task.compute.style != "plain";
  for (const Outcome* outcome : outcomes_of(trial, task.outcomes)) {
    PlanRequest request = task.request;
    if (!task.compute.level) request.level = printed_level(trial, *outcome);
    view.results.push_back(compare_outcome(trial, view.arms, *outcome, request));
    view.styles.push_back(style_for(trial, *outcome, task.compute));
  }
  return view;
}

PlanRequest plot_request(const ComputeOptions& options) {
  PlanRequest request = plan_request(options, {Measure::risk_ratio});
  // An interval that was asked for brings its measure behind the usual one.
  const Measure measure = request.measures.back();
  if (request.measures.size() > 1 && !options.measures.empty())
    throw UsageError("--measure: a forest plot draws one measure: rr, rd or or");
  if (measure == Measure::nnt)
    throw UsageError("--measure: a forest plot draws rr, rd or or; nnt has no axis through infinity");
  if (request.intervals.size() > 1 || (request.intervals.size() == 1 && request.intervals[0] == "all"))
    throw UsageError("--ci: a forest plot draws one interval for each outcome");
  request.measures = {measure};
  return request;
}

}  // namespace trialcalc::cli
