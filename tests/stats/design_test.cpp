// Sample sizes, power and stopping rules: tests/reference/bench/design.R makes the values of R and rpact.
#include "trialcalc/design.hpp"

#include <cmath>

#include "catch.hpp"
#include "trialcalc/accrual.hpp"
#include "trialcalc/stopping.hpp"

using namespace trialcalc;

namespace {

const ProportionDesign& proportions(std::string_view key) {
  return *find_method(design::two_proportions(), key);
}
const SurvivalDesign& survival(std::string_view key) { return *find_method(design::logrank(), key); }

Approx near(double x) { return Approx(x).epsilon(1e-9); }

}  // namespace

TEST_CASE("pooled sample size and power are R's power.prop.test", "[stats][design]") {
  struct Row {
    ProportionPlan plan;
    double n, power_of_100;
  };
  for (const Row& row : {Row{{.50, .65, .05, .8, 1}, 169.31137142, 0.574485502428},
                         Row{{.10, .20, .05, .9, 1}, 265.855985936, 0.508191068188},
                         Row{{.02, .05, .01, .8, 1}, 875.131533861, 0.0768887187266},
                         Row{{.3, .5, .046, .85, 1}, 108.721532694, 0.818728260238}}) {
    CHECK(proportions("pooled").compute(row.plan).n1 == near(row.n));
    CHECK(proportions("pooled").power(row.plan, {100, 100}) == near(row.power_of_100));
  }
}

TEST_CASE("pooled sample size with unequal arms is rpact's getSampleSizeRates", "[stats][design]") {
  const auto size = [](double ratio) { return proportions("pooled").compute({.50, .65, .05, .8, ratio}); };
  CHECK(size(2).n1 == near(125.97434244));
  CHECK(size(2).n2 == near(251.948684879));
  CHECK(size(0.5).n1 == near(255.047623922));
  CHECK(size(0.5).n2 == near(127.523811961));
}

TEST_CASE("sample sizes of textbooks and manuals", "[stats][design]") {
  const auto size = [](std::string_view key, const ProportionPlan& plan) {
    return proportions(key).compute(plan).n1;
  };
  // Zar 1999, Biostatistical Analysis, example 24.26, p. 561, as Unistat computes it: 127.2343 of .45 v .25
  // with 90% power and continuity correction, 83.1527 with three times as many in the second group.
  CHECK(size("pooled-cc", {.45, .25, .05, .9, 1}) == Approx(127.2343).margin(5e-5));
  CHECK(size("pooled-cc", {.45, .25, .05, .9, 3}) == Approx(83.1527).margin(5e-5));
  // Chow, Shao & Wang 2008, p. 89: 70 of .65 v .85; powerandsamplesize.com: 55 for one-sided .05.
  CHECK(std::ceil(size("unpooled", {.65, .85, .05, .8, 1})) == 70);
  CHECK(std::ceil(size("unpooled", {.65, .85, .10, .8, 1})) == 55);
  // JMP 13 manual, "Two Sample Proportions": 2554 of .08 v .06.
  CHECK(std::ceil(size("pooled", {.08, .06, .05, .8, 1})) == 2554);
}

TEST_CASE("events by Schoenfeld's formula of a worked example", "[stats][design]") {
  // MRC CBU statistics wiki, "powsurv": survival of .75 v .37 needs 4 (1.96 + 0.84)^2 / ln(HR)^2 = 20.39.
  const double ratio = std::log(.75) / std::log(.37);
  CHECK(survival("schoenfeld").compute({ratio, .05, .8, 1}) == Approx(20.39).margin(0.03));
}

