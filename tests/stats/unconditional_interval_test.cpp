// Exact unconditional intervals: coverage, symmetry, and their tests.
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "stats/small_tables.hpp"
#include "stats/unconditional/methods.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;
using namespace trialcalc::unconditional;

namespace {

struct IntervalUnderTest {
  Interval (*compute)(const TwoByTwo&, const Confidence&);
  Measure measure;
};
constexpr std::array intervals{IntervalUnderTest{santner_snell, Measure::risk_difference},
                               IntervalUnderTest{chan_zhang_difference, Measure::risk_difference},
                               IntervalUnderTest{agresti_min_difference, Measure::risk_difference},
                               IntervalUnderTest{chan_zhang_ratio, Measure::risk_ratio},
                               IntervalUnderTest{agresti_min_ratio, Measure::risk_ratio},
                               IntervalUnderTest{chan_zhang_odds_ratio, Measure::odds_ratio},
                               IntervalUnderTest{agresti_min_odds_ratio, Measure::odds_ratio}};

double measure_of(Measure measure, double p1, double p2) {
  if (measure == Measure::risk_difference) return p1 - p2;
  return measure == Measure::risk_ratio ? p1 / p2 : p1 / (1 - p1) / (p2 / (1 - p2));
}

double binomial(const Counts& arm, double p) {
  return static_cast<double>(choose(arm.total, arm.events)) * power(p, arm.events) *
         power(1 - p, arm.others());
}

}  // namespace

TEST_CASE("unconditional intervals cover at least as often as they say", "[stats]") {
  constexpr std::int64_t n1 = 3, n2 = 2;
  const Confidence confidence(0.9);
  for (const auto& method : intervals) {
    std::vector<std::pair<TwoByTwo, Interval>> all;
    for_each_table(n1, n2, [&](const TwoByTwo& t) { all.emplace_back(t, method.compute(t, confidence)); });
    for (int i = 1; i < 40; ++i)
      for (int j = 1; j < 40; ++j) {
        const double p1 = i / 40.0, p2 = j / 40.0, truth = measure_of(method.measure, p1, p2);
        double covered = 0;
        for (const auto& [t, interval] : all)
          if (interval.lower <= truth + 1e-7 && truth <= interval.upper + 1e-7)
            covered += binomial(t.experimental, p1) * binomial(t.control, p2);
        INFO("risks " << p1 << ' ' << p2 << " method " << &method - intervals.data());
        CHECK(covered >= 0.9 - 1e-6);
      }
  }
}

TEST_CASE("a low level's limit lies inside of where the search starts", "[stats]") {
  // All of 20 against none of 20 have the probability (r / (1 + r))^40, r the root of the odds ratio, where
  // it is largest; (1 - 0.01) / 2 = .495 is this.
  const double share = std::pow(.495, 1 / 40.0), root = share / (1 - share);
  const Interval interval = chan_zhang_odds_ratio({{20, 20}, {0, 20}}, Confidence(0.01));
  CHECK(interval.lower == Approx(root * root).epsilon(1e-6));
  CHECK(std::isinf(interval.upper));
}

TEST_CASE("swapping the arms mirrors or inverts an unconditional interval", "[stats]") {
  const Confidence confidence(0.95);
  for (const TwoByTwo& t : {TwoByTwo{{8, 12}, {3, 15}}, TwoByTwo{{0, 6}, {4, 9}}, TwoByTwo{{5, 5}, {3, 3}}})
    for (const auto& method : intervals) {
      INFO(text(t) << " method " << &method - intervals.data());
      const Interval there = method.compute(t, confidence), back = method.compute(exchanged(t), confidence);
      CHECK(there.lower <= there.upper);
      const bool difference = method.measure == Measure::risk_difference;
      CHECK(there.lower == Approx(difference ? -back.upper : 1 / back.upper).epsilon(1e-6).margin(1e-7));
      CHECK(back.lower == Approx(difference ? -there.upper : 1 / there.upper).epsilon(1e-6).margin(1e-7));
    }
}

TEST_CASE("unconditional intervals of all small tables mirror when arms are swapped", "[stats]") {
  for (const double level : {0.95, 0.99})
    for (std::int64_t n1 = 1; n1 <= 3; ++n1)
      for_each_table(n1, 3, [&](const TwoByTwo& t) {
        for (const auto& method : intervals) {
          INFO(text(t) << " method " << &method - intervals.data() << " level " << level);
          const Interval there = method.compute(t, Confidence(level));
          const Interval back = method.compute(exchanged(t), Confidence(level));
          const bool difference = method.measure == Measure::risk_difference;
          CHECK(there.lower == Approx(difference ? -back.upper : 1 / back.upper).epsilon(1e-7).margin(1e-8));
          CHECK(there.upper == Approx(difference ? -back.lower : 1 / back.lower).epsilon(1e-7).margin(1e-8));
        }
      });
}

TEST_CASE("an Agresti-Min interval holds the null wherever Barnard's test does not reject it", "[stats]") {
  const Confidence confidence(0.95);
  for_each_table(5, 3, [&](const TwoByTwo& t) {
    INFO(text(t));
    const double p = barnard(t, {}).p;
    const Interval difference = agresti_min_difference(t, confidence),
                   ratio = agresti_min_ratio(t, confidence);
    if (p <= 0.05) return;
    CHECK((difference.lower <= 1e-7 && difference.upper >= -1e-7));
    CHECK((ratio.lower <= 1 + 1e-7 && ratio.upper >= 1 - 1e-7));
  });
}

TEST_CASE("an Agresti-Min interval of the difference holds the estimate at any level", "[stats]") {
  for (const double level : {0.01, 0.2, 0.95})
    for_each_table(13, 3, [&](const TwoByTwo& t) {
      INFO(text(t) << " level " << level);
      const Interval interval = agresti_min_difference(t, Confidence(level));
      const double estimate = t.experimental.risk() - t.control.risk();
      CHECK(interval.lower <= estimate + 1e-7);
      CHECK(interval.upper >= estimate - 1e-7);
    });
}
