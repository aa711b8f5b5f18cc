#pragma once
#include "report/nnt_view.hpp"

namespace trialcalc::report {

/// From counts, risks or a ratio to the number needed to treat and its limits, with the numbers put in.
std::string explain_nnt(const NntView& view, const TextLook& look);

}  // namespace trialcalc::report
