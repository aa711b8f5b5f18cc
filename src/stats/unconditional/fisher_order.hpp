#pragma once
// Tables ordered by Fisher's P, near ties decided in integers.
#include "stats/unconditional/common_risk.hpp"

namespace trialcalc::unconditional {

/// P values of doubles further apart than this (relative) are told apart rightly: each of the two carries at
/// most 16 N + 3 terms roundings of 1.1e-16. Logarithms of ways are closer still.
inline double near_tie(Arms arms) { return 5e-15 * static_cast<double>(arms.patients()); }

/// Unconditional test with Fisher's one-sided P (greater) as its statistic; `statistic` is that P.
TestResult fisher_greater(const TwoByTwo& table, const TestOptions& options);

/// The same with the two-sided P: the sum of the margin's tables that are at most as probable.
TestResult fisher_two_sided(const TwoByTwo& table, const TestOptions& options);

}  // namespace trialcalc::unconditional
