#include "trialcalc/check.hpp"

#include <algorithm>

#include "verify/audit.hpp"

namespace trialcalc {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::reproduced:
      return "reproduced";
    case Verdict::explained:
      return "explained";
    case Verdict::compatible:
      return "compatible";
    case Verdict::discrepant:
      return "discrepant";
    case Verdict::not_checkable:
      return "not-checkable";
  }
  return {};
}

std::size_t Check::count(Verdict verdict) const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [verdict](const Finding& one) { return one.verdict == verdict; }));
}

Check check(const Trial& trial, const CheckOptions& options) {
  verify::Audit audit(trial, options);
  verify::check_percentages(audit);
  verify::check_sums(audit);
  verify::check_identities(audit);
  verify::check_p_values(audit);
  verify::check_effects(audit);
  verify::check_hazard_ratios(audit);
  verify::check_continuous(audit);
  verify::check_intervals(audit);
  verify::check_design(audit);
  verify::find_root_causes(audit);
  verify::check_counts(audit);
  verify::check_repeats(audit);
  verify::check_between_sources(audit);
  verify::attribute_rules(audit);
  return {trial.id,
          trial.name,
          std::move(audit.findings),
          std::move(audit.attributions),
          std::move(audit.rules),
          verify::information_of(audit)};
}

}  // namespace trialcalc
