// What must hold over strata: one stratum is the plain table, order and swaps change nothing but direction.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;

namespace {

using Tables = std::vector<TwoByTwo>;

const Tables examples[] = {
    {{{16, 27}, {5, 25}}, {{12, 28}, {7, 26}}},
    {{{1, 1}, {9, 115}}, {{4, 9}, {26, 190}}, {{25, 46}, {29, 167}}, {{42, 76}, {27, 166}}},
    {{{3, 5}, {1, 5}}, {{0, 4}, {0, 6}}, {{7, 7}, {5, 5}}, {{2, 8}, {6, 9}}},
};

Interval interval(Measure measure, std::string_view key, const Tables& tables) {
  return find_method(strata::methods(measure), key)->compute(tables, Confidence(0.95));
}

/// Every sum of the first arms' events that all margins allow, with the number of ways to get it.
struct Enumerated {
  std::map<std::int64_t, long double> ways{{0, 1}};
  std::int64_t seen = 0;

  explicit Enumerated(const Tables& tables) {
    for (const TwoByTwo& t : tables) {
      std::map<std::int64_t, long double> longer;
      for (const auto& [sum, count] : ways)
        for (std::int64_t x = 0; x <= std::min(t.experimental.total, t.events()); ++x)
          if (t.events() - x <= t.control.total)
            longer[sum + x] +=
                count * choose(t.experimental.total, x) * choose(t.control.total, t.events() - x);
      ways = longer;
      seen += t.experimental.events;
    }
  }

  static long double choose(std::int64_t n, std::int64_t k) {
    long double result = 1;
    for (std::int64_t i = 1; i <= k; ++i)
      result = result * static_cast<long double>(n - k + i) / static_cast<long double>(i);
    return std::round(result);
  }

  long double two_sided() const {
    long double sum = 0, extreme = 0;
    for (const auto& [x, count] : ways) {
      sum += count;
      if (count <= ways.at(seen)) extreme += count;
    }
    return extreme / sum;
  }

  /// P beyond the observed sum on one side, and `own` of the observed sum's, at a common odds ratio.
  long double tail(double odds_ratio, int side, long double own) const {
    long double sum = 0, beyond = 0;
    for (const auto& [x, count] : ways) {
      const long double w =
          count * std::pow(static_cast<long double>(odds_ratio), static_cast<long double>(x));
      sum += w;
      if (x == seen) beyond += own * w;
      if ((x - seen) * side > 0) beyond += w;
    }
    return beyond / sum;
  }
};

double p(std::string_view key, const Tables& tables) {
  return find_method(strata::tests(), key)->compute(tables, {}).p;
}

}  // namespace

TEST_CASE("swapping the arms inverts every common ratio and mirrors every difference", "[stats][strata]") {
  for (const Tables& tables : examples) {
    Tables swapped;
    for (const TwoByTwo& t : tables) swapped.insert(swapped.begin(), {t.control, t.experimental});
    for (const Measure measure : {Measure::odds_ratio, Measure::risk_ratio, Measure::risk_difference}) {
      for (const StrataIntervalMethod& method : strata::methods(measure)) {
        const Interval one = interval(measure, method.key, tables),
                       other = interval(measure, method.key, swapped);
        INFO(method.key);
        REQUIRE(one.estimate);
        const bool difference = measure == Measure::risk_difference;
        CHECK(one.lower == Approx(difference ? -other.upper : 1 / other.upper).epsilon(1e-9));
        CHECK(*one.estimate == Approx(difference ? -*other.estimate : 1 / *other.estimate).epsilon(1e-9));
        CHECK(one.lower < *one.estimate);
        CHECK(*one.estimate < one.upper);
      }
    }
    for (const StrataTestMethod& method : strata::tests()) {
      INFO(method.key);
      if (method.compute(tables, {}).not_estimable.empty())
        CHECK(p(method.key, tables) == Approx(p(method.key, swapped)).epsilon(1e-9));
    }
  }
}

