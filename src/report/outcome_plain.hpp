#pragma once
#include <vector>

#include "report/outcome_view.hpp"

namespace trialcalc::report {

/// The grids of an outcome that has no 2 x 2 table.
std::vector<Grid> plain_grids(const OutcomesView& view, std::size_t index);

}  // namespace trialcalc::report
