#pragma once
#include "stats/table/margins.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::table {

/// The expected counts of a small table, the smallest of any, and the degrees of freedom, to which a
/// statistic X2 is added.
Working expected_working(const CountTable& table, const Step& statistic, Alternative alternative);

}  // namespace trialcalc::table
