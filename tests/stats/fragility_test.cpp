// Fragility: tests/reference/bench/fragility.R makes the values with R's fisher.test and chisq.test.
#include "trialcalc/fragility.hpp"

#include "catch.hpp"
#include "trialcalc/nnt.hpp"

using namespace trialcalc;

namespace {

struct Row {
  TwoByTwo table;
  const char* test;
  double p_start;
  std::int64_t steps;
  double p_after;
};

const Row rows[] = {
    {{{15, 40}, {6, 40}}, "fisher", 0.0406092078731, 1, 0.0783610070554},
    {{{15, 40}, {6, 40}}, "pearson", 0.0222002233621, 2, 0.0837758275806},
    {{{15, 40}, {6, 40}}, "yates", 0.0420705213980, 1, 0.0796465088816},
    {{{8, 37}, {14, 42}}, "fisher", 0.3170775096946, 4, 0.0298296197002},
    {{{8, 37}, {14, 42}}, "pearson", 0.2465353550939, 3, 0.0397080815742},
    {{{8, 37}, {14, 42}}, "yates", 0.3642446137951, 4, 0.0346220202542},
    {{{1, 100}, {9, 100}}, "fisher", 0.0184876798775, 1, 0.0582207175803},
    {{{1, 100}, {9, 100}}, "pearson", 0.00944416568783, 2, 0.07402254292538},
    {{{0, 50}, {10, 50}}, "fisher", 0.00118683934517, 3, 0.07130815271627},
    {{{200, 4000}, {250, 4000}}, "fisher", 0.0173335138428, 9, 0.0543720926664},
    {{{200, 4000}, {250, 4000}}, "pearson", 0.0152558236426, 10, 0.0547244410120},
    {{{30, 100}, {20, 90}}, "fisher", 0.250693273123, 5, 0.039965334153},
    {{{30, 100}, {20, 90}}, "pearson", 0.2241225335018, 4, 0.0495581095075},
    {{{5, 200}, {30, 100}}, "fisher", 1.28474236786e-11, 34, 5.78704665383e-02},
};

}  // namespace

TEST_CASE("fragility is Walsh's walk", "[stats][fragility]") {
  for (const Row& row : rows) {
    const TestMethod& test = *find_method(two_by_two::methods(), row.test);
    const Fragility result = fragility(row.table, test, 0.05);
    CAPTURE(row.test, row.table.experimental.events, row.table.control.events);
    CHECK(result.p_start == Approx(row.p_start).epsilon(1e-9));
    CHECK(result.p_after.value() == Approx(row.p_after).epsilon(1e-9));
    const double share = static_cast<double>(row.steps) / static_cast<double>(row.table.patients());
    if (row.p_start < 0.05) {
      CHECK(result.index == row.steps);
      CHECK_FALSE(result.reverse_index);
      CHECK(result.quotient.value() == Approx(share));
      CHECK(result.direction == 1);
    } else {
      CHECK(result.index == 0);
      CHECK(result.reverse_index == row.steps);
      CHECK(result.reverse_quotient.value() == Approx(share));
      CHECK(result.direction == -1);
    }
    // Exchanging the arms changes nothing but their names.
    const Fragility other = fragility({row.table.control, row.table.experimental}, test, 0.05);
    CHECK(other.index == result.index);
    CHECK(other.reverse_index == result.reverse_index);
    CHECK(other.arm != result.arm);
  }
}

TEST_CASE("fragility: the manual of the R package fragilityindex", "[stats][fragility]") {
  // Johnson, fragilityindex 0.1.0, "Introduction": 15/40 against 6/40 has P .0406, one more event .0784:
  // index 1.
  CHECK(fragility({{15, 40}, {6, 40}}, *find_method(two_by_two::methods(), "fisher"), 0.05).index == 1);
}

TEST_CASE("fragility: published examples", "[stats][fragility]") {
  const auto index = [](const TwoByTwo& table) {
    return fragility(table, *find_method(two_by_two::methods(), "fisher"), 0.05).index;
  };
  // Walsh et al 2014: a trial of 1/100 v 9/100, P = .02, has the index 1; 200/4000 v 250/4000, of the same
  // P, 9.
  CHECK(index({{1, 100}, {9, 100}}) == 1);
  CHECK(index({{200, 4000}, {250, 4000}}) == 9);
  // J Bras Pneumol 2023 (PMC10171299) of Meyer et al 2014: 13/506 v 28/499, 16 would not be significant.
  CHECK(index({{13, 506}, {28, 499}}) == 3);
}

TEST_CASE("fragility: edges", "[stats][fragility]") {
  const TestMethod& fisher = *find_method(two_by_two::methods(), "fisher");
  const Fragility tiny = fragility({{0, 2}, {1, 2}}, fisher, 0.05);
  CHECK(tiny.index == 0);
  CHECK_FALSE(tiny.reverse_index);
  CHECK_FALSE(tiny.not_estimable.empty());
  // Nobody has the event: events can only be added. R: 6 of 100 against none has P .0289, 5 has .0594.
  const Fragility none = fragility({{0, 100}, {0, 100}}, fisher, 0.05);
  CHECK(none.reverse_index == 6);
  CHECK(none.direction == 1);
  // In integers: 10^8 - 25295 is the first number of events whose chi-squared is above 3.8415.
  CHECK(fragility({{100'000'000, 1'000'000'000}, {100'001'000, 1'000'000'000}},
                  *find_method(two_by_two::methods(), "pearson"), 0.05)
            .reverse_index == 25'295);
  const Fragility large = fragility({{100'000'000, 1'000'000'000}, {100'100'000, 1'000'000'000}},
                                    *find_method(two_by_two::methods(), "pearson"), 0.05);
  CHECK(large.index.value() > 2000);
}

TEST_CASE("a ratio at a baseline: the Cochrane Handbook's examples", "[stats][nnt]") {
  // Cochrane Handbook 5.1, 12.5.4.2: RR 0.92 at 0.3, 24 fewer per 1000; 12.5.4.3: OR 0.73 at 0.3, 62 fewer.
  CHECK(risk_difference_at(RatioMeasure::risk_ratio, 0.92, 0.3).value() == Approx(-0.024).margin(0.0005));
  CHECK(risk_difference_at(RatioMeasure::odds_ratio, 0.73, 0.3).value() == Approx(-0.062).margin(0.0005));
  CHECK(std::ceil(-1 / risk_difference_at(RatioMeasure::risk_ratio, 0.92, 0.3).value()) == 42);
  CHECK(std::ceil(-1 / risk_difference_at(RatioMeasure::odds_ratio, 0.73, 0.3).value()) == 17);
  CHECK_FALSE(risk_difference_at(RatioMeasure::risk_ratio, 4, 0.3));
  // Survival 1/4 becomes (1/4)^(1/2) = 1/2, one more in four alive.
  CHECK(risk_difference_at(RatioMeasure::hazard_ratio, 0.5, 0.25).value() == Approx(-0.25));
  CHECK(risk_difference_at(RatioMeasure::hazard_ratio, 1, 0.25).value() == 0);
}
