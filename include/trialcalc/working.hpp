#pragma once
// How a method comes to its result: the values on the way, for a reader who follows the formula by hand.

#include <span>
#include <string_view>
#include <vector>

#include "trialcalc/counts.hpp"

namespace trialcalc {

struct Analysis;
struct Comparison;

struct Step {
  std::string_view meaning;  ///< "standard error of ln RR"
  std::string_view symbol;   ///< "SE", which later formulas use; may be empty
  std::string_view formula;  ///< "sqrt(1/a - 1/n1 + 1/c - 1/n2)", in the symbols of the family; may be empty
  double value = 0;
};

/// Empty where the method's one formula says all.
struct Working {
  std::vector<Step> steps;
  std::string_view result;  ///< from the steps to the limits or to P: "RR exp(-+ z SE)"
};

/// The workings of all intervals and tests in the order in which they stand in the comparison: risks of the
/// experimental and of the control arm, measures, tests. Those of what is not estimable are empty.
std::vector<Working> workings(const Comparison& comparison);

/// The same of an analysis: measures, tests, tests of homogeneity.
std::vector<Working> workings(const TwoMeans& means, const Analysis& analysis);
std::vector<Working> workings(const Counts& counts, const Analysis& analysis);
std::vector<Working> workings(const CountTable& table, const Analysis& analysis);
std::vector<Working> workings(const Pairs& pairs, const Analysis& analysis);
std::vector<Working> workings(std::span<const TwoByTwo> strata, const Analysis& analysis);

}  // namespace trialcalc
