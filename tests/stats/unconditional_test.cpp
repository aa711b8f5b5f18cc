// Exact unconditional methods: against enumeration that shares no code with them, and by their properties.
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "stats/numeric/distributions.hpp"
#include "stats/unconditional/methods.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;
using namespace trialcalc::unconditional;

namespace {

constexpr std::array alternatives{Alternative::two_sided, Alternative::less, Alternative::greater};

std::int64_t choose(std::int64_t n, std::int64_t k) {
  std::int64_t result = 1;
  for (std::int64_t i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return k < 0 || k > n ? 0 : result;
}

/// A fraction of small whole numbers; infinite with denominator 0.
struct Fraction {
  std::int64_t numerator = 0, denominator = 1;
  bool at_least(const Fraction& other) const {
    return numerator * other.denominator >= other.numerator * denominator;
  }
};

std::int64_t ways(const TwoByTwo& t) {
  return choose(t.experimental.total, t.experimental.events) * choose(t.control.total, t.control.events);
}

/// Fisher's P from its definition, as a fraction.
Fraction fisher(const TwoByTwo& t, Alternative alternative) {
  const std::int64_t s = t.events();
  Fraction p{0, choose(t.patients(), s)};
  for (std::int64_t x = 0; x <= std::min(s, t.experimental.total); ++x) {
    const TwoByTwo other{{x, t.experimental.total}, {s - x, t.control.total}};
    const bool counts = alternative == Alternative::less      ? x <= t.experimental.events
                        : alternative == Alternative::greater ? x >= t.experimental.events
                                                              : ways(other) <= ways(t);
    if (counts && s - x <= t.control.total) p.numerator += ways(other);
  }
  return p;
}

/// z |z| as a fraction, times a constant.
Fraction signed_square(const TwoByTwo& t, bool pooled) {
  const auto [a, n1] = t.experimental;
  const auto [c, n2] = t.control;
  const std::int64_t d = a * n2 - c * n1, s = a + c;
  if (d == 0) return {0, 1};
  const std::int64_t v =
      pooled ? s * (n1 + n2 - s) : n2 * n2 * n2 * a * (n1 - a) + n1 * n1 * n1 * c * (n2 - c);
  return {d * std::abs(d), v};
}

enum class Kind { pooled, unpooled, fisher };

/// Is `t` at least as extreme as `observed`?
bool extreme(const TwoByTwo& t, const TwoByTwo& observed, Kind kind, Alternative alternative) {
  if (kind == Kind::fisher) return fisher(observed, alternative).at_least(fisher(t, alternative));
  Fraction z = signed_square(t, kind == Kind::pooled), z0 = signed_square(observed, kind == Kind::pooled);
  for (Fraction* f : {&z, &z0}) {
    if (alternative == Alternative::two_sided) f->numerator = std::abs(f->numerator);
    if (alternative == Alternative::less) f->numerator = -f->numerator;
  }
  if (z.denominator == 0 && z0.denominator == 0) return z.numerator >= z0.numerator;  // both infinite
  return z.at_least(z0);
}

double power(double p, std::int64_t k) { return std::pow(p, static_cast<double>(k)); }

/// P(risk) of a region by enumeration of its tables, by number of events.
struct Enumerated {
  std::vector<double> tables;  // number of outcomes of the region with s events

  Enumerated(const TwoByTwo& observed, Kind kind, Alternative alternative)
      : tables(static_cast<std::size_t>(observed.patients() + 1)) {
    for (std::int64_t x = 0; x <= observed.experimental.total; ++x)
      for (std::int64_t y = 0; y <= observed.control.total; ++y) {
        const TwoByTwo t{{x, observed.experimental.total}, {y, observed.control.total}};
        if (extreme(t, observed, kind, alternative))
          tables[static_cast<std::size_t>(x + y)] += static_cast<double>(ways(t));
      }
  }
  double operator()(double risk) const {
    double sum = 0;
    const auto n = static_cast<std::int64_t>(tables.size()) - 1;
    for (std::int64_t s = 0; s <= n; ++s)
      sum += tables[static_cast<std::size_t>(s)] * power(risk, s) * power(1 - risk, n - s);
    return sum;
  }
};

/// The largest value of P(risk): on a grid, and after a closer look around each of the grid's peaks.
double highest(const Enumerated& p) {
  constexpr int cells = 60;
  const auto risk = [](int i) { return static_cast<double>(i) / cells; };
  std::array<double, cells + 1> values{};
  for (int i = 0; i <= cells; ++i) values[static_cast<std::size_t>(i)] = p(risk(i));
  const double on_grid = *std::max_element(values.begin(), values.end());
  double best = on_grid;
  for (int i = 0; i <= cells; ++i) {
    const auto at = [&](int j) { return values[static_cast<std::size_t>(std::clamp(j, 0, cells))]; };
    if (at(i) < at(i - 1) || at(i) < at(i + 1) || at(i) < 0.9 * on_grid) continue;
    double low = risk(std::max(0, i - 1)), high = risk(std::min(cells, i + 1));
    for (int k = 0; k < 60; ++k) {
      const double third = (high - low) / 3;
      const bool rises = p(low + third) < p(high - third);
      (rises ? low : high) = rises ? low + third : high - third;
    }
    best = std::max(best, p((low + high) / 2));
  }
  return best;
}

struct TestUnderTest {
  TestResult (*compute)(const TwoByTwo&, const TestOptions&);
  Kind kind;
};
constexpr std::array tests{TestUnderTest{barnard, Kind::pooled},
                           TestUnderTest{barnard_unpooled, Kind::unpooled},
                           TestUnderTest{boschloo, Kind::fisher}};

template <class Visit>
void for_each_table(std::int64_t n1, std::int64_t n2, Visit visit) {
  for (std::int64_t a = 0; a <= n1; ++a)
    for (std::int64_t c = 0; c <= n2; ++c) visit(TwoByTwo{{a, n1}, {c, n2}});
}

std::string text(const TwoByTwo& t) {
  return std::to_string(t.experimental.events) + "/" + std::to_string(t.experimental.total) + " " +
         std::to_string(t.control.events) + "/" + std::to_string(t.control.total);
}

TwoByTwo exchanged(const TwoByTwo& t) { return {t.control, t.experimental}; }
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

namespace {

/// Every test and alternative against enumeration.
void check_supremum(const TwoByTwo& t) {
  for (const auto& test : tests)
    for (Alternative alternative : alternatives) {
      INFO(text(t) << " kind " << static_cast<int>(test.kind) << " alternative "
                   << static_cast<int>(alternative));
      const TestResult result = test.compute(t, {alternative, 0});
      const double found = highest(Enumerated(t, test.kind, alternative));
      CHECK(result.p + *result.p_error >= found * (1 - 1e-13));
      CHECK(result.p <= found * (1 + 1e-9));
      CHECK(*result.p_error <= 1e-9 * result.p);
    }
}

}  // namespace

TEST_CASE("unconditional tests equal the supremum found by enumeration, up to ten an arm", "[stats]") {
  for (std::int64_t n1 = 1; n1 <= 10; ++n1)
    for (std::int64_t n2 = 1; n2 <= n1; ++n2) for_each_table(n1, n2, check_supremum);
}

TEST_CASE("unconditional tests equal the supremum found by enumeration, larger tables", "[stats]") {
  std::mt19937 random(11);
  const auto any = [&random](std::int64_t below) { return static_cast<std::int64_t>(random()) % below; };
  for (int i = 0; i < 25; ++i) {
    const std::int64_t n1 = 7 + any(9), n2 = 2 + any(14);
    check_supremum({{any(n1 + 1), n1}, {any(n2 + 1), n2}});
  }
}

TEST_CASE("an even split of equal arms ties with itself on every odd margin, at no cost", "[stats]") {
  // Fisher's one-sided P is exactly 1/2 for x of n v x - 1 of n: with h(s) = 1/2 on the odd margins and less
  // on the even ones, Boschloo's is below it.
  const TestResult result = boschloo({{1000, 2000}, {999, 2000}}, {Alternative::greater, 0});
  CHECK(*result.statistic == Approx(0.5).epsilon(1e-12));
  CHECK(result.p < 0.5);
  CHECK(result.p > 0.49);
}

TEST_CASE("the error of a small P within Berger and Boos's interval stays small", "[stats]") {
  for (const auto& test : tests) {
    const TestResult result = test.compute({{2500, 5000}, {200, 500}}, {Alternative::two_sided, 1e-6});
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
    for (const auto& test : tests)
      for (Alternative alternative : alternatives) {
        const double p = test.compute(t, {alternative, 0}).p;
        CHECK(test.compute(exchanged(t), {opposite(alternative), 0}).p == Approx(p).epsilon(1e-10));
        CHECK(test.compute(relabelled(t), {opposite(alternative), 0}).p == Approx(p).epsilon(1e-10));
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
  for (const auto& test : tests) {
    const TestResult result = test.compute(t, {});
    CHECK(result.log_p == Approx((1 - 6000) * std::log(2.0)).epsilon(1e-12));
    CHECK(result.p == 0);
  }
}

TEST_CASE("Berger and Boos's interval", "[stats]") {
  const TwoByTwo t{{48, 283}, {14, 47}};
  for (const auto& test : tests)
    for (Alternative alternative : alternatives) {
      const double whole = test.compute(t, {alternative, 0}).p;
      CHECK(test.compute(t, {alternative, 1e-6}).p <= std::min(1.0, whole + 1e-6) * (1 + 1e-9));
      CHECK(test.compute(t, {alternative, 0.01}).p >= 0.01);
    }
  CHECK(barnard({{0, 5}, {0, 7}}, {Alternative::two_sided, 0.01}).p == 1);
}

TEST_CASE("unconditional methods refuse what they cannot do in time", "[stats]") {
  const TwoByTwo huge{{400'000'000, 1'000'000'000}, {1, 1'000'000'000}};
  for (const auto& test : tests) CHECK_FALSE(test.compute(huge, {}).not_estimable.empty());
  CHECK_FALSE(boschloo_doubled(huge, {}).not_estimable.empty());
  const Confidence level(0.95);
  for (auto method : {santner_snell, chan_zhang_difference, agresti_min_ratio, chan_zhang_odds_ratio})
    CHECK_FALSE(method(huge, level).not_estimable.empty());
}

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
