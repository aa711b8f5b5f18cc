#include "verify/audit.hpp"

#include <algorithm>
#include <cmath>

namespace trialcalc::verify {

Values::Values(const std::vector<Claim>& claims) : integers_(claims.size()) {
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (claims[i].is_whole()) integers_[i] = claims[i].number->scaled();
}

std::optional<std::int64_t> Values::operator()(const Operand& operand) const {
  return operand.claim == none ? operand.constant : integers_[operand.claim];
}

static Finding finding_for(const Claim& claim) {
  Finding finding;
  finding.source = claim.source;
  finding.where = claim.where;
  finding.outcome = claim.entity;
  finding.category = claim.category;
  finding.arm = claim.arm;
  finding.kind = claim.kind;
  finding.label = claim.label;
  finding.reported = claim.text;
  finding.reason = claim.number || claim.kind == "range" || claim.kind == "iqr"
                       ? "printed once, and nothing else in the report depends on it"
                       : "not a number that can be recomputed";
  if (!claim.missing.empty()) finding.reason = "needs " + claim.missing;
  return finding;
}

Audit::Audit(const Trial& trial_, const CheckOptions& options_)
    : trial(trial_),
      options(options_),
      claims(claims_of(trial_)),
      index(trial_, claims),
      values(claims),
      effort(options_.effort) {
  for (const Claim& claim : claims) {
    findings.push_back(finding_for(claim));
    findings.back().id = "f" + std::to_string(findings.size());
  }
}

const Source* Audit::source(const std::string& id) const {
  for (const Source& source : trial.sources)
    if (source.id == id) return &source;
  return nullptr;
}

const TrialArm* Audit::arm(Role role) const {
  for (const TrialArm& arm : trial.arms)
    if (arm.role == role) return &arm;
  return nullptr;
}

std::size_t Audit::add_identity(Finding finding) {
  finding.kind = "identity";
  findings.push_back(std::move(finding));
  findings.back().id = "f" + std::to_string(findings.size());
  return findings.size() - 1;
}

void Audit::require(std::size_t finding, std::initializer_list<const std::vector<Operand>*> operands,
                    std::function<bool(const Values&)> holds) {
  Constraint constraint;
  constraint.finding = finding;
  std::size_t operands_read = 0;
  for (const auto* list : operands) {
    operands_read += list->size();
    for (const Operand& operand : *list)
      if (operand.claim != none) constraint.cells.push_back(operand.claim);
  }
  std::sort(constraint.cells.begin(), constraint.cells.end());
  constraint.cells.erase(std::unique(constraint.cells.begin(), constraint.cells.end()),
                         constraint.cells.end());
  constraint.leaf = finding < claims.size() ? finding : none;
  constraint.cost = 1 + static_cast<std::int64_t>(operands_read) / 16;
  constraint.holds = std::move(holds);
  constraints.push_back(std::move(constraint));
}

std::int64_t cost_of_methods(double steps, bool enumerates) {
  // Closed forms take microseconds, an exact sum over one margin as long as its spread; enumerating all
  // tables takes longer still.
  const double closed = 1e3 + std::sqrt(std::sqrt(steps)), enumerated = steps * steps / 1e5;
  return static_cast<std::int64_t>(closed + (enumerates ? enumerated : 0));
}

void conclude(Finding& finding, Verdict verdict, std::string method, std::string reason) {
  finding.verdict = verdict;
  finding.method = std::move(method);
  finding.reason = std::move(reason);
}

}  // namespace trialcalc::verify
