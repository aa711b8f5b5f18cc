#pragma once
// A trial, its comparisons and the verdicts on its printed numbers as one document.

#include <string>
#include <vector>

#include "report/document.hpp"
#include "report/outcome_view.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/trial.hpp"

namespace trialcalc::report {

struct TrialReport {
  const Trial& trial;
  const Check& check;
  const OutcomesView& outcomes;  ///< those whose arms are compared
  std::string version;
  std::string place;                  ///< of the trial's file: a path, "built in", "standard input"
  std::string sha256;                 ///< of the file's bytes
  std::vector<std::string> commands;  ///< that give these results again
  std::string picture;                ///< SVG; empty: none
};

Document trial_document(const TrialReport& report);

/// Its parts: the discrepancies with what follows from them, every number by its place, what two reports
/// print differently, and the methods behind verdicts and comparisons.
Entries discrepancy_entries(const Check& check);
Grid numbers_grid(const Check& check);
Grid between_reports_grid(const Check& check);
std::vector<Grid> methods_used(const Check& check, const OutcomesView& outcomes);

}  // namespace trialcalc::report
