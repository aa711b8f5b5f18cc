// trialcalc list: the trials there are.

#include <memory>

#include "cli/errors.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "report/trial_view.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/read_trial.hpp"

namespace trialcalc::cli {

namespace {

struct ListOptions {
  std::string folder;
  OutputOptions output;
};

/// A file that is not a trial is listed with what is wrong, so that one bad file hides no good one.
report::ListedTrial listed(const Library& library, const std::string& id) {
  report::ListedTrial entry{id, {}, {}, {}};
  try {
    entry.place = library.find(id).place;
    entry.trial = library.read(id);
  } catch (const BadTrial& bad) {
    entry.problem = bad.errors().empty() ? bad.what() : bad.errors().front().text();
  } catch (const NoTrial& missing) {
    entry.problem = missing.what();
  }
  return entry;
}

int run_list(const ListOptions& options) {
  const Library library(options.folder);
  std::vector<report::ListedTrial> trials;
  for (const std::string& id : library.ids()) trials.push_back(listed(library, id));
  const std::string text = options.output.is("json") ? report::list_json(trials)
                                                     : written(report::list_grid(trials), options.output);
  write_result(options.output, text);
  return exit_done;
}

}  // namespace

Prepare setup_list(CLI::App& app) {
  auto options = std::make_shared<ListOptions>();
  add_data_option(app, options->folder);
  add_output_options(app, options->output);
  return [options]() -> Run { return [options] { return run_list(*options); }; };
}

}  // namespace trialcalc::cli
