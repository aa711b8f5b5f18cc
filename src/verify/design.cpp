// The plan against itself: sample size from its assumptions, difference from rates, hazard ratio from
// medians, the stopping rule against the results.
#include "trialcalc/design.hpp"

#include <cmath>

#include "verify/audit.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

/// The plan's number of this label and arm, or none where it prints words.
std::size_t claim_of(const Audit& audit, const char* label, const std::string& arm = {}) {
  for (std::size_t i = audit.claims.size(); i-- > 0;) {
    const Claim& claim = audit.claims[i];
    if (claim.entity == "design" && claim.number && claim.label == label && claim.arm == arm) return i;
  }
  return none;
}

std::optional<double> value(const std::string& text) {
  const auto number = PrintedNumber::parse(text);
  return number ? std::optional(number->value()) : std::nullopt;
}

std::string of_role(const Audit& audit, const std::map<std::string, std::string>& by_arm, Role role) {
  const auto found = by_arm.find(audit.arm(role)->id);
  return found == by_arm.end() ? "" : found->second;
}

/// Patients in all, each arm rounded up, and more of them for those who drop out.
double enrolled(const SampleSize& size, double dropout) {
  return std::ceil((std::ceil(size.n1) + std::ceil(size.n2)) / (1 - dropout) - 1e-9);
}

/// Roundings that protocols use for the same formula: up, or to the nearest, before or after dropout.
std::vector<double> enrolments(const SampleSize& size, double dropout) {
  const double exact = (size.n1 + size.n2) / (1 - dropout);
  const double arms = (std::ceil(size.n1) + std::ceil(size.n2)) / (1 - dropout);
  return {enrolled(size, dropout), std::round(arms), std::ceil(exact), std::round(exact),
          2 * std::ceil(exact / 2)};
}

void check_two_proportions(Audit& audit, const Design& design) {
  const std::size_t claim = claim_of(audit, "planned number of patients");
  const auto p1 = value(of_role(audit, design.rates, Role::experimental));
  const auto p2 = value(of_role(audit, design.rates, Role::control));
  const auto alpha = value(design.alpha), power = value(design.power);
  if (claim == none || !p1 || !p2 || !alpha || !power || *p1 == *p2) return;
  const double dropout = value(design.dropout).value_or(0) / 100;
  const ProportionPlan plan{*p1 / 100, *p2 / 100, *alpha, *power / 100, 1};
  const bool sensible = plan.p1 > 0 && plan.p1 < 1 && plan.p2 > 0 && plan.p2 < 1 && plan.alpha > 0 &&
                        plan.alpha < 1 && plan.power > 0 && plan.power < 1 && dropout < 1;
  if (!sensible) return;
  Finding& finding = audit.findings[claim];
  std::string others;
  for (const ProportionDesign& method : design::two_proportions()) {
    // A protocol that names a formula does not have the exact size, which takes far longer to find.
    if (method.key == "exact") continue;
    const SampleSize size = method.compute(plan);
    for (const double n : enrolments(size, dropout))
      if (n == audit.claims[claim].number->value()) {
        finding.recomputed = n;
        const std::string text = std::string(method.name) + " gives " + number(std::ceil(size.n1)) +
                                 " per arm, " + number(n) + " with dropout";
        return conclude(finding, method.usualness == 1 ? Verdict::reproduced : Verdict::explained,
                        std::string(method.key), text + (others.empty() ? "" : "; " + others));
      }
    others += (others.empty() ? "" : ", ") + std::string(method.name) + " " + number(enrolled(size, dropout));
  }
  finding.reason = "the usual formulas give " + others + "; needs the formula and its rounding";
}

void check_survival(Audit& audit, const Design& design) {
  const auto hr = value(design.hazard_ratio);
  const auto m1 = value(of_role(audit, design.medians, Role::experimental));
  const auto m2 = value(of_role(audit, design.medians, Role::control));
  const std::size_t claim = claim_of(audit, "hazard ratio to detect");
  if (claim != none && m1 && m2 && *m1 > 0) {
    Finding& finding = audit.findings[claim];
    finding.recomputed = *m2 / *m1;
    const bool same = audit.claims[claim].number->prints(*m2 / *m1);
    conclude(finding, same ? Verdict::reproduced : Verdict::discrepant, same ? "medians" : "",
             "the medians' ratio is " + number(*m2 / *m1));
  }
  const std::size_t n = claim_of(audit, "planned number of patients");
  const auto alpha = value(design.alpha), power = value(design.power);
  if (n == none || !hr || !alpha || !power || *hr <= 0 || *hr == 1) return;
  if (*alpha <= 0 || *alpha >= 1 || *power <= 0 || *power >= 100) return;
  std::string events;
  for (const SurvivalDesign& method : design::logrank())
    events += (events.empty() ? "" : ", ") + std::string(method.name) + " " +
              number(std::ceil(method.compute({*hr, *alpha, *power / 100, 1})));
  audit.findings[n].reason = "the assumptions need events (" + events +
                             "); patients need the times of accrual and follow-up as well";
}

