#pragma once
#include "report/comparison_view.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::report {

/// Every method of the comparison: its formula, the way to its result with these numbers, its source.
std::string explain_comparison(const ComparisonView& view, const std::vector<Working>& workings,
                               const TextLook& look);

}  // namespace trialcalc::report
