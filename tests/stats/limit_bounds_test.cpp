// Bounds of limits over boxes of tables, against every table of the box.
#include "trialcalc/limit_bounds.hpp"

#include <random>

#include "catch.hpp"

using namespace trialcalc;

namespace {

constexpr Measure measures[] = {Measure::risk_ratio, Measure::risk_difference, Measure::odds_ratio};

void check_every_table(Measure measure, const IntervalMethod& method, const TableBox& box,
                       const Confidence& confidence) {
  const LimitSpans spans = limit_spans(measure, method, box, confidence);
  const auto holds = [](const Span& span, double x) { return span.least <= x && x <= span.most; };
  for (std::int64_t a = box.a_low; a <= box.a_high; ++a)
    for (std::int64_t c = box.c_low; c <= box.c_high; ++c) {
      const Interval limits = method.compute({{a, box.n1}, {c, box.n2}}, confidence);
      if (!limits.not_estimable.empty()) continue;
      if (holds(spans.lower, limits.lower) && holds(spans.upper, limits.upper)) continue;
      CAPTURE(method.key, box.n1, box.n2, a, c, confidence.level(), limits.lower, limits.upper);
      FAIL_CHECK("outside the bounds");
    }
}

}  // namespace

TEST_CASE("the limits of every table lie within the bounds of its box", "[stats][bounds]") {
  std::mt19937 random(7);
  const auto between = [&](std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
  };
  for (Measure measure : measures)
    for (const IntervalMethod& method : interval_methods(measure)) {
      if (method.key == "santner-snell" || method.key == "chan-zhang" || method.key == "agresti-min")
        continue;  // slow, and without bounds
      for (double level : {0.5, 0.9, 0.95, 0.99, 0.9999})
        for (int i = 0; i < 12; ++i) {
          const std::int64_t n1 = between(1, i < 6 ? 8 : 60), n2 = between(1, i < 6 ? 8 : 60);
          const std::int64_t a = between(0, n1), c = between(0, n2);
          check_every_table(measure, method, {n1, n2, a, between(a, n1), c, between(c, n2)},
                            Confidence(level));
        }
    }
}

TEST_CASE("limits that are said to be monotone rise with a and fall with c", "[stats][bounds]") {
  const std::pair<std::int64_t, std::int64_t> sizes[] = {{1, 1}, {3, 8}, {11, 11}, {15, 6}, {24, 20}};
  for (Measure measure : measures)
    for (const IntervalMethod& method : interval_methods(measure))
      for (double level : {0.8, 0.95, 0.99})
        for (const auto& [n1, n2] : sizes)
          for (std::int64_t a = 0; a <= n1; ++a)
            for (std::int64_t c = 0; c <= n2; ++c) {
              const TableBox box{n1, n2, a, std::min(a + 1, n1), c, std::min(c + 1, n2)};
              if (!limits_are_monotone(measure, method.key, box, Confidence(level))) continue;
              check_every_table(measure, method, box, Confidence(level));
            }
}

TEST_CASE("a narrow box has narrow bounds", "[stats][bounds]") {
  const TableBox box{1000, 1000, 200, 202, 300, 302};
  for (Measure measure : measures)
    for (const IntervalMethod& method : interval_methods(measure)) {
      if (method.usualness > 2) continue;
      const LimitSpans spans = limit_spans(measure, method, box, Confidence(0.95));
      INFO(method.key);
      CHECK(spans.lower.most - spans.lower.least < 0.05);
      CHECK(spans.upper.most - spans.upper.least < 0.05);
    }
}
