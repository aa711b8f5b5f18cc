#pragma once
// Outcomes of a trial for a reader: one in full, or all as one table.

#include <functional>
#include <string>
#include <vector>

#include "report/comparison_view.hpp"
#include "trialcalc/outcome_result.hpp"

namespace trialcalc::report {

/// The results to write, with the words and styles that go with them.
struct OutcomesView {
  const Trial& trial;
  ComparedArms arms;
  std::vector<OutcomeResult> results;
  std::vector<NumberStyle> styles;  ///< of each result
  bool with_sentences = false;      ///< each outcome in full ends with a sentence to paste
};

/// One outcome as a comparison view; its comparison must be there.
ComparisonView comparison_view(const OutcomesView& view, std::size_t index);

std::string outcome_text(const OutcomesView& view, std::size_t index, const TextLook& look);
std::vector<Grid> outcome_grids(const OutcomesView& view, std::size_t index);

/// All results as one table.
Grid outcomes_grid(const OutcomesView& view);

std::string outcomes_json(const OutcomesView& view);
/// One line for each comparison of two arms.
std::string outcomes_ndjson(const OutcomesView& view);
std::string outcomes_csv(const OutcomesView& view);

}  // namespace trialcalc::report
