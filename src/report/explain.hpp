#pragma once
// A method's formula with the numbers of one table put in.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/grid.hpp"
#include "trialcalc/comparison.hpp"
#include "trialcalc/counts.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::report {

using Symbols = std::vector<std::pair<std::string, std::string>>;

/// a b c d n1 n2 N m p1 p2 z
Symbols symbols_of(const TwoByTwo& table, double z);
/// x n p z
Symbols symbols_of(const Counts& counts, double z);

/// Replaces each symbol that stands as a whole word.
std::string substituted(std::string_view formula, const Symbols& symbols);

/// A method to be explained. Without a working, its formula is shown with the numbers put in.
struct Explained {
  const Method& method;
  std::string what;  ///< "Risk ratio"
  const Symbols& symbols;
  Working working = {};
};

/// Lines: what, formula, the way to the result, source. A result in words is a line as it is, several, or
/// none.
std::string explanation(const Explained& explained, const Interval& interval);
std::string explanation(const Explained& explained, const TestResult& result);
std::string explanation(const Explained& explained, const std::string& result);

/// The limits of a number needed to treat from those of the risk difference.
std::string explanation_of_reciprocal(const MethodInterval& nnt);

/// What the symbols of two arms are: "n1 = 37 patients in the experimental arm, a = 8 of them with ..."
std::string symbols_line(const Comparison& comparison, const Symbols& symbols);

/// Each line wrapped by itself, what belongs to it indented below; a formula is broken between its terms.
std::string in_lines(const std::string& text, const TextLook& look);

}  // namespace trialcalc::report
