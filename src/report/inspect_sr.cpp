#include "report/inspect_sr.hpp"

#include <set>

namespace trialcalc::report {

namespace {

struct InspectSrCheck {
  std::string_view number, question, covered;
};

constexpr InspectSrCheck checks[] = {
    {"4.6", "Unexplained inconsistencies in the numbers of participants",
     "counts, totals and sizes of groups, their sums over arms, categories and flow, and bounds between "
     "them"},
    {"4.8", "Impossible means and variances of integer data",
     "percentages of whole numbers of patients; for means there are the commands grim and grimmer"},
    {"4.9", "Errors in statistical results",
     "P values, effects and their limits, against every usual method and within the rounding of their "
     "inputs"},
    {"4.10", "Other contradictions implied by the data",
     "means, SDs, medians and ranges of all patients against those of the arms; one number in two places or "
     "reports"},
};

bool is_one_of(const std::string& word, const std::set<std::string_view>& words) {
  return words.contains(word);
}

/// A sum or bound of patients says so in what is printed: "2 + 1 = 2".
bool is_sum(const Finding& finding) {
  return finding.method != "between-sources" && finding.method != "repeated" &&
         finding.reported.find('=') != std::string::npos;
}

bool is_plan(const Finding& finding) {
  return finding.method == "stopping-rule" || finding.method == "level";
}

}  // namespace

std::string_view inspect_sr_check(const Finding& finding) {
  if (finding.verdict == Verdict::not_checkable || is_plan(finding)) return {};
  if (finding.kind == "identity") return is_sum(finding) ? "4.6" : "4.10";
  if (is_one_of(finding.kind, {"n", "count", "total"})) return "4.6";
  if (finding.kind == "percent")
    return is_one_of(finding.method, {"between", "difference", "repeated"}) ? "4.10" : "4.8";
  if (is_one_of(finding.kind, {"mean", "sd", "median", "range", "iqr"})) return "4.10";
  return "4.9";
}

Grid inspect_sr_grid(const Check& check) {
  Grid grid{"What the findings bear on",
            {{"Check", Align::left},
             {"What it asks about", Align::left, true},
             {"What is covered here", Align::left, true},
             {"Findings", Align::right},
             {"Discrepant", Align::right}},
            {},
            {}};
  for (const InspectSrCheck& row : checks) {
    std::size_t findings = 0, discrepant = 0;
    for (const Finding& finding : check.findings) {
      if (inspect_sr_check(finding) != row.number) continue;
      ++findings;
      discrepant += finding.verdict == Verdict::discrepant;
    }
    if (findings > 0)
      grid.add({std::string(row.number), std::string(row.question), std::string(row.covered),
                std::to_string(findings),
                GridCell(std::to_string(discrepant), discrepant > 0 ? Tone::bad : Tone::none)});
  }
  return grid;
}

}  // namespace trialcalc::report
