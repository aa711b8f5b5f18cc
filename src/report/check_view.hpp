#pragma once
// The findings of a check in the order in which a reader wants them. Nothing is computed.

#include <string>
#include <vector>

#include "report/grid.hpp"
#include "trialcalc/check.hpp"

namespace trialcalc::report {

/// A discrepancy with what follows from it.
struct Root {
  const Finding* finding = nullptr;
  std::vector<const Finding*> follows;
};

/// One number printed in several places, with one and the same thing to say of it.
struct Repeated {
  const Finding* finding = nullptr;
  std::vector<std::string> places;
};

/// "✓" beside "reproduced": no verdict is told by colour alone.
std::string_view sign(Verdict verdict);
Tone tone(Verdict verdict);
/// "✓ reproduced"
GridCell verdict_cell(Verdict verdict);

/// Worst first: the roots from which most follows, then P values and effects, then counts and sums.
std::vector<Root> discrepant_roots(const Check& check);

std::vector<const Finding*> with_verdict(const Check& check, Verdict verdict);
std::vector<Repeated> repeated(const Check& check, const std::vector<const Finding*>& findings);

/// Findings that share a reason, in the order of the check.
struct Shared {
  std::string reason;
  std::vector<const Finding*> findings;
};

std::vector<Shared> by_reason(const std::vector<const Finding*>& findings);

/// What can't be checked by what is missing; the largest group first.
std::vector<Shared> by_missing(const Check& check);

/// The same P value or interval of one outcome, wherever a source prints it.
struct AttributedValue {
  const Attribution* attribution = nullptr;
  std::vector<std::string> places;
};

std::vector<AttributedValue> attributed_values(const Check& check);

std::size_t identities(const Check& check);
const Finding* find(const Check& check, const std::string& id);

/// "Table 2, total"; begins with the source where the check has several.
std::string place(const Check& check, const Finding& finding);
/// "Abstract, Results: experimental"
std::string place(const Repeated& one);
/// As printed, with % where it is a percentage.
std::string printed_text(const Finding& finding);
/// The recomputed value to four significant digits; empty when there is none.
std::string recomputed_text(const Finding& finding);
/// "P value", "lower limit"; empty for counts, percentages and sums.
std::string kind_words(const Finding& finding);
/// What a finding is about: its label, and its kind where that is not plain.
std::string subject(const Finding& finding);

/// "1 sum", "3 sums"
std::string counted(std::size_t count, const std::string& one, const std::string& many);
std::string joined(const std::vector<std::string>& parts, std::string_view between = ", ");

}  // namespace trialcalc::report
