// trialcalc calc A/N C/M: two arms typed in.

#include <memory>

#include "cli/compute_options.hpp"
#include "cli/counts_argument.hpp"
#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/check_report.hpp"
#include "report/comparison_explain.hpp"
#include "report/comparison_view.hpp"
#include "report/published_report.hpp"
#include "report/scripts/script.hpp"
#include "report/tidy.hpp"
#include "trialcalc/published.hpp"
#include "trialcalc/published_check.hpp"

namespace trialcalc::cli {

namespace {

struct CalcOptions {
  std::vector<std::string> arms;
  std::optional<std::string> published;
  bool more_is_better = false;
  ComputeOptions compute;
  OutputOptions output;
};

/// All that the command line settles before anything is computed.
struct CalcTask {
  TwoByTwo table;
  Plan plan;
  report::NumberStyle style;
  CalcOptions options;
  std::optional<Check> published;  ///< verdicts of what is said to be published
};

TwoByTwo parse_arms(const std::vector<std::string>& arms) {
  if (arms.size() != 2)
    throw UsageError(
        "calc: expected two arguments, events/total of the experimental and of the control arm, such "
        "as 'calc 8/37 14/42', found " +
        (arms.size() == 1 ? "only " + in_quotes(arms[0]) : std::to_string(arms.size())));
  return {parse_counts(without_marks(arms[0]), "calc: the first argument"),
          parse_counts(without_marks(arms[1]), "calc: the second argument")};
}

std::optional<Check> verdicts(const TwoByTwo& table, const std::optional<std::string>& published) {
  if (!published) return {};
  try {
    return check_published(table, *published);
  } catch (const BadPublished& bad) {
    throw UsageError("--published: expected " + bad.expected() + " at character " +
                     std::to_string(bad.position() + 1) + ", found " + in_quotes(bad.found()));
  }
}

CalcTask task_of(const CalcOptions& options) {
  static const std::vector<Measure> in_text = {Measure::risk_ratio, Measure::risk_difference};
  static const std::vector<Measure> in_data(all_measures.begin(), all_measures.end());
  const bool data = options.output.is("json") || options.output.is("csv");
  const TwoByTwo table = parse_arms(options.arms);
  return {table, make_plan(plan_request(options.compute, data ? in_data : in_text)),
          style_of(options.compute), options, verdicts(table, options.published)};
}

std::string script_of(const CalcTask& task, const Comparison& comparison) {
  const std::string arms = without_marks(task.options.arms[0]) + " " + without_marks(task.options.arms[1]);
  return report::write_script(task.options.output.format,
                              {"trialcalc calc " + arms, {report::script_part(comparison, "Two arms")}});
}

std::string result_of(const CalcTask& task) {
  const Comparison comparison = compare(task.table, task.plan);
  const OutputOptions& output = task.options.output;
  std::string text;
  if (output.is("json")) {
    report::JsonWriter json(text);
    report::begin_comparison(json, comparison, {});
    if (task.published) report::write_findings(json, *task.published);
    json.end_object();
    return text + '\n';
  }
  if (output.is("csv") && task.published) return report::check_csv(std::span(&*task.published, 1));
  if (output.is("csv")) {
    report::Grid grid = report::tidy_columns();
    report::add_comparison_rows(grid, comparison, {});
    return report::to_csv(grid);
  }
  if (report::is_script(output.format)) return script_of(task, comparison);
  report::ComparisonView view{comparison, {}, {}, task.options.more_is_better, task.style, {}};
  view.with_sentence = task.style.key != "plain";
  if (is_document(output)) {
    std::vector<report::Grid> grids = report::comparison_grids(view);
    if (task.published) grids.push_back(report::published_grid(*task.published));
    return written(grids, output);
  }
  text = report::comparison_text(view, look_of(output));
  if (task.published) text += '\n' + written(report::published_grid(*task.published), output);
  if (task.options.compute.explain)
    text += '\n' + report::explain_comparison(view, workings(comparison), look_of(output));
  return text;
}

int run_calc(const CalcTask& task) {
  write_result(task.options.output, result_of(task));
  return task.published && task.published->any_discrepant() ? exit_discrepant : exit_done;
}

}  // namespace

Prepare setup_calc(CLI::App& app) {
  auto options = std::make_shared<CalcOptions>();
  add_option(app, "A/N C/M", options->arms, "events/total of the experimental arm, then of the control arm")
      .group("Arguments");
  add_option(app, "--published", options->published,
             "check this result, such as \"RR 0.65 (0.31-1.37), P = .25\"")
      .type_name("TEXT")
      .group("Computation");
  add_flag(app, "--more-is-better", options->more_is_better,
           "the events are hoped for: decides NNTB and NNTH")
      .group("Computation");
  add_compute_options(app, options->compute);
  add_output_options(app, options->output,
                     {"text", "json", "csv", "markdown", "html", "latex", "r", "python", "sas", "stata"});
  return [options]() -> Run { return [task = task_of(*options)] { return run_calc(task); }; };
}

}  // namespace trialcalc::cli
