#pragma once
#include <cstdint>

#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"

namespace trialcalc::paired {

/// P of the binomial distribution of b among the b + c discordant pairs, with probability 1/2.
///
/// Given    own  the share of the observed b's probability that counts: 1 exact, 1/2 mid-P
/// Returns  two-sided: twice the smaller tail; where b = c, 1 less what of b does not count
TestResult discordant_result(const Pairs& pairs, const TestOptions& options, double own);

}  // namespace trialcalc::paired
