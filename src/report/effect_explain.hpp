#pragma once
#include "report/effect_view.hpp"

namespace trialcalc::report {

/// From the printed limits to the standard error, Z and P, with the numbers put in, and the source.
std::string explain_effect(const EffectView& view, const TextLook& look);

}  // namespace trialcalc::report