TEST_CASE("a stratum where nobody, or everybody, has the event changes no odds ratio and no test",
          "[stats][strata]") {
  for (const Tables& tables : examples) {
    Tables more = tables;
    more.push_back({{0, 20}, {0, 30}});
    more.push_back({{9, 9}, {4, 4}});
    for (const StrataIntervalMethod& method : strata::methods(Measure::odds_ratio)) {
      INFO(method.key);
      CHECK(interval(Measure::odds_ratio, method.key, more).lower ==
            Approx(interval(Measure::odds_ratio, method.key, tables).lower).epsilon(1e-12));
    }
    for (const StrataTestMethod& method : strata::tests()) {
      const TestResult one = method.compute(tables, {}), other = method.compute(more, {});
      INFO(method.key);
      CHECK(one.p == Approx(other.p).epsilon(1e-12));
      CHECK(one.df == other.df);
    }
  }
}

TEST_CASE("one stratum gives the conditional interval of the plain table", "[stats][strata]") {
  for (const TwoByTwo& table :
       {TwoByTwo{{7, 34}, {1, 34}}, TwoByTwo{{11, 15}, {2, 8}}, TwoByTwo{{0, 9}, {4, 11}}}) {
    for (const std::string_view key : {"conditional-exact", "conditional-midp"}) {
      const Interval plain = find_method(odds_ratio::methods(), key)->compute(table, Confidence(0.95));
      const Interval one = interval(Measure::odds_ratio, key, {table});
      CHECK(one.lower == Approx(plain.lower).epsilon(1e-9));
      CHECK(one.upper == Approx(plain.upper).epsilon(1e-9));
    }
  }
}

TEST_CASE("Peto's interval leaves out 1 exactly when the Mantel-Haenszel P is below alpha",
          "[stats][strata]") {
  for (std::int64_t a = 0; a <= 10; ++a) {
    for (std::int64_t c = 0; c <= 10; ++c) {
      const Tables tables{{{a, 10}, {c, 12}}, {{3, 8}, {5, 9}}};
      const Interval peto = interval(Measure::odds_ratio, "peto", tables);
      CHECK((peto.lower > 1 || peto.upper < 1) == (p("cmh", tables) < 0.05));
    }
  }
}

TEST_CASE("the exact test and the conditional intervals of strata agree with whole enumeration",
          "[stats][strata]") {
  for (const Tables& tables :
       {Tables{{{1, 3}, {0, 2}}, {{2, 4}, {1, 5}}}, Tables{{{0, 2}, {2, 3}}, {{1, 1}, {3, 6}}},
        Tables{{{5, 10}, {2, 10}}, {{7, 9}, {4, 10}}, {{1, 4}, {0, 3}}}, examples[0], examples[2]}) {
    const Enumerated all(tables);
    CHECK(p("cmh-exact", tables) == Approx(static_cast<double>(all.two_sided())).epsilon(1e-12));
    for (const auto& [key, own] :
         {std::pair{"conditional-exact", 1.0L}, std::pair{"conditional-midp", 0.5L}}) {
      const Interval found = interval(Measure::odds_ratio, key, tables);
      INFO(key);
      if (found.lower > 0)
        CHECK(static_cast<double>(all.tail(found.lower, 1, own)) == Approx(0.025).epsilon(1e-9));
      if (std::isfinite(found.upper))
        CHECK(static_cast<double>(all.tail(found.upper, -1, own)) == Approx(0.025).epsilon(1e-9));
    }
  }
}

TEST_CASE("strata of a billion people do not overflow or hang", "[stats][strata]") {
  constexpr std::int64_t n = max_group_size;
  const Tables tables{{{n / 10, n}, {n / 10 - 9000, n}}, {{n / 2, n}, {n / 2 - 8000, n}}};
  for (const StrataTestMethod& method : strata::tests()) {
    const TestResult result = method.compute(tables, {});
    INFO(method.key);
    CHECK((result.p > 0.01 || !result.not_estimable.empty()));
  }
  CHECK(interval(Measure::odds_ratio, "robins-breslow-greenland", tables).lower < 1.0001);
  CHECK(interval(Measure::risk_difference, "sato", tables).upper < 1e-4);
  CHECK_FALSE(interval(Measure::odds_ratio, "conditional-exact", tables).not_estimable.empty());
}

TEST_CASE("strata have no common number needed to treat", "[stats][strata]") {
  CHECK(strata::methods(Measure::nnt).empty());
  CHECK_FALSE(strata::methods(Measure::risk_difference).empty());
}
