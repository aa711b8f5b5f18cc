// trialcalc plot KIND TRIAL: a picture as SVG.
#include <CLI/CLI.hpp>

#include "cli/errors.hpp"
#include "cli/outcome_arguments.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "cli/words.hpp"
#include "report/plot/forest.hpp"
#include "trialcalc/library.hpp"

namespace trialcalc::cli {

namespace {

struct PlotOptions {
  std::vector<std::string> words;  ///< the kind, then what is plotted
  std::vector<std::string> outcomes;
  std::string folder;
  ComputeOptions compute;
  OutputOptions output;
};

std::string forest_of(const PlotOptions& options, const PlanRequest& request) {
  const Trial trial = Library(options.folder).read(options.words.at(1));
  const auto rows = options.outcomes.empty() ? report::ForestRows::comparable : report::ForestRows::all;
  const auto view = compare_outcomes(trial, {options.outcomes, options.compute, request});
  return report::forest_svg(report::forest_of(view, request.measures.at(0), rows), {});
}

Run prepare_forest(const PlotOptions& options) {
  return [options, request = plot_request(options.compute)] {
    write_result(options.output, forest_of(options, request));
    return exit_done;
  };
}

struct Kind {
  std::string_view name;
  Run (*prepare)(const PlotOptions& options);
};

constexpr Kind kinds[] = {{"forest", prepare_forest}};

Run prepare(const PlotOptions& options) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) names.emplace_back(kind.name);
  if (options.words.empty())
    throw UsageError("plot: expected a kind of picture, such as 'plot forest cairo6'");
  require_one_of("plot", options.words[0], names);
  if (options.words.size() != 2)
    throw UsageError("plot " + options.words[0] +
                     ": expected one trial; 'trialcalc list' shows those there are");
  for (const Kind& kind : kinds)
    if (kind.name == options.words[0]) return kind.prepare(options);
  return {};
}

}  // namespace

Prepare setup_plot(CLI::App& app) {
  auto options = std::make_shared<PlotOptions>();
  app.add_option("KIND TRIAL", options->words, "forest; then a trial's id, a path ending in .json, or -")
      ->group("Arguments");
  add_outcome_option(app, options->outcomes);
  add_data_option(app, options->folder);
  add_compute_options(app, options->compute);
  app.add_option("-o,--output", options->output.output,
                 "write to a file, which is replaced only when all is written")
      ->type_name("FILE")
      ->group("Output");
  return [options] { return prepare(*options); };
}

}  // namespace trialcalc::cli
