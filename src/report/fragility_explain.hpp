#pragma once
#include "report/fragility_view.hpp"

namespace trialcalc::report {

/// Which outcomes are changed, P on both sides of the last change, and the sources.
std::string explain_fragility(const FragilityView& view, const TextLook& look);

}  // namespace trialcalc::report
