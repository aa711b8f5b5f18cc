// Risk ratios, risk differences and odds ratios with their limits, from the counts.
#include <algorithm>

#include "verify/effect_limits.hpp"
#include "verify/inputs.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

/// The printed numbers of one effect: claims of one `reported`.
struct Effect {
  std::size_t estimate = none, lower = none, upper = none;
  std::string measure;
  bool estimate_exchanged = false, limits_exchanged = false;  ///< explained with the arms exchanged
};

void conclude_estimate(Audit& audit, Effect& effect, const EffectQuestion& question, const TwoByTwo& table) {
  Finding& finding = audit.findings[effect.estimate];
  const auto exact = plain_estimate(question.measure, table);
  if (!exact) return conclude(finding, Verdict::not_checkable, "", "the estimate is not finite: a zero cell");
  const double value = exact->value() * question.scale;
  finding.recomputed = value;
  const auto rounding = question.scale == 1 ? rounding_that_prints(*question.estimate, *exact)
                                            : rounding_that_prints(*question.estimate, value);
  if (rounding == Rounding::half_up)
    return conclude(finding, Verdict::reproduced, question.measure, "the counts give " + number(value));
  if (rounding)
    return conclude(finding, Verdict::explained, question.measure,
                    "the counts give " + number(value) + ", not rounded to the nearest");
  const auto reciprocal = plain_estimate(question.measure, exchanged(table));
  if (reciprocal && question.estimate->prints(reciprocal->value() * question.scale)) {
    effect.estimate_exchanged = true;
    return conclude(
        finding, Verdict::explained, question.measure,
        "with the arms exchanged: the counts give " + number(value) + " for experimental against control");
  }
  conclude(finding, Verdict::discrepant, "", "the counts give " + number(value));
}

void conclude_limit(Audit& audit, std::size_t claim, double value, Verdict verdict,
                    const IntervalMethod* method, std::string reason) {
  if (claim == none) return;
  audit.findings[claim].recomputed = value;
  conclude(audit.findings[claim], verdict, method ? std::string(method->key) : "", std::move(reason));
}

/// No method prints both limits: the one that the most usual method prints stands, the other differs.
void conclude_unexplained(Audit& audit, const Effect& effect, const EffectQuestion& question,
                          const std::vector<Limits>& limits) {
  const Limits* best = &limits.front();
  const auto prints_lower = [&](const Limits& one) {
    return question.lower && question.lower->prints(one.interval.lower * question.scale);
  };
  const auto prints_upper = [&](const Limits& one) {
    return question.upper && question.upper->prints(one.interval.upper * question.scale);
  };
  const auto either = std::find_if(limits.begin(), limits.end(),
                                   [&](const Limits& one) { return prints_lower(one) || prints_upper(one); });
  if (either != limits.end()) best = &*either;
  const std::string name(best->method->name);
  const std::string left_out =
      question.enumerate ? "" : " (those that enumerate tables are left out: they take too long)";
  const auto one = [&](std::size_t claim, double value, bool printed) {
    const std::string gives = name + " gives " + number(value);
    if (printed)
      conclude_limit(audit, claim, value, Verdict::reproduced, best->method, gives);
    else
      conclude_limit(audit, claim, value, Verdict::discrepant, nullptr,
                     "no method prints both limits" + left_out + "; " + gives);
  };
  one(effect.lower, best->interval.lower * question.scale, prints_lower(*best));
  one(effect.upper, best->interval.upper * question.scale, prints_upper(*best));
}

bool enumerates(const std::string& measure, const std::string& key) {
  const IntervalMethod* method = find_method(methods_of(measure), key);
  return method && method->enumerates;
}

void conclude_too_large(Audit& audit, const Effect& effect, const std::string& stated) {
  for (const std::size_t claim : {effect.lower, effect.upper})
    if (claim != none)
      conclude(audit.findings[claim], Verdict::not_checkable, "",
               stated + " of so large a table takes too long within a check");
}

void conclude_limits(Audit& audit, Effect& effect, const EffectQuestion& question, const TwoByTwo& table) {
  const Claim& any = audit.claims[effect.lower != none ? effect.lower : effect.upper];
  const auto limits = all_limits(question, table);
  if (limits.empty()) return;
  const std::string stated = any.reported->effect->method.empty()
                                 ? std::string(methods_of(question.measure)[0].key)
                                 : any.reported->effect->method;
  PrintingLimits answer = first_that_prints(question, limits);
  bool& swapped = effect.limits_exchanged;
  std::vector<Limits> other_way;
  if (!answer.limits) {
    other_way = all_limits(question, exchanged(table));
    answer = first_that_prints(question, other_way);
    swapped = answer.limits != nullptr;
  }
  if (!answer.limits && !question.enumerate && enumerates(question.measure, stated))
    return conclude_too_large(audit, effect, stated);
  if (!answer.limits) return conclude_unexplained(audit, effect, question, limits);
  const bool plain = answer.limits->method->key == stated && answer.rounding == Rounding::half_up && !swapped;
  const std::string text = std::string(answer.limits->method->name) + " gives " +
                           range(answer.limits->interval.lower * question.scale,
                                 answer.limits->interval.upper * question.scale, 4) +
                           (answer.rounding == Rounding::half_up ? "" : ", not rounded to the nearest") +
                           (swapped ? ", with the arms exchanged" : "");
  const Verdict verdict = plain ? Verdict::reproduced : Verdict::explained;
  conclude_limit(audit, effect.lower, answer.limits->interval.lower * question.scale, verdict,
                 answer.limits->method, text);
  conclude_limit(audit, effect.upper, answer.limits->interval.upper * question.scale, verdict,
                 answer.limits->method, text);
}

