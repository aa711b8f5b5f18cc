#pragma once
// Estimates, intervals and tests in words, for the cells of a table.

#include <functional>
#include <string>
#include <string_view>

#include "report/grid.hpp"
#include "report/number_style.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::report {

/// With its first letter small, to go on in a sentence; an abbreviation stays as it is.
std::string lower_case(std::string text);

/// "not estimable: zero cell"
std::string no_number(std::string_view reason);

/// "95% Katz log"
std::string interval_name(const Method& method, double level);

/// What stands before an interval, and how the numbers of its measure are written.
struct EstimateWords {
  double estimate = 0;
  std::string_view not_estimable;  ///< the reason there is no estimate
  std::function<std::string(double)> number;
  std::function<std::string(const MethodInterval&)> range;
  std::string_view unit = {};  ///< after the estimate: " pp"
};

/// "0.65 (0.31 to 1.37)", or the reason there is no such number; without an interval where it is nullptr.
std::string estimate_text(const EstimateWords& words, const MethodInterval* interval);

/// The bounds, as the style joins them.
std::string bounds_text(const Interval& interval, const std::function<std::string(double)>& number,
                        const NumberStyle& style);

/// "P", "P (less)"
std::string p_label(const NumberStyle& style, Alternative alternative);
/// "0.247", or the reason there is none.
std::string test_text(const TestResult& result, const NumberStyle& style);
/// "statistic 0.436, df 2"; empty where the result has neither.
std::string statistic_text(const TestResult& result);
/// "risk difference below 10.0 pp", what the test wants to show.
std::string margin_text(const MarginTest& test, const NumberStyle& style);
/// How P was found, how far it can be off, where an unconditional test's supremum is; empty: nothing to say.
std::string test_note(const MethodTest& test);

std::string_view alternative_key(Alternative alternative);  ///< "two-sided"
std::string_view alternative_key(const MarginTest& test);   ///< "less", "greater", "equivalence"

/// A column of numbers in which a reason stands in place of one may be wrapped, as columns of words are.
void wrap_reasons(Grid& grid, std::size_t column);

}  // namespace trialcalc::report
