#pragma once
// What one check may spend on methods that enumerate tables, so that no file keeps the program busy for long.

#include "trialcalc/counts.hpp"

namespace trialcalc::verify {

/// All such methods together take some 3 microseconds a step.
double enumeration_steps(const TwoByTwo& table);
double enumeration_steps(const CountTable& table);

inline constexpr double most_steps_of_one_table = 2.5e5;  ///< 500 patients per arm

/// Spent in the order of the file; once it is used up, such methods are left out.
class Effort {
 public:
  explicit Effort(double steps) : left_(steps) {}

  /// Takes the steps, if one table may have them and there are enough left.
  bool affords(double steps);

 private:
  double left_;
};

}  // namespace trialcalc::verify