void attribute_interval(Audit& audit, const Effect& effect, const EffectQuestion& question,
                        const TwoByTwo& table) {
  if (effect.lower == none || effect.upper == none) return;
  const Claim& claim = audit.claims[effect.lower];
  Attribution attribution;
  attribution.source = claim.source;
  attribution.where = claim.where;
  attribution.outcome = claim.entity;
  attribution.kind = "interval";
  attribution.reported = claim.text + " to " + audit.claims[effect.upper].text;
  for (const Limits& one : all_limits(question, table)) {
    if (prints_both(question, one.interval, Rounding::half_up))
      attribution.methods.emplace_back(one.method->key);
    else if (one.method->usualness <= 2)
      attribution.usual_not.emplace_back(one.method->key);
  }
  audit.attributions.push_back(std::move(attribution));
}

/// The usual methods, and the one that prints these limits now: enough to ask of changed counts.
EffectQuestion limited(const Audit& audit, const Effect& effect, EffectQuestion question) {
  question.most_unusual = 2;
  question.enumerate = false;
  const std::size_t limit = effect.lower != none ? effect.lower : effect.upper;
  if (limit != none)
    if (const auto* now = find_method(methods_of(question.measure), audit.findings[limit].method)) {
      question.most_unusual = std::max(question.most_unusual, now->usualness);
      question.enumerate = now->enumerates;
    }
  return question;
}

std::optional<TwoByTwo> in_order(const std::optional<TwoByTwo>& table, bool arms_exchanged) {
  return table && arms_exchanged ? exchanged(*table) : table;
}

void require_effect(Audit& audit, const Effect& effect, const EffectQuestion& all, const TwoArms& arms) {
  const auto now = arms.table(audit.values);
  const EffectQuestion question = limited(audit, effect, all);
  const std::vector<Operand> operands = arms.operands();
  const auto judged = [&](std::size_t claim) {
    return claim != none && audit.findings[claim].verdict != Verdict::not_checkable;
  };
  if (judged(effect.estimate))
    audit.require(effect.estimate, {&operands}, [arms, question, effect](const Values& values) {
      const auto table = in_order(arms.table(values), effect.estimate_exchanged);
      const auto exact = table ? plain_estimate(question.measure, *table) : std::nullopt;
      return exact && rounding_that_prints(*question.estimate, exact->value() * question.scale).has_value();
    });
  for (const bool is_lower : {true, false}) {
    const std::size_t claim = is_lower ? effect.lower : effect.upper;
    const std::size_t other = is_lower ? effect.upper : effect.lower;
    const auto broken = [&](std::size_t limit) {
      return limit != none && audit.findings[limit].verdict == Verdict::discrepant;
    };
    if (!judged(claim) || (broken(other) && !broken(claim))) continue;  // the limit that holds is not accused
    audit.require(claim, {&operands}, [arms, question, effect](const Values& values) {
      const auto table = in_order(arms.table(values), effect.limits_exchanged);
      if (!table) return false;
      const auto limits = all_limits(question, *table);
      return first_that_prints(question, limits).limits != nullptr;
    });
    audit.constraints.back().cost = cost_of_methods(enumeration_steps(*now), question.enumerate);
  }
}

void check_effect(Audit& audit, Effect effect) {
  const std::size_t any = effect.estimate != none ? effect.estimate
                          : effect.lower != none  ? effect.lower
                                                  : effect.upper;
  const Claim& claim = audit.claims[any];
  const auto arms = two_arms(audit, claim);
  const auto table = arms ? arms->table(audit.values) : std::nullopt;
  if (!table) {
    for (std::size_t i : {effect.estimate, effect.lower, effect.upper})
      if (i != none) audit.findings[i].reason = "needs the counts of both arms";
    return;
  }
  EffectQuestion question{effect.measure, level_of(audit, claim), {}, {}, {}, 1, audit.options.most_unusual};
  if (effect.estimate != none) question.estimate = audit.claims[effect.estimate].number;
  if (effect.lower != none) question.lower = audit.claims[effect.lower].number;
  if (effect.upper != none) question.upper = audit.claims[effect.upper].number;
  question.enumerate = audit.effort.affords(enumeration_steps(*table));
  if (const auto plain = plain_estimate(effect.measure, *table))
    question.scale = scale_of(
        effect.measure, question.estimate ? *question.estimate : *audit.claims[any].number, plain->value());
  if (effect.estimate != none) conclude_estimate(audit, effect, question, *table);
  if (effect.lower != none || effect.upper != none) conclude_limits(audit, effect, question, *table);
  attribute_interval(audit, effect, question, *table);
  require_effect(audit, effect, question, *arms);
}

}  // namespace

void check_effects(Audit& audit) {
  std::size_t i = 0;
  while (i < audit.claims.size()) {
    const Claim& claim = audit.claims[i];
    const bool starts =
        claim.reported && claim.reported->effect && !claim.cell && claim.number &&
        (claim.kind == claim.reported->effect->measure || claim.kind == "lower" || claim.kind == "upper");
    if (!starts || methods_of(claim.reported->effect->measure).empty()) {
      ++i;
      continue;
    }
    Effect effect;
    effect.measure = claim.reported->effect->measure;
    const Reported* entry = claim.reported;
    for (; i < audit.claims.size() && audit.claims[i].reported == entry && !audit.claims[i].cell; ++i) {
      if (!audit.claims[i].number) continue;
      if (audit.claims[i].kind == effect.measure) effect.estimate = i;
      if (audit.claims[i].kind == "lower") effect.lower = i;
      if (audit.claims[i].kind == "upper") effect.upper = i;
    }
    check_effect(audit, effect);
  }
}

}  // namespace trialcalc::verify
