#pragma once
// A check for a reader or a program. Nothing is computed here.

#include <span>
#include <string>
#include <vector>

#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "trialcalc/check.hpp"

namespace trialcalc::report {

/// How much a reader is shown; CSV and JSON are always complete.
enum class Detail {
  notable,  ///< all but what is plainly reproduced; what can't be checked is counted
  all
};

/// A summary, then what is not plainly reproduced, worst first.
std::string check_text(const Check& check, const TextLook& look, Detail detail);
std::vector<Grid> check_grids(const Check& check, Detail detail);
/// Parts of them: the simplest rule of each source, and the methods that print each P value and interval.
Grid rules_grid(const Check& check);
Grid attribution_grid(const Check& check);

/// One row for each finding of each check.
std::string check_csv(std::span<const Check> checks);

/// The object "trialcalc/check/1".
void write_check(JsonWriter& json, const Check& check);
/// One check is its object; several are the object "trialcalc/check-list/1".
std::string check_json(std::span<const Check> checks);
/// One line for each check.
std::string check_ndjson(std::span<const Check> checks);

/// The members "findings" and "attribution" of an object that is open.
void write_findings(JsonWriter& json, const Check& check);

}  // namespace trialcalc::report