/// 1 - alpha is the level of the intervals that belong to the test.
void check_alpha(Audit& audit) {
  const std::size_t claim = claim_of(audit, "significance level");
  if (claim == none) return;
  const PrintedNumber& alpha = *audit.claims[claim].number;
  for (const Outcome& outcome : audit.trial.outcomes)
    for (const Reported& reported : outcome.reported) {
      const auto level = reported.effect ? PrintedNumber::parse(reported.effect->level) : std::nullopt;
      if (!level || level->decimals() > 6) continue;
      std::int64_t scale = 100;
      for (int i = 0; i < level->decimals(); ++i) scale *= 10;
      if (!alpha.prints(Ratio{scale - level->scaled(), scale})) continue;
      Finding& finding = audit.findings[claim];
      finding.recomputed = 1 - level->value() / 100;
      return conclude(
          finding, Verdict::reproduced, "level",
          "one minus the level of the interval of " + outcome.id + ", " + reported.effect->level + "%");
    }
}

void check_difference(Audit& audit, const Design& design) {
  const std::size_t claim = claim_of(audit, "difference to detect");
  const auto p1 = value(of_role(audit, design.rates, Role::experimental));
  const auto p2 = value(of_role(audit, design.rates, Role::control));
  if (claim == none || !p1 || !p2) return;
  const double difference = std::abs(*p1 - *p2);
  audit.findings[claim].recomputed = difference;
  const bool same = audit.claims[claim].number->prints(difference);
  conclude(audit.findings[claim], same ? Verdict::reproduced : Verdict::discrepant, same ? "difference" : "",
           "the assumed rates differ by " + number(difference));
}

std::optional<double> percent_of(const Audit& audit, const Outcome& outcome, const std::string& arm) {
  const auto events = count_in_file(audit.trial, outcome, "events", arm);
  const auto n = size_in_file(audit.trial, outcome, arm);
  if (!events || !n) return {};
  return 100 * static_cast<double>(*events) / static_cast<double>(*n);
}

struct Judged {
  double result, limit;
  bool met;
};

void conclude_stopping(Finding& finding, const Judged& judged, const std::string& what) {
  finding.recomputed = judged.result;
  conclude(finding, Verdict::compatible, "stopping-rule",
           what + " " + number(judged.result) + ": the rule is " + (judged.met ? "met" : "not met"));
}

void check_below(Audit& audit, const StoppingRule& rule, Finding& finding) {
  const Outcome* outcome = audit.index.outcome(rule.outcome);
  const auto limit = value(rule.below);
  const auto arm = outcome ? percent_of(audit, *outcome, rule.arm) : std::nullopt;
  if (limit && arm) conclude_stopping(finding, {*arm, *limit, *arm < *limit}, outcome->name + ", per cent:");
}

void check_difference_above(Audit& audit, const StoppingRule& rule, Finding& finding) {
  const Outcome* outcome = audit.index.outcome(rule.outcome);
  if (!outcome) return;
  const auto limit = value(rule.difference_above);
  const auto experimental = percent_of(audit, *outcome, audit.arm(Role::experimental)->id);
  const auto control = percent_of(audit, *outcome, audit.arm(Role::control)->id);
  if (!limit || !experimental || !control) return;
  const double difference = *experimental - *control;
  conclude_stopping(finding, {difference, *limit, difference > *limit},
                    outcome->name + ", difference in points:");
}

/// The results against the rules: a statement of the report that one was not met can be checked. The claims
/// stand in the order of the rules, each with the limits that it prints.
void check_stopping(Audit& audit, const Design& design) {
  std::size_t next = 0;
  const auto next_finding = [&]() -> Finding& {
    while (audit.claims[next].entity != "design" || !audit.claims[next].label.starts_with("stopping rule"))
      ++next;
    return audit.findings[next++];
  };
  for (const StoppingRule& rule : design.stopping) {
    if (!rule.below.empty()) check_below(audit, rule, next_finding());
    if (!rule.difference_above.empty()) check_difference_above(audit, rule, next_finding());
  }
}

}  // namespace

void check_design(Audit& audit) {
  if (!audit.trial.design) return;
  const Design& design = *audit.trial.design;
  for (std::size_t i = 0; i < audit.claims.size(); ++i)
    if (audit.claims[i].entity == "design") audit.findings[i].reason = "an assumption of the plan";
  check_two_proportions(audit, design);
  check_survival(audit, design);
  check_alpha(audit);
  check_difference(audit, design);
  check_stopping(audit, design);
}

}  // namespace trialcalc::verify
