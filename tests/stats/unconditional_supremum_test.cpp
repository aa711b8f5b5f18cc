// Exact unconditional tests against enumeration of every table in fractions.
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "catch.hpp"
#include "stats/small_tables.hpp"
#include "stats/unconditional/methods.hpp"

using namespace trialcalc;
using namespace trialcalc::unconditional;

namespace {

constexpr std::array alternatives{Alternative::two_sided, Alternative::less, Alternative::greater};

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
