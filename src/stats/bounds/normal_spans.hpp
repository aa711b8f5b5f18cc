#pragma once
// Limits in closed form, centre -+ half-width, bounded over a box of tables.
#include <optional>

#include "trialcalc/limit_bounds.hpp"

namespace trialcalc::bounds {

/// Nothing when the method is not of this kind.
std::optional<LimitSpans> normal_spans(Measure measure, std::string_view method, const TableBox& box,
                                       double z);

}  // namespace trialcalc::bounds
