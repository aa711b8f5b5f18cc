#pragma once
// Printed percentages against recomputed ones: which lie further apart than rounding takes them.

#include <string>

#include "report/plot/svg.hpp"
#include "trialcalc/check.hpp"

namespace trialcalc::report {

/// Every printed percentage of which the check has the counts.
std::string percentages_svg(const Check& check, const SvgLook& look);

}  // namespace trialcalc::report
