// trialcalc compare TRIAL [--outcome ID]...: two arms side by side, beside what was printed.
#include <CLI/CLI.hpp>

#include "cli/compute_options.hpp"
#include "cli/errors.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "cli/words.hpp"
#include "report/comparison_explain.hpp"
#include "report/outcome_view.hpp"
#include "report/scripts/script.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/lookup.hpp"

namespace trialcalc::cli {

namespace {

struct CompareOptions {
  std::vector<std::string> trials, outcomes;
  std::string folder;
  ComputeOptions compute;
  OutputOptions output;
};

struct CompareTask {
  CompareOptions options;
  PlanRequest request;
};

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

report::OutcomesView view_of(const Trial& trial, const CompareTask& task) {
  report::OutcomesView view{
      trial, {arm_with(trial, Role::experimental), arm_with(trial, Role::control)}, {}, {}};
  view.with_sentences = task.options.compute.style.has_value() && task.options.compute.style != "plain";
  for (const Outcome* outcome : outcomes_of(trial, task.options.outcomes)) {
    PlanRequest request = task.request;
    if (!task.options.compute.level) request.level = printed_level(trial, *outcome);
    view.results.push_back(compare_outcome(trial, view.arms, *outcome, request));
    view.styles.push_back(style_for(trial, *outcome, task.options.compute));
  }
  return view;
}

std::string text_of(const report::OutcomesView& view, const CompareTask& task) {
  const report::TextLook look = look_of(task.options.output);
  if (task.options.outcomes.empty()) return report::to_text(outcomes_grid(view), look);
  std::string text;
  for (std::size_t i = 0; i < view.results.size(); ++i) {
    text += (i == 0 ? "" : "\n") + outcome_text(view, i, look);
    if (!task.options.compute.explain || !view.results[i].comparison) continue;
    text += "\n" + explain_comparison(comparison_view(view, i), workings(*view.results[i].comparison), look);
  }
  return text;
}

std::string markdown_of(const report::OutcomesView& view, const CompareTask& task) {
  if (task.options.outcomes.empty()) return report::to_markdown(outcomes_grid(view));
  std::string text;
  for (std::size_t i = 0; i < view.results.size(); ++i)
    text += (i == 0 ? "" : "\n") + outcome_markdown(view, i);
  return text;
}

std::string script_of(const report::OutcomesView& view, const CompareTask& task) {
  report::Script script{"trialcalc compare " + view.trial.id, {}};
  for (const OutcomeResult& result : view.results)
    script.parts.push_back(report::script_part(result, view.arms));
  return report::write_script(task.options.output.format, script);
}

int run_compare(const CompareTask& task) {
  const OutputOptions& output = task.options.output;
  const Trial trial = Library(task.options.folder).read(task.options.trials.at(0));
  const report::OutcomesView view = view_of(trial, task);
  write_result(output, report::is_script(output.format) ? script_of(view, task)
                       : output.is("json")              ? outcomes_json(view)
                       : output.is("csv")               ? outcomes_csv(view)
                       : output.is("markdown")          ? markdown_of(view, task)
                                                        : text_of(view, task));
  return exit_done;
}

CompareTask check(const CompareOptions& options) {
  if (options.trials.size() != 1)
    throw UsageError("compare: expected one trial; 'trialcalc list' shows those there are");
  static const std::vector<Measure> in_text = {Measure::risk_ratio, Measure::risk_difference};
  static const std::vector<Measure> in_data(all_measures.begin(), all_measures.end());
  const bool data = options.output.is("json") || options.output.is("csv");
  style_of(options.compute);  // refused now rather than after the trial is read
  return {options, plan_request(options.compute, data ? in_data : in_text)};
}

}  // namespace

Prepare setup_compare(CLI::App& app) {
  auto options = std::make_shared<CompareOptions>();
  app.add_option("TRIAL", options->trials, "a trial's id, a path ending in .json, or - for standard input")
      ->group("Arguments");
  app.add_option("--outcome", options->outcomes, "an outcome's id or alias; may be repeated (all outcomes)")
      ->allow_extra_args(false)
      ->type_name("ID")
      ->group("Input");
  add_data_option(app, options->folder);
  add_compute_options(app, options->compute);
  add_output_options(app, options->output,
                     {"text", "json", "csv", "markdown", "r", "python", "sas", "stata"});
  return [options]() -> Run { return [task = check(*options)] { return run_compare(task); }; };
}

}  // namespace trialcalc::cli
