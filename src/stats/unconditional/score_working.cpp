#include "stats/unconditional/score_working.hpp"

#include <cmath>

#include "stats/unconditional/score_statistic.hpp"

namespace trialcalc::unconditional {

namespace {

/// At the end of the measure's range a limit solves no equation.
bool solved(Measure measure, double limit) {
  return measure == Measure::risk_difference ? std::abs(limit) < 1 : limit > 0 && std::isfinite(limit);
}

}  // namespace

Working score_working(const TwoByTwo& table, const ScoreForm& form, const Interval& interval) {
  Working working{{}, "the two values at which the squared score statistic equals z^2"};
  const auto add = [&](std::string_view meaning, double limit) {
    if (!solved(form.measure, limit)) return;
    const double z = score_statistic(table, {form.measure, limit});
    working.steps.push_back({meaning, "", "", z * z / form.correction});
  };
  add("with the lower limit put in, the squared score statistic", interval.lower);
  add("with the upper limit put in, the squared score statistic", interval.upper);
  return working;
}

}  // namespace trialcalc::unconditional
