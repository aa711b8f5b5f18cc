// A hazard ratio, its limits, its P and the survival printed beside it, against each other.
//
// None of them can be recomputed without the patients' times; what can be shown is whether they can be
// true together, within their rounding.
#include <algorithm>

#include "verify/inputs.hpp"
#include "verify/interval_arithmetic.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

/// Years in "5-year", 0 when the category is no landmark.
double years(const std::string& category) {
  const auto dash = category.find('-');
  const auto number = PrintedNumber::parse(category.substr(0, dash));
  return number && category.substr(dash + 1) == "year" ? number->value() : 0;
}

/// At least so many events as survival at the last landmark implies, if nobody were lost before it.
std::optional<std::pair<double, std::string>> deaths_from_survival(const Audit& audit,
                                                                   const Outcome& outcome) {
  double last = 0;
  const ReportedRow* row = nullptr;
  for (const Reported& reported : outcome.reported) {
    const Source* source = audit.source(reported.source);
    if (!source || !source->own) continue;
    for (const ReportedRow& candidate : reported.rows)
      if (years(candidate.category) > last && candidate.cells.size() >= 2) {
        last = years(candidate.category);
        row = &candidate;
      }
  }
  if (!row) return {};
  double deaths = 0;
  std::string text;
  for (Role role : {Role::experimental, Role::control}) {
    const std::string& arm = audit.arm(role)->id;
    const auto cell = row->cells.find(arm);
    const auto survival =
        cell == row->cells.end() ? std::nullopt : PrintedNumber::parse(cell->second.percent);
    const auto n = size_in_file(audit.trial, outcome, arm);
    if (!survival || !n) return {};
    deaths += static_cast<double>(*n) * (1 - survival->value() / 100);
    text += (text.empty() ? "" : " and ") + cell->second.percent + "%";
  }
  return std::pair(deaths, row->category + " survival of " + text);
}

/// Events that the width of the interval implies against those that survival printed elsewhere implies.
void check_events(Audit& audit, const Outcome& outcome, const EffectClaims& effect, double level) {
  const auto deaths = deaths_from_survival(audit, outcome);
  if (!deaths) return;
  const EffectBounds bounds = effect_bounds(audit, effect);
  if (bounds.lower.low <= 0) return;
  const Bounds error = implied_standard_error(bounds, Confidence(level));
  const double most = implied_events(error.low, 1), fewest = implied_events(error.high, 1);
  const Claim& claim = audit.claims[effect.lower];
  Finding finding;
  finding.source = claim.source;
  finding.where = claim.where;
  finding.outcome = outcome.id;
  finding.label = outcome.name + ": events behind the interval and events behind the survival";
  finding.reported = claim.text + "-" + audit.claims[effect.upper].text;
  finding.recomputed = implied_events(error.value, 1);
  Finding& placed = audit.findings[audit.add_identity(std::move(finding))];
  const std::string text = "the interval implies " + number(*placed.recomputed, 3) + " events (" +
                           range(fewest, most) + "), " + deaths->second + " about " +
                           number(deaths->first, 3);
  // Censoring before the landmark and adjustment move these numbers by some tenths, not by half.
  const double ratio = deaths->first / most;
  if (ratio < 1.5 && fewest / deaths->first < 1.5)
    return conclude(placed, Verdict::compatible, "implied-events", text);
  conclude(
      placed, Verdict::discrepant, "",
      text + "; strata, adjustment or censoring before the landmark would have to make up the difference");
}

bool prints_all(const Audit& audit, const Reported& reported) {
  return reported.effect && reported.effect->measure == "hazard-ratio" &&
         effect_claims(audit, reported).complete();
}

/// The trial's own report has the say; a secondary one only where that prints no interval.
bool has_the_say(const Audit& audit, const Outcome& outcome, const Reported& reported) {
  const auto own = [&](const Reported& one) {
    return audit.source(one.source) && audit.source(one.source)->own;
  };
  if (own(reported)) return true;
  for (const Reported& other : outcome.reported)
    if (own(other) && prints_all(audit, other)) return false;
  return true;
}

/// Limits of the same ratio printed by another report, for an entry that prints none.
EffectClaims borrow_limits(const Audit& audit, const Outcome& outcome, EffectClaims effect) {
  for (const Reported& other : outcome.reported) {
    if (effect.estimate == none || !prints_all(audit, other)) continue;
    const EffectClaims there = effect_claims(audit, other);
    if (!same_value(*audit.claims[there.estimate].number, *audit.claims[effect.estimate].number)) continue;
    effect.lower = there.lower;
    effect.upper = there.upper;
    return effect;
  }
  return effect;
}

void check_entry(Audit& audit, const Outcome& outcome, const Reported& reported) {
  const EffectClaims effect = effect_claims(audit, reported);
  if (!effect.complete()) {
    for (std::size_t i : {effect.estimate, effect.lower, effect.upper})
      if (i != none) audit.findings[i].reason = "needs its interval, or the patients' survival times";
    const EffectClaims borrowed = borrow_limits(audit, outcome, effect);
    if (!borrowed.complete() || effect.p == none) return;
    check_implied_p(audit, borrowed, level_of(audit, audit.claims[borrowed.lower]));
    audit.findings[effect.p].reason +=
        ", with the limits that " + audit.claims[borrowed.lower].source + " prints";
    return;
  }
  const double level = level_of(audit, audit.claims[effect.estimate]);
  check_symmetry(audit, effect);
  if (effect.p != none) check_implied_p(audit, effect, level);
  if (has_the_say(audit, outcome, reported)) check_events(audit, outcome, effect, level);
}

}  // namespace

void check_hazard_ratios(Audit& audit) {
  for (const Outcome& outcome : audit.trial.outcomes) {
    if (outcome.kind != OutcomeKind::time_to_event) continue;
    for (const Reported& reported : outcome.reported)
      if (reported.effect && reported.effect->measure == "hazard-ratio")
        check_entry(audit, outcome, reported);
  }
  for (std::size_t i = 0; i < audit.claims.size(); ++i) {
    const Claim& claim = audit.claims[i];
    const bool of_time = claim.outcome && claim.outcome->kind == OutcomeKind::time_to_event;
    if (of_time && claim.cell && audit.findings[i].verdict == Verdict::not_checkable)
      audit.findings[i].reason = "needs the patients' survival times";
  }
}

}  // namespace trialcalc::verify
