#pragma once
// A two-by-two table that walks from margin to margin and carries its hypergeometric probability along.
#include <algorithm>
#include <cstdint>

#include "stats/unconditional/scaled.hpp"

namespace trialcalc::unconditional {

/// Two arms, the sizes only.
struct Arms {
  std::int64_t first = 1, second = 1;

  std::int64_t patients() const { return first + second; }
  Arms swapped() const { return {second, first}; }
};

/// x events in the first arm of s in all, and P(X = x | s), which a step multiplies by a ratio of integers.
///
/// Error  a step makes two roundings, so after k steps the probability is within k * 2.3e-16 of the truth
///        (relative); the integers of a ratio are below 2^53. A tail adds at most three roundings per term.
class WalkingTable {
 public:
  explicit WalkingTable(Arms arms) : arms_(arms) {}  ///< nobody has the event: probability 1
  WalkingTable(Arms arms, std::int64_t x, std::int64_t s);

  const Arms& arms() const { return arms_; }
  std::int64_t x() const { return x_; }
  std::int64_t s() const { return s_; }
  const Scaled& probability() const { return probability_; }
  std::int64_t lowest() const { return std::max<std::int64_t>(0, s_ - arms_.second); }
  std::int64_t highest() const { return std::min(arms_.first, s_); }
  bool above_mean() const { return x_ * arms_.patients() > s_ * arms_.first; }

  void next_margin();  ///< one event more, in the second arm, which is not full
  void rise();         ///< one event from the second arm to the first
  void fall();         ///< one event from the first arm to the second

  /// Another table of the margin, given its probability.
  WalkingTable moved(std::int64_t x, const Scaled& probability) const {
    WalkingTable table = *this;
    table.x_ = x, table.probability_ = probability;
    return table;
  }

  Scaled at_least() const;  ///< P(X >= x | s)
  Scaled below() const;     ///< P(X < x | s)
  Scaled at_most() const;   ///< P(X <= x | s)

 private:
  void step(double numerator, double denominator) { probability_.times(numerator / denominator); }
  double upward_sum() const;    ///< P(X >= x) / P(X = x)
  double downward_sum() const;  ///< P(X <= x) / P(X = x)

  Arms arms_;
  std::int64_t x_ = 0, s_ = 0;
  Scaled probability_{1, 0};
};

}  // namespace trialcalc::unconditional
