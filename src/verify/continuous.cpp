// Continuous outcomes: which check applies to what is printed.
#include "verify/continuous.hpp"

#include <algorithm>

namespace trialcalc::verify {

static std::optional<Known> known(const Audit& audit, std::size_t claim) {
  if (claim == none || !audit.claims[claim].number) return {};
  const PrintedNumber& number = *audit.claims[claim].number;
  const RealSet set = number.set();
  return Known{set.low, number.value(), set.high};
}

std::size_t in_cell(const Audit& audit, const Cell& cell, const char* kind) {
  Claim there;
  there.cell = &cell;
  return audit.index.in_cell(there, kind);
}

std::optional<Group> group_of(const Audit& audit, const ReportedRow& row, const std::string& arm) {
  const auto cell = row.cells.find(arm);
  if (cell == row.cells.end()) return {};
  Group group;
  group.mean = in_cell(audit, cell->second, "mean");
  group.sd = in_cell(audit, cell->second, "sd");
  const auto mean = known(audit, group.mean), sd = known(audit, group.sd);
  if (!mean || !sd) return {};
  const auto n = audit.values(audit.index.size(audit.claims[group.mean], arm));
  if (!n || *n < 1) return {};
  group.mean_range = *mean;
  group.sd_range = {std::max(0.0, sd->low), sd->value, sd->high};
  group.n = static_cast<double>(*n);
  return group;
}

/// A median lies within its own range and quartiles; beyond that it needs the patients' values.
static void check_own_order(Audit& audit, std::size_t claim) {
  const Claim& median = audit.claims[claim];
  for (const char* kind : {"range", "iqr"}) {
    const std::size_t other = audit.index.in_cell(median, kind);
    const auto pair = other == none ? std::nullopt : parse_printed_range(audit.claims[other].text);
    if (!pair) continue;
    if (audit.findings[other].verdict == Verdict::not_checkable)
      audit.findings[other].reason = "needs the patients' values";
    if (median.number->set().high < pair->first.set().low ||
        median.number->set().low > pair->second.set().high)
      conclude(audit.findings[claim], Verdict::discrepant, "", std::string("lies outside its own ") + kind);
  }
}

void check_continuous(Audit& audit) {
  for (const Outcome& outcome : audit.trial.outcomes) {
    if (outcome.kind != OutcomeKind::continuous) continue;
    for (const Reported& reported : outcome.reported)
      for (const ReportedRow& row : reported.rows) {
        check_means(audit, row);
        check_quantiles(audit, row);
        if (outcome.whole_numbers) check_whole_numbers(audit, row, *outcome.whole_numbers);
      }
  }
  for (std::size_t i = 0; i < audit.claims.size(); ++i) {
    const Claim& claim = audit.claims[i];
    if (!claim.outcome || claim.outcome->kind != OutcomeKind::continuous || !claim.number) continue;
    const std::string& kind = claim.kind;
    if (kind == "p") check_mean_p(audit, i);
    if (kind == "median") check_own_order(audit, i);
    const bool patients = kind == "median" || kind == "mean" || kind == "sd";
    if (patients && audit.findings[i].verdict == Verdict::not_checkable)
      audit.findings[i].reason = "needs the patients' values";
  }
}

}  // namespace trialcalc::verify
