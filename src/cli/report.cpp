// trialcalc report TRIAL: a trial, its comparisons and the verdicts on its printed numbers as one document.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/outcome_arguments.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "report/plot/forest.hpp"
#include "report/trial_report.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/read_trial.hpp"
#include "trialcalc/sha256.hpp"

namespace trialcalc::cli {

namespace {

struct ReportOptions {
  std::vector<std::string> trials;
  std::string folder;
  OutputOptions output{.format = "html"};
};

/// In quotes where a shell would read more into it than a word.
std::string shell_word(const std::string& word) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./,:+@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string quoted = "'";
  for (char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::vector<std::string> commands(const ReportOptions& options, const TrialText& text) {
  std::string arguments = shell_word(options.trials.front());
  if (!options.folder.empty()) arguments += " --data " + shell_word(options.folder);
  std::vector<std::string> lines;
  if (text.place != "built in" && options.trials.front() != "-")
    lines.push_back("sha256sum " + shell_word(text.place));
  lines.push_back("trialcalc check " + arguments + " --all");
  lines.push_back("trialcalc compare " + arguments);
  lines.push_back("trialcalc report " + arguments + " --format " + options.output.format);
  return lines;
}

bool is_comparison(const OutcomeResult& result) {
  const bool has_effect =
      std::any_of(result.printed.begin(), result.printed.end(),
                  [](const Beside& printed) { return printed.kind == Beside::Kind::other_effect; });
  return result.comparison || !result.tests.empty() || has_effect;
}

/// The outcomes whose arms are compared, by risk ratio.
report::OutcomesView compared_outcomes(const Trial& trial) {
  PlanRequest request;
  request.measures = {Measure::risk_ratio};
  const report::OutcomesView all = compare_outcomes(trial, {{}, {}, request});
  report::OutcomesView compared{trial, all.arms, {}, {}};
  for (std::size_t i = 0; i < all.results.size(); ++i) {
    if (!is_comparison(all.results[i])) continue;
    compared.results.push_back(all.results[i]);
    compared.styles.push_back(all.styles[i]);
  }
  return compared;
}

/// For a page: in its colours.
std::string picture_of(const report::OutcomesView& outcomes) {
  const report::Forest forest =
      report::forest_of(outcomes, Measure::risk_ratio, report::ForestRows::comparable);
  return forest.rows.empty() ? "" : report::forest_svg(forest, {.standalone = false});
}

std::string written(const report::Document& document, const OutputOptions& output) {
  if (output.is("markdown")) return report::to_markdown(document);
  if (output.is("latex")) return report::to_latex(document);
  return report::to_html(document);
}

int run_report(const ReportOptions& options) {
  const TrialText text = Library(options.folder).find(options.trials.front());
  const Trial trial = read_trial(text);
  const Check checked = check(trial);
  const report::OutcomesView outcomes = compared_outcomes(trial);
  const report::Document document = report::trial_document({.trial = trial,
                                                            .check = checked,
                                                            .outcomes = outcomes,
                                                            .version = TRIALCALC_VERSION,
                                                            .place = text.place,
                                                            .sha256 = sha256(text.text),
                                                            .commands = commands(options, text),
                                                            .picture = picture_of(outcomes)});
  write_result(options.output, written(document, options.output));
  return checked.any_discrepant() ? exit_discrepant : exit_done;
}

}  // namespace

Prepare setup_report(CLI::App& app) {
  auto options = std::make_shared<ReportOptions>();
  add_option(app, "TRIAL", options->trials, "a trial's id, a path ending in .json, or - for standard input")
      .group("Arguments");
  add_data_option(app, options->folder);
  add_output_options(app, options->output, {"html", "markdown", "latex"});
  return [options]() -> Run {
    if (options->trials.size() != 1)
      throw UsageError("report: expected one trial; 'trialcalc list' shows those there are");
    return [options] { return run_report(*options); };
  };
}

}  // namespace trialcalc::cli
