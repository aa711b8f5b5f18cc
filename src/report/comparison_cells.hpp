#pragma once
// The numbers of a comparison in words, for its cells and sentences.

#include <string>

#include "report/comparison_view.hpp"

namespace trialcalc::report {

/// How a bound of this measure is written.
std::string bound_text(Measure measure, double bound, const ComparisonView& view);
/// The limits, as the style joins them; those of a number needed to treat through infinity.
std::string interval_text(Measure measure, const MethodInterval& result, const ComparisonView& view);

/// "8 / 37"
std::string spaced(const Counts& counts);

/// "22% (11 to 37)", with the interval of this index.
std::string risk_text(const RiskResult& risk, const Counts& counts, std::size_t index,
                      const NumberStyle& style);

}  // namespace trialcalc::report
