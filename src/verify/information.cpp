// Fragility and numbers needed to treat: they restate what the counts say, and get no verdict.
#include "trialcalc/methods.hpp"
#include "verify/audit.hpp"

namespace trialcalc::verify {

namespace {

/// The fragility of larger trials takes long to find, and nobody asks for it.
constexpr std::int64_t most_patients = 1'000'000;

std::optional<Counts> counts_of(const Audit& audit, const Outcome& outcome, Role role) {
  const auto events = count_in_file(audit.trial, outcome, "events", audit.arm(role)->id);
  const auto n = size_in_file(audit.trial, outcome, audit.arm(role)->id);
  if (!events || !n || *n < 1 || *events > *n || *n > most_patients) return {};
  return Counts{*events, *n};
}

/// What the trial's own report says of a threshold, or the usual one.
double own_share(const Trial& trial, std::string Source::*said, double unit, double usual) {
  for (const Source& source : trial.sources) {
    const auto number = source.own ? PrintedNumber::parse(source.*said) : std::nullopt;
    if (number && number->value() > 0 && number->value() < unit) return number->value() / unit;
  }
  return usual;
}

}  // namespace

std::vector<Information> information_of(const Audit& audit) {
  std::vector<Information> all;
  const double alpha = own_share(audit.trial, &Source::alpha, 1, 0.05);
  const double level = own_share(audit.trial, &Source::level, 100, 0.95);
  const TestMethod& fisher = *find_method(two_by_two::methods(), "fisher");
  const IntervalMethod& newcombe = *find_method(risk_difference::methods(), "newcombe");
  for (const Outcome& outcome : audit.trial.outcomes) {
    if (outcome.kind != OutcomeKind::binary) continue;
    const auto experimental = counts_of(audit, outcome, Role::experimental);
    const auto control = counts_of(audit, outcome, Role::control);
    if (!experimental || !control) continue;
    Information one{outcome.id,
                    outcome.name,
                    outcome.primary,
                    outcome.direction == Direction::more_is_better,
                    {*experimental, *control},
                    alpha,
                    level,
                    &fisher,
                    {},
                    {&newcombe, {}, false}};
    one.fragility = fragility(one.table, fisher, alpha);
    one.difference.interval = newcombe.compute(one.table, Confidence(level));
    one.difference.interval.estimate = estimate(one.table, Measure::risk_difference).estimate;
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace trialcalc::verify
