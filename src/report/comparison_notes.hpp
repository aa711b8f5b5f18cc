#pragma once
#include <string>
#include <vector>

#include "report/comparison_view.hpp"

namespace trialcalc::report {

/// What is said below a comparison: the difference among 100 patients, how many printed values are
/// reproduced, and how a P was found where that is not plain.
std::vector<std::string> notes_of(const ComparisonView& view);

}  // namespace trialcalc::report
