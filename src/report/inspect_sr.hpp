#pragma once
// Which checks of INSPECT-SR, the tool for judging the trustworthiness of trials, a finding bears on.
// Source  Wilkinson et al. 2025, medRxiv 2025.09.03.25334905; wording and numbers as at inspect.sr, domain 4

#include <string>
#include <string_view>

#include "report/grid.hpp"
#include "trialcalc/check.hpp"

namespace trialcalc::report {

/// "4.6", or "" where the finding bears on no check, or was not checkable.
std::string_view inspect_sr_check(const Finding& finding);

/// Each check that findings bear on: what it asks, what of it is covered here, and how many findings.
Grid inspect_sr_grid(const Check& check);

}  // namespace trialcalc::report
