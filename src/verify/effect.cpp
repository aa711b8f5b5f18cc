#include "trialcalc/effect.hpp"

#include <algorithm>
#include <cmath>

#include "trialcalc/nnt.hpp"
#include "verify/printed_target.hpp"

namespace trialcalc {

namespace {

Bounds bounds_of(const EffectClaim& claim, const PrintedNumber& number) {
  const verify::PrintedTarget target(number, claim.rounding);
  return {is_ratio(claim.measure) ? std::max(0.0, target.low()) : target.low(), number.value(),
          target.high()};
}

EffectBounds bounds_of(const EffectClaim& claim) {
  return {bounds_of(claim, claim.estimate), bounds_of(claim, claim.lower), bounds_of(claim, claim.upper),
          is_ratio(claim.measure) ? EffectScale::logarithmic : EffectScale::plain};
}

std::string_view reason_against(const EffectClaim& claim) {
  for (const PrintedNumber* number : {&claim.estimate, &claim.lower, &claim.upper}) {
    if (number->form() != PrintedNumber::Form::equal)
      return "a bound such as <0.1 is no number to compute with";
    if (is_ratio(claim.measure) && number->scaled() <= 0) return "a ratio of 0 or below has no logarithm";
  }
  if (claim.lower.value() >= claim.upper.value()) return "the lower limit is not below the upper one";
  return {};
}

EffectSymmetry examine_symmetry(const EffectClaim& claim, const EffectBounds& effect) {
  EffectSymmetry symmetry;
  symmetry.implied_estimate = middle_of(effect.lower, effect.upper, effect.scale);
  const verify::PrintedTarget estimate(claim.estimate, claim.rounding);
  symmetry.symmetric = estimate.may_print(symmetry.implied_estimate.low, symmetry.implied_estimate.high);
  if (!symmetry.symmetric)
    symmetry.explanations = {
        "an exact, profile-likelihood, score or bootstrap interval need not be symmetric",
        "the estimate and its limits may come from different models, or one of them is misprinted"};
  return symmetry;
}

EffectAgreement examine_agreement(const EffectClaim& claim, const Bounds& p) {
  const double null = is_ratio(claim.measure) ? 1 : 0;
  EffectAgreement agreement;
  agreement.excludes_null = claim.lower.value() > null || claim.upper.value() < null;
  if (!claim.p) return agreement;
  const verify::PrintedTarget reported(*claim.p, claim.rounding);
  agreement.consistent = reported.may_print(p.low, p.high);
  agreement.one_sided = !*agreement.consistent && (reported.may_print(p.low / 2, p.high / 2) ||
                                                   reported.may_print(1 - p.high / 2, 1 - p.low / 2));
  // A limit printed as the null itself, or a P printed as alpha, is on neither side.
  const bool touches = claim.lower.value() == null || claim.upper.value() == null;
  const double alpha = claim.confidence.alpha();
  const bool below = reported.high() <= alpha + 1e-12, above = reported.low() >= alpha - 1e-12;
  if (!touches && (below || above)) agreement.same_side = below == agreement.excludes_null;
  if (!*agreement.consistent || agreement.same_side == false) {
    agreement.explanations = {
        "P may come from another test than the interval (log-rank, likelihood ratio, score, exact)",
        "P or the interval may come from an adjusted or a stratified model, the other not",
        "the interval may be exact or from a bootstrap"};
    if (agreement.one_sided)
      agreement.explanations.insert(agreement.explanations.begin(), "P fits as a one-sided P");
  }
  return agreement;
}

Bounds events_for(const Bounds& standard_error, double allocation) {
  return {implied_events(standard_error.high, allocation), implied_events(standard_error.value, allocation),
          implied_events(standard_error.low, allocation)};
}

RatioMeasure ratio_measure(EffectMeasure measure) {
  if (measure == EffectMeasure::hazard_ratio) return RatioMeasure::hazard_ratio;
  return measure == EffectMeasure::odds_ratio ? RatioMeasure::odds_ratio : RatioMeasure::risk_ratio;
}

/// The effect at the baseline: the difference of risks rises with the ratio.
void add_baseline(const EffectClaim& claim, EffectReport& report) {
  if (!claim.baseline || !is_ratio(claim.measure)) return;
  const auto at = [&](const PrintedNumber& ratio) {
    return risk_difference_at(ratio_measure(claim.measure), ratio.value(), *claim.baseline);
  };
  const auto estimate = at(claim.estimate), lower = at(claim.lower), upper = at(claim.upper);
  if (!estimate || !lower || !upper) return;
  MethodInterval difference;
  difference.interval = {*lower, *upper, *estimate, {}};
  report.difference = difference;
  report.nnt = reciprocal(difference);
}

}  // namespace

std::string_view effect_key(EffectMeasure measure) {
  switch (measure) {
    case EffectMeasure::hazard_ratio:
      return "hazard-ratio";
    case EffectMeasure::odds_ratio:
      return "odds-ratio";
    case EffectMeasure::risk_ratio:
      return "risk-ratio";
    case EffectMeasure::mean_difference:
      break;
  }
  return "mean-difference";
}

bool is_ratio(EffectMeasure measure) { return measure != EffectMeasure::mean_difference; }

EffectReport examine(const EffectClaim& claim) {
  EffectReport report;
  report.not_estimable = reason_against(claim);
  if (!report.not_estimable.empty()) return report;
  const EffectBounds effect = bounds_of(claim);
  const double estimate = claim.estimate.value();
  report.log_estimate = is_ratio(claim.measure) ? std::log(estimate) : estimate;
  report.standard_error = implied_standard_error(effect, claim.confidence);
  report.z = report.log_estimate / report.standard_error.value;
  report.p = *implied_p(effect, claim.confidence);  // the claim's numbers are in order
  report.symmetry = examine_symmetry(claim, effect);
  report.agreement = examine_agreement(claim, report.p);
  if (claim.measure == EffectMeasure::hazard_ratio) {
    report.implied_events = events_for(report.standard_error, claim.allocation);
    if (claim.events)
      report.events_fit =
          report.implied_events->low <= *claim.events && *claim.events <= report.implied_events->high;
  }
  add_baseline(claim, report);
  return report;
}

}  // namespace trialcalc
