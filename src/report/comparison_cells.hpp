#pragma once
// The numbers of a comparison in words, for its cells and sentences.

#include <string>

#include "report/comparison_view.hpp"

namespace trialcalc::report {

/// "8 / 37"
std::string spaced(const Counts& counts);

/// "22% (11 to 37)", with the interval of this index.
std::string risk_text(const RiskResult& risk, const Counts& counts, std::size_t index,
                      const NumberStyle& style);

}  // namespace trialcalc::report
