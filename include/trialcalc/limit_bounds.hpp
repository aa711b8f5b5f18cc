#pragma once
// Bounds of an effect and of its interval's limits over many tables at once.

#include <string_view>

#include "trialcalc/comparison.hpp"

namespace trialcalc {

/// Tables of two arm sizes: events from a_low to a_high and from c_low to c_high.
struct TableBox {
  std::int64_t n1, n2, a_low, a_high, c_low, c_high;

  /// The tables where the effect is smallest and largest.
  TwoByTwo smallest() const { return {{a_low, n1}, {c_high, n2}}; }
  TwoByTwo largest() const { return {{a_high, n1}, {c_low, n2}}; }
  bool is_one() const { return a_low == a_high && c_low == c_high; }
};

struct Span {
  double least, most;
};

/// The effect's least and greatest value over the box: plain estimates are monotone.
Span estimate_span(Measure measure, const TableBox& box);

/// Where the lower and the upper limits of the box's tables lie.
struct LimitSpans {
  Span lower, upper;
};

/// Bounds of both limits over the box, wide enough for their errors; infinite where nothing is proven.
///
/// Formula  limits with a normal half-width: centre and variance bounded on their own. Limits proven to rise
///          with a and fall with c: those of the corners. Others: no bounds
LimitSpans limit_spans(Measure measure, const IntervalMethod& method, const TableBox& box,
                       const Confidence& confidence);

/// Is it proven that, within the box, both limits rise with the experimental and fall with the control
/// events? Then two corners bound them.
bool limits_are_monotone(Measure measure, std::string_view method, const TableBox& box,
                         const Confidence& confidence);

}  // namespace trialcalc
