#include "report/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/comparison_cells.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

/// "with surgery alone", "in the control arm"
std::string in_arm(const ArmLabel& label, std::string_view role) {
  return label.name.empty() ? fmt::format("in the {} arm", role) : "with " + label.name;
}

bool has_value(const MeasureResult& measure) {
  return measure.not_estimable.empty() && std::isfinite(measure.estimate);
}

std::string counted_as(Direction direction) {
  switch (direction) {
    case Direction::fewer_is_better:
      return "; the trial counts fewer as better";
    case Direction::more_is_better:
      return "; the trial counts more as better";
    case Direction::neutral:
      break;
  }
  return {};
}

std::string arm_text(const Counts& counts, const NumberStyle& style) {
  return fmt::format("{} of {} ({}%)", counts.events, counts.total,
                     percent_text(counts.risk(), counts.total, style));
}

/// "risk ratio, 0.65; 95% CI, 0.31-1.37"
std::string effect_text(const MeasureResult& measure, const ComparisonView& view) {
  const NumberStyle& style = view.style;
  const bool points = measure.measure == Measure::risk_difference;
  std::string text =
      fmt::format("{}{}{}{}", lower_case(std::string(measure_name(measure.measure))), style.after_name,
                  bound_text(measure.measure, measure.estimate, view), points ? " percentage points" : "");
  if (measure.intervals.empty() || !measure.intervals[0].interval.not_estimable.empty()) return text;
  return text + fmt::format("{}{}{}{}", style.between, level_text(view.comparison.level), style.interval,
                            interval_text(measure.measure, measure.intervals[0], view));
}

}  // namespace

std::vector<std::string> ratio_sentences(const ComparisonView& view) {
  std::vector<std::string> sentences;
  const std::string here = in_arm(view.labels.experimental, "experimental");
  const std::string there = in_arm(view.labels.control, "control");
  for (const MeasureResult& measure : view.comparison.measures) {
    const bool odds = measure.measure == Measure::odds_ratio;
    if (!has_value(measure) || (!odds && measure.measure != Measure::risk_ratio)) continue;
    const std::string ratio = ratio_text(measure.estimate, view.style);
    const std::string better = sentences.empty() ? counted_as(view.direction) : "";
    sentences.push_back(
        odds ? fmt::format("The odds of the event {} were {} times those {}{}.", here, ratio, there, better)
             : fmt::format("The event was {} times as frequent {} as {}{}.", ratio, here, there, better));
  }
  return sentences;
}

std::vector<std::string> hazard_sentences(const Outcome& outcome, const ComparedArms& arms) {
  std::vector<std::string> sentences;
  if (!arms.experimental || !arms.control) return sentences;
  for (const Reported& reported : outcome.reported) {
    if (!reported.effect || reported.effect->measure != "hazard-ratio" || reported.effect->estimate.empty())
      continue;
    // Of the outcome it is said what counts as better, for fewer events are a lower hazard, more survival
    // too.
    const std::string better =
        outcome.direction == Direction::neutral
            ? ""
            : fmt::format("; for {} the trial counts {} as better", lower_case(outcome.name),
                          outcome.direction == Direction::more_is_better ? "more" : "fewer");
    const std::string sentence =
        fmt::format("The hazard was {} times as high with {} as with {}{}.", reported.effect->estimate,
                    arms.experimental->name, arms.control->name, better);
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
      sentences.push_back(sentence);
  }
  return sentences;
}

std::string sentence_to_paste(const ComparisonView& view) {
  const auto& [experimental, control] = view.comparison.table;
  std::string text =
      fmt::format("{} occurred in {} v {} patients", view.event.empty() ? "The event" : view.event,
                  arm_text(experimental, view.style), arm_text(control, view.style));
  for (const MeasureResult& measure : view.comparison.measures) {
    if (!has_value(measure)) continue;
    text += "; " + effect_text(measure, view);
    break;
  }
  for (const MethodTest& test : view.comparison.tests) {
    if (!test.result.not_estimable.empty()) continue;
    text += "; " + p_phrase(test.result.p, view.style);
    break;
  }
  return text + ".";
}

}  // namespace trialcalc::report
