#include "verify/effect_limits.hpp"

#include <algorithm>
#include <cmath>

#include "verify/effort.hpp"

namespace trialcalc::verify {

std::span<const IntervalMethod> methods_of(const std::string& measure) {
  if (measure == "risk-ratio") return risk_ratio::methods();
  if (measure == "odds-ratio") return odds_ratio::methods();
  if (measure == "risk-difference") return risk_difference::methods();
  return {};
}

std::optional<Ratio> plain_estimate(const std::string& measure, const TwoByTwo& table) {
  const auto [a, n1] = table.experimental;
  const auto [c, n2] = table.control;
  Ratio ratio;
  if (measure == "risk-ratio")
    ratio = {a * n2, c * n1};
  else if (measure == "odds-ratio")
    ratio = {a * (n2 - c), (n1 - a) * c};
  else
    ratio = {a * n2 - c * n1, n1 * n2};
  return ratio.denominator > 0 ? std::optional(ratio) : std::nullopt;
}

double scale_of(const std::string& measure, const PrintedNumber& printed, double plain) {
  if (measure != "risk-difference") return 1;
  const double size = std::abs(printed.value());  // either arm may be subtracted from the other
  return std::abs(size - 100 * std::abs(plain)) < std::abs(size - std::abs(plain)) ? 100 : 1;
}

TwoByTwo exchanged(const TwoByTwo& table) { return {table.control, table.experimental}; }

std::vector<Limits> all_limits(const EffectQuestion& question, const TwoByTwo& table) {
  std::vector<Limits> limits;
  const Confidence confidence(question.level);
  const bool enumerate = question.enumerate && enumeration_steps(table) <= most_steps_of_one_table;
  for (const IntervalMethod& method : methods_of(question.measure)) {
    if (method.usualness > question.most_unusual || (method.enumerates && !enumerate)) continue;
    const Interval interval = method.compute(table, confidence);
    if (interval.not_estimable.empty()) limits.push_back({&method, interval});
  }
  std::stable_sort(limits.begin(), limits.end(), [](const Limits& a, const Limits& b) {
    return a.method->usualness < b.method->usualness;
  });
  return limits;
}

bool prints_both(const EffectQuestion& question, const Interval& interval, Rounding rounding) {
  return (!question.lower || question.lower->prints(interval.lower * question.scale, rounding)) &&
         (!question.upper || question.upper->prints(interval.upper * question.scale, rounding));
}

PrintingLimits first_that_prints(const EffectQuestion& question, const std::vector<Limits>& limits) {
  for (Rounding rounding : all_roundings)
    for (const Limits& candidate : limits)
      if (prints_both(question, candidate.interval, rounding)) return {&candidate, rounding};
  return {};
}

}  // namespace trialcalc::verify
