#include <cmath>
#include <limits>

#include "stats/bounds/normal_spans.hpp"

namespace trialcalc {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Span anything{-infinity, infinity};

/// x / y, infinite for y = 0, so that a span never loses a table with a zero cell.
double ratio(double x, double y, double when_undefined) {
  return y == 0 ? (x == 0 ? when_undefined : infinity) : x / y;
}

double effect_of(Measure measure, const TwoByTwo& table, double when_undefined) {
  const auto a = static_cast<double>(table.experimental.events),
             n1 = static_cast<double>(table.experimental.total);
  const auto c = static_cast<double>(table.control.events), n2 = static_cast<double>(table.control.total);
  switch (measure) {
    case Measure::risk_ratio:
      return ratio(a * n2, c * n1, when_undefined);
    case Measure::odds_ratio:
      return ratio(a * (n2 - c), c * (n1 - a), when_undefined);
    case Measure::risk_difference:
    case Measure::nnt:
      break;
  }
  return a / n1 - c / n2;
}

LimitSpans corner_spans(const IntervalMethod& method, const TableBox& box, const Confidence& confidence) {
  const Interval smallest = method.compute(box.smallest(), confidence);
  const Interval largest = method.compute(box.largest(), confidence);
  LimitSpans spans{anything, anything};
  if (smallest.not_estimable.empty()) spans.lower.least = smallest.lower, spans.upper.least = smallest.upper;
  if (largest.not_estimable.empty()) spans.lower.most = largest.lower, spans.upper.most = largest.upper;
  return spans;
}

/// Solved limits are good to 1e-10 at worst. What is no number (infinity less infinity) bounds nothing.
Span widened(const Span& span) {
  const auto slack = [](double x) { return std::isfinite(x) ? 1e-9 * (1 + std::abs(x)) : 0; };
  if (std::isnan(span.least) || std::isnan(span.most)) return anything;
  return {span.least - slack(span.least), span.most + slack(span.most)};
}

}  // namespace

Span estimate_span(Measure measure, const TableBox& box) {
  return {effect_of(measure, box.smallest(), 0), effect_of(measure, box.largest(), infinity)};
}

LimitSpans limit_spans(Measure measure, const IntervalMethod& method, const TableBox& box,
                       const Confidence& confidence) {
  LimitSpans spans{anything, anything};
  if (const auto normal = bounds::normal_spans(measure, method.key, box, confidence.z()))
    spans = *normal;
  else if (limits_are_monotone(measure, method.key, box, confidence))
    spans = corner_spans(method, box, confidence);
  return {widened(spans.lower), widened(spans.upper)};
}

}  // namespace trialcalc
