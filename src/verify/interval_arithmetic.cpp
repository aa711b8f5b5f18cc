#include "verify/interval_arithmetic.hpp"

#include <algorithm>

#include "verify/inputs.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

Bounds bounds_of(const Audit& audit, std::size_t claim) {
  const PrintedNumber& number = *audit.claims[claim].number;
  return {number.set().low, number.value(), number.set().high};
}

/// One number of a symmetric interval against what the other two make of it.
void judge(Audit& audit, std::size_t claim, const Bounds& implied, EffectScale scale) {
  Finding& finding = audit.findings[claim];
  const PrintedNumber& printed = *audit.claims[claim].number;
  finding.recomputed = implied.value;
  const std::string text =
      std::string(scale == EffectScale::logarithmic ? "by symmetry on the log scale " : "by symmetry ") +
      number(implied.value, 3) + ", " + range(implied.low, implied.high) + " within rounding";
  if (printed.prints(implied.value) || (implied.low < printed.set().high && printed.set().low < implied.high))
    return conclude(finding, Verdict::compatible,
                    scale == EffectScale::logarithmic ? "log-symmetry" : "symmetry", text);
  conclude(finding, Verdict::not_checkable, "",
           text + "; an interval need not be symmetric (profile likelihood, bootstrap): needs the " +
               (audit.claims[claim].outcome->kind == OutcomeKind::time_to_event ? "survival times"
                                                                                : "patients' data"));
}

/// An effect that nothing in the report recomputes: adjusted, or without the counts of its arms.
void check_alone(Audit& audit, const Reported& reported) {
  const EffectClaims effect = effect_claims(audit, reported);
  if (!effect.complete() || audit.findings[effect.estimate].verdict != Verdict::not_checkable) return;
  check_symmetry(audit, effect);
  if (effect.p == none || !reported.test.empty()) return;  // a test that is named is another question
  if (audit.findings[effect.p].verdict == Verdict::not_checkable)
    check_implied_p(audit, effect, level_of(audit, audit.claims[effect.estimate]));
}

}  // namespace

EffectClaims effect_claims(const Audit& audit, const Reported& reported) {
  EffectClaims effect;
  const std::string& measure = reported.effect->measure;
  if (measure.ends_with("difference")) effect.scale = EffectScale::plain;
  for (std::size_t i : audit.index.in_entry(reported)) {
    const Claim& claim = audit.claims[i];
    if (claim.cell || !claim.number) continue;
    if (claim.kind == measure) effect.estimate = i;
    if (claim.kind == "lower") effect.lower = i;
    if (claim.kind == "upper") effect.upper = i;
    if (claim.kind == "p") effect.p = i;
  }
  return effect;
}

EffectBounds effect_bounds(const Audit& audit, const EffectClaims& effect) {
  return {bounds_of(audit, effect.estimate), bounds_of(audit, effect.lower), bounds_of(audit, effect.upper),
          effect.scale};
}

void check_symmetry(Audit& audit, const EffectClaims& effect) {
  const auto& [estimate, lower, upper, scale] = effect_bounds(audit, effect);
  if (scale == EffectScale::logarithmic && (lower.low <= 0 || estimate.low <= 0)) return;
  judge(audit, effect.estimate, middle_of(lower, upper, scale), scale);
  judge(audit, effect.lower, mirrored(upper, estimate, scale), scale);
  judge(audit, effect.upper, mirrored(lower, estimate, scale), scale);
}

void check_implied_p(Audit& audit, const EffectClaims& effect, double level) {
  const auto implied = implied_p(effect_bounds(audit, effect), Confidence(level));
  if (!implied) return;
  Finding& finding = audit.findings[effect.p];
  finding.recomputed = implied->value;
  const RealSet set = audit.claims[effect.p].number->set();
  const std::string text = std::string(effect.scale == EffectScale::logarithmic ? "ratio" : "difference") +
                           " and limits imply " + number(implied->value, 3) + ", " +
                           range(implied->low, implied->high) + " within rounding";
  if (implied->low <= set.high && set.low <= implied->high)
    return conclude(finding, Verdict::compatible, "wald", text);
  // A log-rank, likelihood-ratio or score P of the same data is close to the Wald P, not equal to it.
  const double factor = std::max(set.low / implied->high, implied->low / std::max(set.high, 1e-12));
  if (factor < 1.5)
    return conclude(finding, Verdict::not_checkable, "",
                    text + (audit.claims[effect.estimate].kind == "hazard-ratio"
                                ? "; a log-rank P may differ by this much"
                                : "; the P of another test may differ by this much"));
  conclude(finding, Verdict::discrepant, "", text);
}

void check_intervals(Audit& audit) {
  for (const Outcome& outcome : audit.trial.outcomes)
    for (const Reported& reported : outcome.reported)
      if (reported.effect && reported.effect->measure != "hazard-ratio") check_alone(audit, reported);
}

}  // namespace trialcalc::verify
