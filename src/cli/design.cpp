// trialcalc design two-proportions | logrank | stopping-rule: sample sizes by each formula.

#include <memory>

#include "cli/design_plans.hpp"
#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/design_explain.hpp"
#include "report/design_view.hpp"

namespace trialcalc::cli {

namespace {

Run prepare(const DesignOptions& options) {
  if (options.arguments.empty())
    throw UsageError(
        "design: expected two-proportions, logrank or stopping-rule; see 'trialcalc design --help'");
  const std::string& kind = options.arguments[0];
  require_one_of("design", kind, {"two-proportions", "logrank", "stopping-rule"});
  const report::DesignView view = kind == "two-proportions" ? two_proportions(options)
                                  : kind == "logrank"       ? logrank(options)
                                                            : stopping_rule(options);
  return [view, output = options.output] {
    std::string text =
        output.is("json") ? report::design_json(view) : written(report::design_grid(view), output);
    if (output.explains()) text += '\n' + report::explain_design(view, look_of(output));
    write_result(output, text);
    return static_cast<int>(exit_done);
  };
}

void add_text(CLI::App& app, const std::string& name, auto& target, const std::string& words,
              const std::string& type) {
  add_option(app, name, target, words).type_name(type).group("Computation");
}

}  // namespace

Prepare setup_design(CLI::App& app) {
  auto options = std::make_shared<DesignOptions>();
  add_option(app, "DESIGN RISK RISK", options->arguments,
             "two-proportions P1 P2, logrank, or stopping-rule P1 P2 (true risks, experimental first)")
      .group("Arguments");
  add_text(app, "--alpha", options->alpha, "two-sided (0.05)", "P");
  add_text(app, "--power", options->power, "wanted (0.80)", "P");
  add_text(app, "--ratio", options->ratio,
           "patients of the second arm for each of the first (1); logrank: experimental for each control",
           "K");
  add_text(app, "--dropout", options->dropout,
           "the share that drops out (0): the total is larger by 1 / (1 - dropout)", "P");
  add_text(app, "--n", options->n, "patients in all, or of each arm: gives the power instead", "N|N1,N2");
  add_text(app, "--hr", options->hr, "logrank: the hazard ratio to detect", "HR");
  add_text(app, "--medians", options->medians, "logrank: median survival of control and experimental arm",
           "M1,M2");
  add_text(app, "--events", options->events, "logrank: events, gives the power instead", "D");
  add_text(app, "--event-probability", options->event_probability,
           "logrank: the share of patients with an event", "P");
  add_text(app, "--accrual", options->accrual, "logrank, with --medians: time of recruitment", "TIME");
  add_text(app, "--follow-up", options->follow_up, "logrank, with --medians: time after the last patient",
           "TIME");
  add_text(app, "--below", options->below, "stopping-rule: met by fewer events in the experimental arm", "P");
  add_text(app, "--difference-above", options->difference_above, "stopping-rule: met by a larger difference",
           "P");
  add_explain_option(app, options->output.explain);
  add_output_options(app, options->output);
  return [options]() -> Run { return prepare(*options); };
}

}  // namespace trialcalc::cli
