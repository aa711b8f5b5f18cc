// trialcalc compare TRIAL [--outcome ID]...: two arms side by side, beside what was printed.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/outcome_arguments.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "report/comparison_explain.hpp"
#include "report/outcome_view.hpp"
#include "report/plot/forest.hpp"
#include "report/scripts/script.hpp"
#include "trialcalc/library.hpp"

namespace trialcalc::cli {

namespace {

struct CompareOptions {
  std::vector<std::string> trials, outcomes;
  std::string folder;
  bool plot = false;
  ComputeOptions compute;
  OutputOptions output;
};

struct CompareTask {
  CompareOptions options;
  PlanRequest request;
};

std::string text_of(const report::OutcomesView& view, const CompareTask& task) {
  const report::TextLook look = look_of(task.options.output);
  const bool all = task.options.outcomes.empty();
  if (task.options.plot) {
    const auto rows = all ? report::ForestRows::comparable : report::ForestRows::all;
    return report::forest_text(report::forest_of(view, task.request.measures.at(0), rows), look);
  }
  if (all) return report::to_text(outcomes_grid(view), look);
  std::string text;
  for (std::size_t i = 0; i < view.results.size(); ++i) {
    text += (i == 0 ? "" : "\n") + outcome_text(view, i, look);
    if (!task.options.compute.explain || !view.results[i].comparison) continue;
    text += "\n" + explain_comparison(comparison_view(view, i), workings(*view.results[i].comparison), look);
  }
  return text;
}

std::vector<report::Grid> grids_of(const report::OutcomesView& view, const CompareTask& task) {
  if (task.options.outcomes.empty()) return {outcomes_grid(view)};
  std::vector<report::Grid> grids;
  for (std::size_t i = 0; i < view.results.size(); ++i)
    for (report::Grid& grid : outcome_grids(view, i)) grids.push_back(std::move(grid));
  return grids;
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
  const report::OutcomesView view =
      compare_outcomes(trial, {task.options.outcomes, task.options.compute, task.request});
  write_result(output, report::is_script(output.format) ? script_of(view, task)
                       : output.is("json")              ? outcomes_json(view)
                       : output.is("ndjson")            ? outcomes_ndjson(view)
                       : output.is("csv")               ? outcomes_csv(view)
                       : is_document(output)            ? written(grids_of(view, task), output)
                                                        : text_of(view, task));
  return exit_done;
}

CompareTask check(const CompareOptions& options) {
  if (options.trials.size() != 1)
    throw UsageError("compare: expected one trial; 'trialcalc list' shows those there are");
  static const std::vector<Measure> in_text = {Measure::risk_ratio, Measure::risk_difference};
  static const std::vector<Measure> in_data(all_measures.begin(), all_measures.end());
  const bool data = options.output.is("json") || options.output.is("ndjson") || options.output.is("csv");
  style_of(options.compute);  // refused now rather than after the trial is read
  if (!options.plot) return {options, plan_request(options.compute, data ? in_data : in_text)};
  if (!options.output.is("text"))
    throw UsageError("--plot: draws text; 'trialcalc plot forest' writes a picture as SVG");
  if (options.compute.explain) throw UsageError("--plot: is not explained; leave out --plot or --explain");
  return {options, plot_request(options.compute)};
}

}  // namespace

Prepare setup_compare(CLI::App& app) {
  auto options = std::make_shared<CompareOptions>();
  add_option(app, "TRIAL", options->trials, "a trial's id, a path ending in .json, or - for standard input")
      .group("Arguments");
  add_outcome_option(app, options->outcomes);
  add_data_option(app, options->folder);
  add_compute_options(app, options->compute);
  add_flag(app, "--plot", options->plot, "a forest plot of one measure: rr, rd or or").group("Output");
  add_output_options(
      app, options->output,
      {"text", "json", "ndjson", "csv", "markdown", "html", "latex", "r", "python", "sas", "stata"});
  return [options]() -> Run { return [task = check(*options)] { return run_compare(task); }; };
}

}  // namespace trialcalc::cli
