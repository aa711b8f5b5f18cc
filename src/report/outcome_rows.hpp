#pragma once
// The rows of an outcome: counts recomputed, or cells as they are printed.

#include <string>
#include <string_view>

#include "report/outcome_view.hpp"

namespace trialcalc::report {

/// "Risk ratio" of "risk-ratio".
std::string effect_name(std::string key);

bool has_counts(const CategoryResult& row);
bool any_counts(const OutcomeResult& result);

/// "8/37 (22)", marked only where what is printed is not reproduced: most are.
GridCell cell_of(const CellResult& cell, const NumberStyle& style);

/// The printed rows of an outcome without counts, each different one once.
void add_printed_rows(Grid& grid, const OutcomesView& view, const Outcome& outcome, std::string_view indent);

}  // namespace trialcalc::report
