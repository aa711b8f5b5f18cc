// trialcalc show TRIAL: arms, populations, sources, outcomes with their ids.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "report/trial_view.hpp"
#include "trialcalc/library.hpp"

namespace trialcalc::cli {

namespace {

struct ShowOptions {
  std::vector<std::string> trials;
  std::string folder;
  OutputOptions output;
};

std::string result_of(const Trial& trial, const OutputOptions& output) {
  if (output.is("json")) return report::trial_json(trial);
  if (is_document(output)) {
    std::vector<report::Grid> grids = report::trial_grids(trial);
    std::erase_if(grids, [](const report::Grid& grid) { return grid.rows.empty(); });
    return written(grids, output);
  }
  if (output.is("csv")) return report::to_csv(report::trial_grids(trial).back());
  return report::trial_text(trial, look_of(output));
}

int run_show(const ShowOptions& options) {
  const Trial trial = Library(options.folder).read(options.trials.at(0));
  write_result(options.output, result_of(trial, options.output));
  return exit_done;
}

}  // namespace

Prepare setup_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  add_option(app, "TRIAL", options->trials, "a trial's id, a path ending in .json, or - for standard input")
      .group("Arguments");
  add_data_option(app, options->folder);
  add_output_options(app, options->output);
  return [options]() -> Run {
    if (options->trials.size() != 1)
      throw UsageError("show: expected one trial; 'trialcalc list' shows those there are");
    return [options] { return run_show(*options); };
  };
}

}  // namespace trialcalc::cli
