#pragma once
// What the scripts of SAS and Stata share: they call commands as documented and are not run by the tests.

#include <string>
#include <string_view>
#include <vector>

#include "report/scripts/script.hpp"

namespace trialcalc::report {

/// How a language with commands finds one method. In patterns {a} of {n1} and {c} of {n2} have the event, {b}
/// and {d} have not; {x} of {n} in the arm of a risk; {level} is in per cent, {z} its normal quantile.
struct CommandMethod {
  ScriptFamily family = ScriptFamily::test;
  std::string_view key;                ///< empty: the estimate
  std::string_view command;            ///< what computes it
  std::string_view value, upper = {};  ///< where the result is: a P or an estimate, or two limits
};

/// The pattern with the numbers of the part's table put in.
std::string filled(std::string_view pattern, const ScriptPart& part, const ScriptItem& item);

/// The row of this item's method, or nullptr.
const CommandMethod* find_row(std::span<const CommandMethod> rows, const ScriptItem& item);

/// "risk ratio, 95% Katz log, lower": what each of our numbers of an item is.
std::vector<std::string> value_labels(const ScriptItem& item);

/// "name. 1: perioperative therapy; 2: surgery alone"
std::string part_heading(const ScriptPart& part);

}  // namespace trialcalc::report