TEST_CASE("events are rpact's getSampleSizeSurvival", "[stats][design]") {
  struct Row {
    std::string_view method;
    double hr, ratio, events;
  };
  for (const Row& row : {Row{"schoenfeld", .625, 1, 145.740646857}, Row{"schoenfeld", .625, 2, 163.958227714},
                         Row{"schoenfeld", .7, 1, 253.068395963}, Row{"schoenfeld", 1.5, 2, 220.307186068},
                         Row{"freedman", .625, 1, 151.13578968}, Row{"freedman", .625, 2, 144.875727385},
                         Row{"freedman", .7, 2, 257.556848685}, Row{"freedman", 1.5, 1, 201.216288035}})
    CHECK(survival(row.method).compute({row.hr, .046, .8, row.ratio}) == near(row.events));
}

TEST_CASE("patients by recruitment are rpact's", "[stats][design]") {
  // Medians 30 and 30 / .625, 48 months of accrual, 36 of follow-up: n = events / mean probability.
  const Recruitment recruitment{48, 36};
  const double share = (event_probability(30, recruitment) + event_probability(48, recruitment)) / 2;
  CHECK(145.740646857 / share == near(222.832471824));
  CHECK(151.13578968 / share == near(231.081460949));
  const double two_to_one = (event_probability(30, recruitment) + 2 * event_probability(48, recruitment)) / 3;
  CHECK(163.958227714 / two_to_one == near(261.752717105));
}

TEST_CASE("every formula's power at its own size is the power that was asked", "[stats][design]") {
  for (double ratio : {0.5, 1.0, 2.0})
    for (const auto& [p1, p2] : {std::pair{.5, .65}, std::pair{.9, .8}, std::pair{.02, .05}}) {
      const ProportionPlan plan{p1, p2, .05, .85, ratio};
      for (const ProportionDesign& method : design::two_proportions()) {
        if (method.key == "exact") continue;
        INFO(method.key);
        CHECK(method.power(plan, method.compute(plan)) == near(.85));
      }
    }
  for (const SurvivalDesign& method : design::logrank()) {
    const SurvivalPlan plan{.625, .046, .8, 2};
    CHECK(method.power(plan, method.compute(plan)) == near(.8));
  }
}

TEST_CASE("exact power of Fisher's test is the sum over all tables", "[stats][design]") {
  const auto power = [](double n1, double n2, double p1, double p2, double alpha) {
    return proportions("exact").power({p1, p2, alpha, .8, 1}, {n1, n2});
  };
  CHECK(power(20, 20, .2, .7, .05) == near(0.846050082428));
  CHECK(power(13, 26, .1, .6, .05) == near(0.890067615365));
  CHECK(power(30, 30, .5, .8, .01) == near(0.350062879999));
  CHECK(proportions("exact").compute({.1, .7, .05, .8, 1}).n1 == 12);
  CHECK(proportions("exact").compute({.2, .8, .05, .9, 1}).n1 == 16);
  CHECK(std::isnan(proportions("exact").compute({.50, .51, .05, .8, 1}).n1));  // 39,240 per arm by R
}

TEST_CASE("a published plan is told from its n", "[stats][design]") {
  // Rovers et al, JAMA Surg 2021: 50% against 65%, power 80%, dropout 5%: 358 patients.
  const SampleSize size = proportions("pooled").compute({.50, .65, .05, .8, 1});
  CHECK(std::ceil(2 * std::ceil(size.n1) / .95) == 358);
}

TEST_CASE("stopping rules are exact binomial probabilities", "[stats][design]") {
  const Fraction half{1, 2}, fifth{1, 5};
  CHECK(probability_below({40, .65}, half) == near(0.017280809323161));
  CHECK(probability_below({37, .5}, half) == near(0.5));
  CHECK(probability_difference_above({40, .4}, {40, .3}, fifth) == near(0.144156753328857));
  CHECK(probability_difference_above({37, .22}, {42, .33}, fifth) == near(0.000994017276933672));
  // R: sum of dbinom(x, 40, .3) dbinom(y, 30, .45) over x / 40 - y / 30 > -1 / 5.
  CHECK(probability_difference_above({40, .3}, {30, .45}, {-1, 5}) == near(0.65213503623955127));
  CHECK(probability_below({10, 1}, half) == 0);
  CHECK(probability_below({10, 0}, half) == 1);
}
