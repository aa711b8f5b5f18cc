// What must hold for exact unconditional tests of any size.
#include <array>
#include <cmath>
#include <random>

#include "catch.hpp"
#include "stats/numeric/distributions.hpp"
#include "stats/small_tables.hpp"
#include "stats/unconditional/methods.hpp"

using namespace trialcalc;
using namespace trialcalc::unconditional;

namespace {

constexpr std::array alternatives{Alternative::two_sided, Alternative::less, Alternative::greater};
constexpr std::array tests{barnard, barnard_unpooled, boschloo};

TwoByTwo relabelled(const TwoByTwo& t) {
  return {{t.experimental.others(), t.experimental.total}, {t.control.others(), t.control.total}};
}
Alternative opposite(Alternative alternative) {
  return alternative == Alternative::less      ? Alternative::greater
         : alternative == Alternative::greater ? Alternative::less
                                               : Alternative::two_sided;
}

/// P(risk) of Barnard's two-sided region from binomial tails of Boost, independent of the margins' way.
double barnard_at(const TwoByTwo& t, double risk) {
  const std::int64_t a = t.experimental.events, n1 = t.experimental.total;
  const std::int64_t c = t.control.events, n2 = t.control.total;
  const auto square = [&](std::int64_t x, std::int64_t y) {
    const auto d = static_cast<long double>(x * n2 - y * n1);
    const auto s = static_cast<long double>(x + y);
    return d == 0 ? 0 : d * d / (s * (static_cast<long double>(n1 + n2) - s));
  };
  const long double cut = square(a, c) * (1 - 1e-15L);
  double sum = 0;
  for (std::int64_t y = 0; y <= n2; ++y) {
    const double weight = numeric::binomial_cdf(y, n2, risk) - numeric::binomial_cdf(y - 1, n2, risk);
    if (weight < 1e-18) continue;
    std::int64_t up = 0, down = n1;  // the first and last tables that are extreme
    while (up <= n1 && (up * n2 <= y * n1 || square(up, y) < cut)) ++up;
    while (down >= 0 && (down * n2 >= y * n1 || square(down, y) < cut)) --down;
    sum += weight * (numeric::binomial_upper(up, n1, risk) + numeric::binomial_cdf(down, n1, risk));
  }
  return sum;
}

}  // namespace

TEST_CASE("an even split of equal arms ties with itself on every odd margin, at no cost", "[stats]") {
  // Fisher's one-sided P is exactly 1/2 for x of n v x - 1 of n: with h(s) = 1/2 on the odd margins and less
  // on the even ones, Boschloo's is below it.
  const TestResult result = boschloo({{1000, 2000}, {999, 2000}}, {Alternative::greater, 0});
  CHECK(*result.statistic == Approx(0.5).epsilon(1e-12));
  CHECK(result.p < 0.5);
  CHECK(result.p > 0.49);
}

TEST_CASE("the error of a small P within Berger and Boos's interval stays small", "[stats]") {
  for (const auto test : tests) {
    const TestResult result = test({{2500, 5000}, {200, 500}}, {Alternative::two_sided, 1e-6});
    CHECK(*result.p_error <= 1e-9 * result.p);
  }
}

TEST_CASE("unconditional tests do not depend on the order of arms or the name of the event", "[stats]") {
  std::mt19937 random(7);
  for (int i = 0; i < 60; ++i) {
    const std::int64_t n1 = 1 + static_cast<std::int64_t>(random() % 60),
                       n2 = 1 + static_cast<std::int64_t>(random() % 60);
    const TwoByTwo t{{static_cast<std::int64_t>(random()) % (n1 + 1), n1},
                     {static_cast<std::int64_t>(random()) % (n2 + 1), n2}};
    INFO(text(t));
    for (const auto test : tests)
      for (Alternative alternative : alternatives) {
        const double p = test(t, {alternative, 0}).p;
        CHECK(test(exchanged(t), {opposite(alternative), 0}).p == Approx(p).epsilon(1e-10));
        CHECK(test(relabelled(t), {opposite(alternative), 0}).p == Approx(p).epsilon(1e-10));
      }
  }
}

TEST_CASE("no common risk gives Barnard's region more than P", "[stats]") {
  for (const TwoByTwo& t : {TwoByTwo{{20, 130}, {10, 130}}, TwoByTwo{{1, 78}, {0, 139}},
                            TwoByTwo{{9, 47}, {30, 90}}, TwoByTwo{{3, 200}, {4, 20}}}) {
    INFO(text(t));
    const TestResult result = barnard(t, {});
    for (int i = 1; i < 120; ++i) {
      const double sine = std::sin(M_PI * i / 240);
      CHECK(barnard_at(t, sine * sine) <= result.p + *result.p_error);
    }
    CHECK(barnard_at(t, *result.nuisance) == Approx(result.p).epsilon(1e-11));
  }
}

TEST_CASE("Boschloo's P is never above Fisher's", "[stats]") {
  for (const TwoByTwo& t : {TwoByTwo{{115, 350}, {96, 367}}, TwoByTwo{{8, 37}, {14, 42}},
                            TwoByTwo{{400, 1000}, {350, 1000}}, TwoByTwo{{3, 3}, {90, 150}}})
    for (Alternative alternative : alternatives) {
      const TestResult result = boschloo(t, {alternative, 0});
      INFO(text(t));
      CHECK(result.p <= *result.statistic * (1 + 1e-9));
      CHECK(*result.p_error <= 1e-9 * result.p);
    }
}

TEST_CASE("tests of P far below the smallest double give its logarithm", "[stats]") {
  // Everybody against nobody: all regions hold this table and its mirror image, P = 2 / 2^N at risk 1/2.
  const TwoByTwo t{{3000, 3000}, {0, 3000}};
  for (const auto test : tests) {
    const TestResult result = test(t, {});
    CHECK(result.log_p == Approx((1 - 6000) * std::log(2.0)).epsilon(1e-12));
    CHECK(result.p == 0);
  }
}

TEST_CASE("Berger and Boos's interval", "[stats]") {
  const TwoByTwo t{{48, 283}, {14, 47}};
  for (const auto test : tests)
    for (Alternative alternative : alternatives) {
      const double whole = test(t, {alternative, 0}).p;
      CHECK(test(t, {alternative, 1e-6}).p <= std::min(1.0, whole + 1e-6) * (1 + 1e-9));
      CHECK(test(t, {alternative, 0.01}).p >= 0.01);
    }
  CHECK(barnard({{0, 5}, {0, 7}}, {Alternative::two_sided, 0.01}).p == 1);
}

TEST_CASE("unconditional methods refuse what they cannot do in time", "[stats]") {
  const TwoByTwo huge{{400'000'000, 1'000'000'000}, {1, 1'000'000'000}};
  for (const auto test : tests) CHECK_FALSE(test(huge, {}).not_estimable.empty());
  CHECK_FALSE(boschloo_doubled(huge, {}).not_estimable.empty());
  const Confidence level(0.95);
  for (auto method : {santner_snell, chan_zhang_difference, agresti_min_ratio, chan_zhang_odds_ratio})
    CHECK_FALSE(method(huge, level).not_estimable.empty());
}
