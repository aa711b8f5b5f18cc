#pragma once
#include "report/solve_view.hpp"

namespace trialcalc::report {

/// How the search was made, and how the first table that it found comes to the printed numbers.
std::string explain_solve(const SolveView& view, const std::optional<Comparison>& first,
                          const TextLook& look);

}  // namespace trialcalc::report
