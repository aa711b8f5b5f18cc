// trialcalc check TRIAL|FILE...: every printed number with its verdict.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "report/check_report.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/read_trial.hpp"

namespace trialcalc::cli {

namespace {

struct CheckOptions {
  std::vector<std::string> trials;
  std::string data;
  bool all = false;
  OutputOptions output;
};

/// All of them, or the errors of all that can't be read.
std::vector<Trial> read_all(const CheckOptions& options) {
  const Library library(options.data);
  std::vector<Trial> trials;
  std::vector<ReadError> errors;
  for (const std::string& name : options.trials) {
    try {
      trials.push_back(library.read(name));
    } catch (const BadTrial& bad) {
      errors.insert(errors.end(), bad.errors().begin(), bad.errors().end());
    }
  }
  if (!errors.empty()) throw BadTrial(std::move(errors));
  return trials;
}

std::string written(const std::vector<Check>& checks, const CheckOptions& options) {
  if (options.output.is("json")) return report::check_json(checks);
  if (options.output.is("ndjson")) return report::check_ndjson(checks);
  if (options.output.is("csv")) return report::check_csv(checks);
  const report::Detail detail = options.all ? report::Detail::all : report::Detail::notable;
  if (is_document(options.output)) {
    std::vector<report::Grid> grids;
    for (const Check& check : checks)
      for (report::Grid& grid : report::check_grids(check, detail)) grids.push_back(std::move(grid));
    return cli::written(grids, options.output);
  }
  std::string out;
  for (const Check& check : checks)
    out += (out.empty() ? "" : "\n") + report::check_text(check, look_of(options.output), detail);
  return out;
}

int run_check(const CheckOptions& options) {
  std::vector<Check> checks;
  bool discrepant = false;
  for (const Trial& trial : read_all(options)) {
    checks.push_back(check(trial));
    discrepant = discrepant || checks.back().any_discrepant();
  }
  write_result(options.output, written(checks, options));
  return discrepant ? exit_discrepant : exit_done;
}

}  // namespace

Prepare setup_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  add_option(app, "TRIAL|FILE", options->trials, "trials by id, trial files, or - for standard input")
      .group("Arguments");
  add_data_option(app, options->data);
  add_flag(app, "--all", options->all, "list also what is reproduced and what can't be checked")
      .group("Output");
  add_output_options(app, options->output, {"text", "json", "ndjson", "csv", "markdown", "html", "latex"});
  return [options]() -> Run {
    if (options->trials.empty())
      throw UsageError("check: expected at least one trial or file; 'trialcalc list' lists the trials");
    return [options] { return run_check(*options); };
  };
}

}  // namespace trialcalc::cli
