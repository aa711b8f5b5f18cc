#pragma once
// What a check says beside its verdicts: fragility and numbers needed to treat.

#include <string>

#include "report/json_writer.hpp"
#include "trialcalc/check.hpp"

namespace trialcalc::report {

/// Shown to a reader: a primary outcome, or one whose arms differ by its test. JSON has all of them.
bool is_notable(const Information& information);

/// "Fragility index 3 of 80 patients (Fisher exact, P = .04)"
std::string fragility_words(const Information& information);
/// "NNTB 8.5 (95% CI NNTH 12 through infinity to NNTB 3.3)"
std::string nnt_words(const Information& information);

/// The member "information": two objects for each outcome, with the members that the subcommands write.
void write_information(JsonWriter& json, const Check& check);

}  // namespace trialcalc::report
