#pragma once
// An outcome of a trial recomputed: what its kind allows, beside what the reports print.

#include <optional>
#include <string>
#include <vector>

#include "trialcalc/beside.hpp"
#include "trialcalc/comparison.hpp"
#include "trialcalc/trial.hpp"

namespace trialcalc {

/// The two arms that are compared.
struct ComparedArms {
  const TrialArm* experimental = nullptr;
  const TrialArm* control = nullptr;
};

/// Counts of one arm, or of both together, with whether what is printed of them agrees.
struct CellResult {
  std::optional<Counts> counts;
  std::optional<bool> reproduced;  ///< unset where nothing is printed
};

/// The events of a binary outcome, or one category of a categorical one.
struct CategoryResult {
  std::string id, name;
  CellResult experimental, control, total;  ///< total only where the arms have none
};

struct OutcomeResult {
  const Outcome* outcome = nullptr;
  double level = 0.95;
  std::vector<CategoryResult> rows;      ///< binary: one; categorical: each category
  std::optional<Comparison> comparison;  ///< binary with counts in both arms
  std::optional<CountTable> table;       ///< categorical with all counts: rows are arms
  std::optional<TwoMeans> means;         ///< continuous with a mean and its SD in both arms
  std::vector<MethodTest> tests;         ///< of the table, or of the two means
  std::vector<Beside> printed;
};

/// The level of an outcome's printed effect, or of its source; 0.95 where neither says.
double printed_level(const Trial& trial, const Outcome& outcome);

/// Throws std::invalid_argument as make_plan does. Tests apply to the kinds that have them.
OutcomeResult compare_outcome(const Trial& trial, const ComparedArms& arms, const Outcome& outcome,
                              const PlanRequest& request);

}  // namespace trialcalc
