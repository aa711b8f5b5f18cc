#include "report/comparison_cells.hpp"

#include <cmath>
#include <utility>

#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

/// "NNTH 12.4 to ∞ to NNTB 3.3" (Altman 1998), or "3.3 to 12.4" when all of it is benefit, or harm.
std::string nnt_range(const MethodInterval& result, const ComparisonView& view) {
  const Interval& interval = result.interval;
  std::string first = bound_text(Measure::nnt, interval.lower, view);
  std::string last = bound_text(Measure::nnt, interval.upper, view);
  if (result.through_infinity) {
    if (first.starts_with("NNTB")) std::swap(first, last);
    return first + " to \u221E to " + last;
  }
  if (std::abs(interval.lower) > std::abs(interval.upper)) std::swap(first, last);
  // Both are benefit, or both harm, as the estimate says before them.
  for (std::string* bound : {&first, &last})
    if (bound->starts_with("NNT")) bound->erase(0, std::string_view("NNTB ").size());
  return first + " to " + last;
}

}  // namespace

std::string bound_text(Measure measure, double bound, const ComparisonView& view) {
  if (measure == Measure::nnt) return nnt_text(bound, view.more_is_better, view.style);
  if (measure == Measure::risk_difference) return points_text(bound, view.style);
  return ratio_text(bound, view.style);
}

std::string interval_text(Measure measure, const MethodInterval& result, const ComparisonView& view) {
  if (measure == Measure::nnt) return nnt_range(result, view);
  return bounds_text(
      result.interval, [&](double bound) { return bound_text(measure, bound, view); }, view.style);
}

std::string spaced(const Counts& counts) {
  return std::to_string(counts.events) + " / " + std::to_string(counts.total);
}

std::string risk_text(const RiskResult& risk, const Counts& counts, std::size_t index,
                      const NumberStyle& style) {
  const std::string per_cent = percent_text(risk.estimate, counts.total, style) + "%";
  if (index >= risk.intervals.size()) return per_cent;
  const Interval& interval = risk.intervals[index].interval;
  if (!interval.not_estimable.empty()) return per_cent + " (" + no_number(interval.not_estimable) + ")";
  return per_cent + " (" +
         range_text(percent_text(interval.lower, counts.total, style),
                    percent_text(interval.upper, counts.total, style), style) +
         ")";
}

std::string measure_text(const MeasureResult& measure, const MethodInterval* result,
                         const ComparisonView& view) {
  return estimate_text(
      {.estimate = measure.estimate,
       .not_estimable = measure.not_estimable,
       .number = [&](double value) { return bound_text(measure.measure, value, view); },
       .range = [&](const MethodInterval& one) { return interval_text(measure.measure, one, view); },
       .unit = measure.measure == Measure::risk_difference ? " pp" : ""},
      result);
}

}  // namespace trialcalc::report
