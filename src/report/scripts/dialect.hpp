#pragma once
// What the scripts that define a function for each method have in common: R and Python differ in words only.

#include <span>
#include <string>
#include <string_view>

#include "report/scripts/script.hpp"

namespace trialcalc::report {

/// How a language computes one method: the body of a function whose arguments the family decides.
struct ScriptMethod {
  ScriptFamily family = ScriptFamily::test;
  std::string_view key;
  std::string_view body;      ///< empty: the language has no function, and `left_out` says so
  std::string_view needs;     ///< helpers, separated by spaces
  std::string_view left_out;  ///< why there is no body
  bool fills_cells = false;   ///< only a limit of the formula where a cell is 0
};

/// A function that others need, with those that it needs itself.
struct ScriptHelper {
  std::string_view name, code, needs;
};

/// The words of a language. Patterns are of fmt.
struct Dialect {
  std::string_view opening;   ///< the head comment's last lines, imports, and the function `check`
  std::string_view closing;   ///< the last lines
  std::string_view assign;    ///< of a name {0} and a value {1}
  std::string_view function;  ///< of a name {0}, arguments {1} and a body {2}
  std::string_view list;      ///< of values {0}
  std::string_view matrix;    ///< of counts {0} of two arms
  std::string_view infinity, two_sided;
  std::string_view no_function;  ///< why a method is left out where nothing else is said
  std::span<const ScriptMethod> methods;
  std::span<const ScriptHelper> helpers;
};

std::string dialect_script(const Script& script, const Dialect& dialect);

std::span<const ScriptMethod> r_methods();
std::span<const ScriptMethod> python_methods();

}  // namespace trialcalc::report
