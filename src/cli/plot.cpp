// trialcalc plot KIND TRIAL: a picture as SVG.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/counts_argument.hpp"
#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/outcome_arguments.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "cli/words.hpp"
#include "report/plot/flow.hpp"
#include "report/plot/forest.hpp"
#include "report/plot/p_values.hpp"
#include "report/plot/percentages.hpp"
#include "report/result_text.hpp"
#include "report/trial_view.hpp"
#include "trialcalc/check.hpp"
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

/// Draws the picture; what is wrong with the options is refused before it is returned.
using Draw = std::function<std::string()>;

void require_one_trial(const PlotOptions& options) {
  if (options.words.size() != 2)
    throw UsageError("plot " + options.words[0] +
                     ": expected one trial; 'trialcalc list' shows those there are");
}

Trial trial_of(const PlotOptions& options) { return Library(options.folder).read(options.words.at(1)); }

Draw prepare_forest(const PlotOptions& options) {
  require_one_trial(options);
  return [options, request = plot_request(options.compute)] {
    const Trial trial = trial_of(options);
    const auto rows = options.outcomes.empty() ? report::ForestRows::comparable : report::ForestRows::all;
    const auto view = compare_outcomes(trial, {options.outcomes, options.compute, request});
    return report::forest_svg(report::forest_of(view, request.measures.at(0), rows), {});
  };
}

Draw prepare_percentages(const PlotOptions& options) {
  require_one_trial(options);
  return [options] { return report::percentages_svg(check(trial_of(options)), {}); };
}

Draw prepare_flow(const PlotOptions& options) {
  require_one_trial(options);
  return [options] {
    const Trial trial = trial_of(options);
    return report::flow_svg(report::flow_of(trial, check(trial)), {});
  };
}

std::string counts_words(const TwoByTwo& table, Alternative alternative) {
  const auto words = [](const Counts& counts) {
    return std::to_string(counts.events) + "/" + std::to_string(counts.total);
  };
  return words(table.experimental) + " v " + words(table.control) + ", " +
         std::string(report::alternative_key(alternative));
}

report::PValues p_values_of(const Comparison& comparison, const std::string& title) {
  return {.title = title,
          .words = counts_words(comparison.table, comparison.alternative),
          .tests = comparison.tests,
          .alpha = Confidence(comparison.level).alpha(),
          .reported = {},
          .style = {}};
}

report::PValues p_values_of(const PlotOptions& options, const PlanRequest& request) {
  const Trial trial = trial_of(options);
  const auto view = compare_outcomes(trial, {options.outcomes, options.compute, request});
  if (view.results.size() != 1) throw UsageError("plot p-values: expected one --outcome of the trial");
  const OutcomeResult& result = view.results[0];
  const std::string title = report::outcome_title(trial, *result.outcome);
  report::PValues values =
      result.comparison ? p_values_of(*result.comparison, title)
                        : report::PValues{title, "", result.tests, Confidence(result.level).alpha(), {}, {}};
  if (values.tests.empty())
    throw UsageError("plot p-values: " + in_quotes(result.outcome->id) + " has no counts or means to test");
  values.style = view.styles[0];
  for (const Beside& item : result.printed)
    if (item.kind == Beside::Kind::p) values.reported.push_back(item.text);
  return values;
}

Draw prepare_p_values(const PlotOptions& options) {
  PlanRequest request = plan_request(options.compute, {});
  if (request.tests.empty()) request.tests = {"all"};
  if (options.words.size() == 3) {
    const TwoByTwo table = {
        parse_counts(without_marks(options.words[1]), "plot p-values: the first argument"),
        parse_counts(without_marks(options.words[2]), "plot p-values: the second argument")};
    return [=, style = style_of(options.compute)] {
      report::PValues values = p_values_of(compare(table, make_plan(request)), "P under every test");
      values.style = style;
      return report::p_values_svg(values, {});
    };
  }
  if (options.words.size() != 2 || options.outcomes.empty())
    throw UsageError(
        "plot p-values: expected a trial and its --outcome, or two arms such as 'plot p-values 8/37 14/42'");
  return [=] { return report::p_values_svg(p_values_of(options, request), {}); };
}

struct Kind {
  std::string_view name;
  Draw (*prepare)(const PlotOptions& options);
  std::vector<std::string_view> takes;  ///< of the options, besides --data and --output
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> rows = {
      {"forest", prepare_forest, {"--outcome", "--level", "--measure", "--ci", "--digits", "--style"}},
      {"percentages", prepare_percentages, {}},
      {"p-values",
       prepare_p_values,
       {"--outcome", "--level", "--test", "--alternative", "--berger-boos", "--digits", "--style"}},
      {"flow", prepare_flow, {}},
  };
  return rows;
}

/// An option that would change nothing is refused.
void require_taken(const CLI::App& app, const Kind& kind) {
  std::vector<std::string_view> taken = kind.takes;
  taken.insert(taken.end(), {"--data", "--output"});
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = option->get_name();
    if (option->count() > 0 && !option->get_positional() &&
        std::find(taken.begin(), taken.end(), name) == taken.end())
      throw UsageError("plot " + std::string(kind.name) + ": takes no " + name);
  }
}

Run prepare(const CLI::App& app, const PlotOptions& options) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) names.emplace_back(kind.name);
  if (options.words.empty())
    throw UsageError("plot: expected a kind of picture, such as 'plot forest cairo6'");
  require_one_of("plot", options.words[0], names);
  const auto kind = std::find_if(kinds().begin(), kinds().end(),
                                 [&](const Kind& one) { return one.name == options.words[0]; });
  require_taken(app, *kind);
  style_of(options.compute);  // refused now rather than after the trial is read
  return [draw = kind->prepare(options), output = options.output] {
    write_result(output, draw());
    return exit_done;
  };
}

}  // namespace

Prepare setup_plot(CLI::App& app) {
  auto options = std::make_shared<PlotOptions>();
  add_option(app, "KIND TRIAL", options->words,
             "forest, percentages, p-values or flow; then a trial's id, a path ending in .json, or -; "
             "for p-values also A/N C/M")
      .group("Arguments");
  add_outcome_option(app, options->outcomes);
  add_data_option(app, options->folder);
  add_compute_options(app, options->compute);
  add_option(app, "-o,--output", options->output.output,
             "write to a file, which is replaced only when all is written")
      .type_name("FILE")
      .group("Output");
  return [options, &app] { return prepare(app, *options); };
}

}  // namespace trialcalc::cli
