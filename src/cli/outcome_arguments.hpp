#pragma once
// Outcomes of a trial that a command line names, compared and ready for a view.

#include <string>
#include <vector>

#include "cli/compute_options.hpp"
#include "report/outcome_view.hpp"

namespace CLI {
class App;
}

namespace trialcalc::cli {

/// Adds --outcome.
void add_outcome_option(CLI::App& app, std::vector<std::string>& names);

/// What is compared: outcomes by id or alias, all where none is named.
struct OutcomesTask {
  std::vector<std::string> outcomes;
  ComputeOptions compute;
  PlanRequest request;
};

/// At the level that was asked for, else at the printed one of each outcome. Throws UsageError for an outcome
/// that the trial does not have.
report::OutcomesView compare_outcomes(const Trial& trial, const OutcomesTask& task);

/// A request for the one measure that a forest plot draws, with one interval a row. Throws UsageError for
/// more than one, or for the number needed to treat.
PlanRequest plot_request(const ComputeOptions& options);

}  // namespace trialcalc::cli
