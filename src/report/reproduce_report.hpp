#pragma once
// A trial's published tables in the paper's layout, with what was recomputed beside them.

#include <span>
#include <string>
#include <vector>

#include "report/grid.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/table_layout.hpp"

namespace trialcalc::report {

/// A cell that agrees stands as printed; one that does not has our value in brackets, a mark and a note.
std::string reproduce_text(std::span<const LaidOutTable> tables, const Check& check, const TextLook& look);
std::vector<Grid> reproduce_grids(std::span<const LaidOutTable> tables, const Check& check);
/// One row for each cell.
std::string reproduce_csv(std::span<const LaidOutTable> tables, const Check& check);
/// The object "trialcalc/reproduce/1".
std::string reproduce_json(std::span<const LaidOutTable> tables, const Check& check);

/// Is a number or a sum of these tables discrepant?
bool any_discrepant(std::span<const LaidOutTable> tables, const Check& check);

}  // namespace trialcalc::report
