#pragma once
// What a script in another language computes again: the data, and the numbers found here, by method.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "trialcalc/comparison.hpp"
#include "trialcalc/outcome_result.hpp"

namespace trialcalc::report {

/// What a number is of. The methods of each family have the same arguments.
enum class ScriptFamily { risk, risk_ratio, risk_difference, odds_ratio, nnt, test, table_test, mean_test };

/// An estimate (no method), the limits of an interval, or a P.
struct ScriptItem {
  ScriptFamily family = ScriptFamily::risk;
  const Method* method = nullptr;
  bool of_control = false;   ///< a risk: whose
  std::string label;         ///< "risk ratio, Katz log"
  std::vector<double> ours;  ///< one number, or two limits; empty: there is none
  std::string_view reason;   ///< why there is none
};

/// One comparison. What can't be computed again from its numbers is named in `left_out`.
struct ScriptPart {
  std::string name;
  std::string experimental, control;  ///< names of the arms; may be empty
  std::variant<std::monostate, TwoByTwo, CountTable, TwoMeans> data;
  double level = 0.95;
  Alternative alternative = Alternative::two_sided;
  std::vector<ScriptItem> items;
  std::vector<std::string> left_out;
};

struct Script {
  std::string title;
  std::vector<ScriptPart> parts;
};

ScriptPart script_part(const Comparison& comparison, const std::string& name);
/// An outcome of a trial, whatever its kind.
ScriptPart script_part(const OutcomeResult& result, const ComparedArms& arms);

/// r, python, sas, stata: the formats that are scripts.
std::span<const std::string_view> script_formats();
bool is_script(std::string_view format);
std::string write_script(std::string_view format, const Script& script);

std::string r_script(const Script& script);
std::string python_script(const Script& script);
std::string sas_script(const Script& script);
std::string stata_script(const Script& script);

/// A name from a file for comments and strings of all four languages: ASCII, one line, and without the
/// characters that any of them reads as more than a letter (quotes, backslash, comment and macro signs).
std::string safe_name(std::string_view name);

/// A number that reads back the same; infinities as the language writes them.
std::string literal(double value, std::string_view infinity);

/// No cell of the table is 0.
bool all_cells_filled(const TwoByTwo& table);

}  // namespace trialcalc::report
