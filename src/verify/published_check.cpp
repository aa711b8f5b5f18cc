#include "trialcalc/published_check.hpp"

#include <optional>

#include "trialcalc/published.hpp"

namespace trialcalc {

namespace {

constexpr std::string_view counted_measures[] = {"risk-ratio", "odds-ratio", "risk-difference"};

/// Two arms with one binary outcome, of which nothing is printed yet.
Trial trial_of(const TwoByTwo& table) {
  Trial trial;
  trial.id = "published";
  trial.arms = {{"experimental", "Experimental", Role::experimental}, {"control", "Control", Role::control}};
  Source source;
  source.id = "published";
  trial.sources.push_back(source);
  Outcome outcome;
  outcome.id = "events";
  outcome.name = "Events";
  outcome.n = {{"experimental", table.experimental.total}, {"control", table.control.total}};
  outcome.events = {{"experimental", table.experimental.events}, {"control", table.control.events}};
  trial.outcomes.push_back(std::move(outcome));
  return trial;
}

Reported reported_of(const PublishedResult& result, const std::string& measure) {
  Reported reported;
  reported.source = "published";
  reported.where = "published";
  reported.p = result.p;
  if (!result.estimate.empty() || !result.lower.empty() || !result.upper.empty())
    reported.effect = ReportedEffect{measure, result.estimate, result.lower, result.upper, result.level, ""};
  return reported;
}

/// Two arms, and how one of the results in a text is checked against them.
struct Arms {
  Trial trial;
  CheckOptions options;
};

Check check_one(Arms arms, const PublishedResult& result, const std::string& measure) {
  arms.trial.outcomes.front().reported.push_back(reported_of(result, measure));
  return check(arms.trial, arms.options);
}

/// The reading with the fewest discrepancies, the first of equals.
Check check_unnamed(const Arms& arms, const PublishedResult& result) {
  std::optional<Check> best;
  std::string_view taken;
  for (std::string_view measure : counted_measures) {
    Check reading = check_one(arms, result, std::string(measure));
    if (best && reading.count(Verdict::discrepant) >= best->count(Verdict::discrepant)) continue;
    best = std::move(reading);
    taken = measure;
  }
  for (Finding& finding : best->findings)
    if (finding.kind == taken) finding.reason += "; the text names no measure";
  return std::move(*best);
}

void set_aside(Finding& finding, const std::string& reason) {
  finding.verdict = Verdict::not_checkable;
  finding.recomputed.reset();
  finding.method.clear();
  finding.reason = reason;
}

/// What the counts cannot tell: all of it, or the effect without its P value.
void set_aside(Check& check, const std::string& reason, bool p_too) {
  if (p_too) check.attributions.clear();
  for (Finding& finding : check.findings)
    if (p_too || finding.kind != "p") set_aside(finding, reason);
}

/// A hazard ratio, its limits and its P are checked against each other only.
Check check_hazard_ratio(Arms arms, const PublishedResult& result) {
  Outcome& outcome = arms.trial.outcomes.front();
  outcome.kind = OutcomeKind::time_to_event;
  outcome.events.clear();
  return check_one(std::move(arms), result, result.measure);
}

Check check_result(const Arms& arms, const PublishedResult& result) {
  if (result.measure == "hazard-ratio") return check_hazard_ratio(arms, result);
  const bool has_effect = !result.estimate.empty() || !result.lower.empty() || !result.upper.empty();
  if (result.measure.empty() && has_effect && !result.adjusted) return check_unnamed(arms, result);
  Check checked = check_one(arms, result, result.measure.empty() ? "risk-ratio" : result.measure);
  if (result.adjusted) set_aside(checked, "adjusted: needs the patients' data", true);
  if (result.measure == "mean-difference") set_aside(checked, "needs the patients' values", true);
  if (result.measure == "nnt")
    set_aside(checked, "the number needed to treat is not checked; its risk difference is", false);
  return checked;
}

void append(Check& all, Check one) {
  const std::size_t before = all.findings.size();
  const auto renumbered = [&](const std::string& id) {
    return "f" + std::to_string(before + std::stoul(id.substr(1)));
  };
  for (Finding& finding : one.findings) {
    finding.id = renumbered(finding.id);
    if (!finding.follows_from.empty()) finding.follows_from = renumbered(finding.follows_from);
    all.findings.push_back(std::move(finding));
  }
  all.attributions.insert(all.attributions.end(), one.attributions.begin(), one.attributions.end());
}

}  // namespace

Check check_published(const TwoByTwo& table, std::string_view text) {
  const std::vector<PublishedResult> results = parse_published_results(text);
  Arms arms{trial_of(table), {}};
  arms.options.effort /= static_cast<double>(results.size());  // many results take no longer than one
  Check all{arms.trial.id, arms.trial.name, {}, {}, {}};
  for (const PublishedResult& result : results) append(all, check_result(arms, result));
  return all;
}

}  // namespace trialcalc
