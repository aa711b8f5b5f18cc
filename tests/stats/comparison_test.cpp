#include <limits>
#include <stdexcept>

#include "catch.hpp"
#include "trialcalc/comparison.hpp"

using namespace trialcalc;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

MethodInterval limits(double lower, double upper) { return {nullptr, {lower, upper, {}, {}}, false}; }

}  // namespace

TEST_CASE("estimates and their edges", "[stats]") {
  const TwoByTwo table{{8, 37}, {14, 42}};
  CHECK(estimate(table, Measure::risk_ratio).estimate == Approx(8.0 * 42 / (37 * 14)).epsilon(1e-15));
  CHECK(estimate(table, Measure::odds_ratio).estimate == Approx(8.0 * 28 / (29 * 14)).epsilon(1e-15));
  CHECK(estimate(table, Measure::risk_difference).estimate ==
        Approx((8.0 * 42 - 14 * 37) / (37 * 42)).epsilon(1e-15));
  CHECK(estimate({{3, 10}, {0, 12}}, Measure::risk_ratio).estimate == infinity);
  CHECK(estimate({{0, 10}, {3, 12}}, Measure::risk_ratio).estimate == 0);
  CHECK(estimate({{0, 10}, {0, 12}}, Measure::risk_ratio).not_estimable == "no events in either arm");
  CHECK(estimate({{10, 10}, {12, 12}}, Measure::odds_ratio).not_estimable == "everybody has the event");
  CHECK(estimate({{1, 10}, {1, 10}}, Measure::nnt).estimate == infinity);
  const TwoByTwo largest{{max_group_size, max_group_size}, {max_group_size - 1, max_group_size}};
  CHECK(estimate(largest, Measure::risk_difference).estimate == Approx(1e-9).epsilon(1e-12));
}

TEST_CASE("the number needed to treat takes the reciprocals of the limits", "[stats]") {
  // Altman 1998, BMJ 317:1309: a risk difference of 0.10 (0.05 to 0.20) is NNT 10 (5 to 20).
  CHECK(reciprocal(limits(0.05, 0.20)).interval.lower == Approx(5));
  CHECK(reciprocal(limits(0.05, 0.20)).interval.upper == Approx(20));
  CHECK_FALSE(reciprocal(limits(0.05, 0.20)).through_infinity);
  const MethodInterval through = reciprocal(limits(-0.05, 0.25));
  CHECK(through.through_infinity);
  CHECK(through.interval.lower == Approx(4));
  CHECK(through.interval.upper == Approx(-20));
  CHECK(reciprocal(limits(0, 0.2)).interval.upper == infinity);
  CHECK(reciprocal(limits(-0.2, 0)).interval.lower == -infinity);
  CHECK_FALSE(reciprocal(limits(0, 0)).interval.not_estimable.empty());
}

TEST_CASE("a plan looks up what is asked for and defaults to the common methods", "[stats]") {
  const Plan plan = make_plan({});
  CHECK(plan.risk_intervals.at(0)->key == "wilson");
  CHECK(plan.intervals_of(Measure::risk_ratio).at(0)->key == "katz-log");
  CHECK(plan.intervals_of(Measure::nnt).at(0)->key == "newcombe");
  CHECK(plan.intervals_of(Measure::odds_ratio).at(0)->key == "woolf");
  CHECK(plan.tests.at(0)->key == "pearson");
  PlanRequest request;
  request.intervals = {"miettinen-nurminen"};
  for (Measure measure : all_measures)
    CHECK(make_plan(request).intervals_of(measure).at(0)->key == "miettinen-nurminen");
  request.intervals = {"no-such"};
  CHECK_THROWS_AS(make_plan(request), std::invalid_argument);
}

TEST_CASE("a plan refuses unknown tests and margins that are none", "[stats]") {
  const auto refused = [](const std::string& test, std::optional<Margins> margins) {
    PlanRequest request;
    request.tests = {test};
    request.margins = margins;
    CHECK_THROWS_AS(make_plan(request), std::invalid_argument);
  };
  refused("no-such", {});
  refused("farrington-manning", {});  // a test against a margin, without one
  const auto margins = [](Measure measure, double first, std::optional<double> second = {}) {
    return Margins{measure, first, second};
  };
  refused("farrington-manning", margins(Measure::risk_difference, 1));
  refused("farrington-manning", margins(Measure::risk_ratio, -0.5));
  refused("farrington-manning", margins(Measure::risk_ratio, 1));
  refused("farrington-manning", margins(Measure::risk_ratio, 1.25, 0.8));
  refused("farrington-manning", margins(Measure::nnt, 10));
  PlanRequest request;
  request.margins = margins(Measure::risk_ratio, 0.8, 1.25);
  CHECK(make_plan(request).margin_tests.at(0)->key == "farrington-manning");
}

TEST_CASE("Fisher's test joins Pearson's where an expected count is below 5", "[stats]") {
  const Plan plan = make_plan({});
  CHECK(smallest_expected({{8, 37}, {14, 42}}) == Approx(22.0 * 37 / 79));
  CHECK(compare({{8, 37}, {14, 42}}, plan).tests.size() == 1);
  const Comparison sparse = compare({{33, 37}, {36, 42}}, plan);
  REQUIRE(sparse.tests.size() == 2);
  CHECK(sparse.tests[1].method->key == "fisher");
}

TEST_CASE("a comparison filled again is the same as a new one", "[stats]") {
  const Plan plan = make_plan({});
  Comparison reused = compare({{33, 37}, {36, 42}}, plan);
  const auto* memory = reused.measures.data();
  compare({{8, 37}, {14, 42}}, plan, reused);
  const Comparison fresh = compare({{8, 37}, {14, 42}}, plan);
  CHECK(reused.measures.data() == memory);
  CHECK(reused.tests.size() == fresh.tests.size());
  for (std::size_t i = 0; i < fresh.measures.size(); ++i)
    CHECK(reused.measures[i].intervals[0].interval.lower == fresh.measures[i].intervals[0].interval.lower);
}
