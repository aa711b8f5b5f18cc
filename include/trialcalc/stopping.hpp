#pragma once
// Exact operating characteristics of a stopping rule on binary outcomes.

#include <cstdint>

#include "trialcalc/working.hpp"

namespace trialcalc {

/// A limit as a fraction, so that "below 50%" and "more than 20 points" are decided exactly.
struct Fraction {
  std::int64_t numerator = 0, denominator = 1;
};

/// An arm as it will be when the rule is looked at: patients, and the true risk in each of them.
struct FutureArm {
  std::int64_t patients = 1;
  double risk = 0.5;
};

/// The probability that fewer than `limit` of the arm's patients have the event.
///
/// Formula  P(X < limit n), X ~ Bin(n, p)
/// Given    1 <= patients <= 1e6, 0 <= risk <= 1, limit with a denominator up to 1e9
/// Source   elementary
double probability_below(const FutureArm& arm, const Fraction& limit);

/// The probability that the experimental risk exceeds the control risk by more than `limit`.
///
/// Formula  P(X / n1 - Y / n2 > limit), X and Y independent binomials
/// Given    as above
/// Returns  the probability, by one sum over Y
double probability_difference_above(const FutureArm& experimental, const FutureArm& control,
                                    const Fraction& limit);

// Which counts meet the rule.
Working below_working(const FutureArm& arm, const Fraction& limit);
Working difference_above_working(const FutureArm& experimental, const FutureArm& control,
                                 const Fraction& limit);

}  // namespace trialcalc
