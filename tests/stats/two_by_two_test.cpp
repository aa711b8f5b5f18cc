// Every small table against exact integers, and what must hold between tables and methods.
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <compare>
#include <vector>

#include "catch.hpp"
#include "stats/two_by_two/exact_ties.hpp"
#include "stats/two_by_two/hypergeometric.hpp"
#include "stats/two_by_two/methods.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;

namespace {

using Whole = std::int64_t;  // the weights of tables of up to 12 an arm sum to C(24, 12) at most
constexpr int largest = 12;

Whole choose(int n, int k) {
  Whole result = 1;
  for (int i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return result;
}

/// All tables of one margin by their integer weights, and the P of each test as a fraction of their sum.
struct Margin {
  int n1, n2, m, low, high;
  std::vector<Whole> weight, less, greater;
  Whole total = 0;

  Margin(int experimental, int control, int events)
      : n1(experimental), n2(control), m(events), low(std::max(0, m - n2)), high(std::min(n1, m)) {
    for (int x = low; x <= high; ++x) {
      weight.push_back(choose(n1, x) * choose(n2, m - x));
      total += weight.back();
      less.push_back(total);
    }
    for (std::size_t i = 0; i < weight.size(); ++i) greater.push_back(total - less[i] + weight[i]);
  }

  TwoByTwo table(std::size_t i) const {
    const int x = low + static_cast<int>(i);
    return {{x, n1}, {m - x, n2}};
  }
  double share(Whole part) const { return static_cast<double>(part) / static_cast<double>(total); }

  template <class Condition>
  Whole sum_where(Condition condition) const {
    Whole sum = 0;
    for (std::size_t j = 0; j < weight.size(); ++j)
      if (condition(j)) sum += weight[j];
    return sum;
  }
  double fisher(std::size_t i) const {
    return share(sum_where([&](std::size_t j) { return weight[j] <= weight[i]; }));
  }
  double midp(std::size_t i) const {
    return fisher(i) - share(sum_where([&](std::size_t j) { return weight[j] == weight[i]; })) / 2;
  }
  double blaker(std::size_t i) const {
    const auto tail = [&](std::size_t j) { return std::min(less[j], greater[j]); };
    return share(sum_where([&](std::size_t j) { return tail(j) <= tail(i); }));
  }
  double doubled(std::size_t i) const { return std::min(1.0, 2 * share(std::min(less[i], greater[i]))); }
  double midp_doubled(std::size_t i) const { return share(2 * std::min(less[i], greater[i]) - weight[i]); }
};

template <class Action>
void for_every_margin(Action action) {
  for (int n1 = 1; n1 <= largest; ++n1)
    for (int n2 = 1; n2 <= largest; ++n2)
      for (int m = 0; m <= n1 + n2; ++m) action(Margin(n1, n2, m));
}

TestOptions one_sided(Alternative alternative) { return {alternative, 0}; }

bool close(double value, double exact, double relative = 1e-13) {
  return std::abs(value - exact) <= relative * std::abs(exact);
}

using Test = TestResult (*)(const TwoByTwo&, const TestOptions&);

}  // namespace

TEST_CASE("exact tests of every table up to 12 an arm agree with integers", "[stats]") {
  int wrong = 0;
  for_every_margin([&](const Margin& margin) {
    if (margin.weight.size() == 1) return;
    for (std::size_t i = 0; i < margin.weight.size(); ++i) {
      const TwoByTwo table = margin.table(i);
      const auto expect = [&](Test test, double exact, TestOptions options = {}) {
        const TestResult result = test(table, options);
        if (close(result.p, exact) && std::abs(result.log_p - std::log(exact)) < 1e-13) return;
        ++wrong;
        UNSCOPED_INFO(table.experimental.events << '/' << margin.n1 << ' ' << table.control.events << '/'
                                                << margin.n2 << ": " << result.p << ", exactly " << exact);
      };
      expect(two_by_two::fisher, margin.fisher(i));
      expect(two_by_two::fisher_r, margin.fisher(i));  // no weight here is within 1e-7 of another
      expect(two_by_two::fisher_midp, margin.midp(i));
      expect(two_by_two::fisher_doubled, margin.doubled(i));
      expect(two_by_two::midp_doubled, margin.midp_doubled(i));
      expect(two_by_two::fisher_blaker, margin.blaker(i));
      expect(two_by_two::fisher, margin.share(margin.less[i]), one_sided(Alternative::less));
      expect(two_by_two::fisher, margin.share(margin.greater[i]), one_sided(Alternative::greater));
      const double half = margin.share(margin.weight[i]) / 2;
      expect(two_by_two::fisher_midp, margin.share(margin.less[i]) - half, one_sided(Alternative::less));
      expect(two_by_two::midp_doubled, margin.share(margin.greater[i]) - half,
             one_sided(Alternative::greater));
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("all tables of a margin at once agree with one at a time", "[stats]") {
  int wrong = 0;
  std::vector<double> probabilities, p;
  for_every_margin([&](const Margin& margin) {
    const two_by_two::Hypergeometric hypergeometric(margin.n1, margin.n2, margin.m);
    hypergeometric.probabilities(probabilities);
    hypergeometric.fisher_p_values(probabilities, p);
    for (std::size_t i = 0; i < margin.weight.size(); ++i)
      if (!close(probabilities[i], margin.share(margin.weight[i])) || !close(p[i], margin.fisher(i))) ++wrong;
  });
  CHECK(wrong == 0);
  const two_by_two::Hypergeometric large(800, 731, 611);
  large.probabilities(probabilities);
  large.fisher_p_values(probabilities, p);
  for (std::int64_t x = large.low(); x <= large.high(); x += 13) {
    const auto index = static_cast<std::size_t>(x - large.low());
    const TestResult one = two_by_two::fisher({{x, 800}, {611 - x, 731}}, {});
    if (one.p > 1e-280) CHECK(p[index] == Approx(one.p).epsilon(1e-13));
  }
}

TEST_CASE("the order of two tables and of two tails is that of the integers", "[stats]") {
  using boost::multiprecision::cpp_int;
  // 1e9 an arm: the mirror image ties; next to it nothing does.
  const two_by_two::Hypergeometric huge(1'000'000'000, 1'000'000'000, 1'000'000'001);
  CHECK((two_by_two::compare_tables(huge, 499'990'000, 500'010'001) == 0));
  CHECK((two_by_two::compare_tables(huge, 499'990'001, 500'010'001) > 0));
  int wrong = 0;
  for (const auto& [n1, n2, m] : {std::array{47, 16, 20}, std::array{41, 28, 59}, std::array{60, 37, 33}}) {
    std::vector<cpp_int> weight, tail;
    const two_by_two::Hypergeometric margins(n1, n2, m);
    cpp_int sum = 0, w = 1;  // any unit will do
    for (std::int64_t x = margins.low(); x < margins.high(); ++x) w *= (x + 1) * (n2 - m + x + 1);
    for (std::int64_t x = margins.low(); x <= margins.high(); ++x) {
      weight.push_back(w);
      tail.push_back(sum += w);
      w = w * ((n1 - x) * (m - x)) / ((x + 1) * (n2 - m + x + 1));
    }
    const auto count = static_cast<std::int64_t>(weight.size());
    for (std::int64_t i = 0; i < count; ++i)
      for (std::int64_t j = i + 1; j < count; ++j) {
        const auto k = static_cast<std::size_t>(i), l = static_cast<std::size_t>(j);
        const std::int64_t x = margins.low() + i, y = margins.low() + j;
        if (two_by_two::compare_tables(margins, x, y) != (weight[k].compare(weight[l]) <=> 0)) ++wrong;
        const cpp_int upper = sum - tail[l - 1];
        const auto order = two_by_two::compare_tails(margins, x, y, std::strong_ordering::equal);
        if (order != (tail[k].compare(upper) <=> 0)) ++wrong;
      }
  }
  CHECK(wrong == 0);
}

TEST_CASE("tests of two proportions keep their symmetries", "[stats]") {
  int wrong = 0;
  for_every_margin([&](const Margin& margin) {
    if (margin.n1 % 3 == 2 || margin.n2 % 4 == 3) return;  // enough, and quick under sanitizers
    for (std::size_t i = 0; i < margin.weight.size(); ++i) {
      const TwoByTwo table = margin.table(i), swapped{table.control, table.experimental};
      for (const TestMethod& method : two_by_two::methods()) {
        const auto same = [&](Alternative one, Alternative other) {
          const TestResult a = method.compute(table, one_sided(one)),
                           b = method.compute(swapped, one_sided(other));
          if (a.not_estimable != b.not_estimable || !close(a.p, b.p, 1e-12)) ++wrong;
          if (a.p < 0 || a.p > 1 || a.log_p > 0) ++wrong;
        };
        same(Alternative::two_sided, Alternative::two_sided);
        same(Alternative::less, Alternative::greater);
      }
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("empty margins: exact tests have P = 1, asymptotic ones say why there is none", "[stats]") {
  for (const TwoByTwo& table : {TwoByTwo{{0, 5}, {0, 8}}, TwoByTwo{{5, 5}, {8, 8}}}) {
    for (const TestMethod& method : two_by_two::methods())
      for (const auto side : {Alternative::two_sided, Alternative::less, Alternative::greater}) {
        INFO(method.key);
        const TestResult result = method.compute(table, one_sided(side));
        if (result.not_estimable.empty()) {
          CHECK(result.p == 1);
          CHECK(result.log_p == 0);
        } else {
          CHECK(result.not_estimable ==
                (table.events() == 0 ? "nobody has the event" : "everybody has the event"));
        }
      }
    CHECK(two_by_two::fisher_midp(table, {}).p == 1);
    CHECK_FALSE(two_by_two::pearson(table, {}).not_estimable.empty());
  }
}

TEST_CASE("exact tests answer at a thousand million an arm, however far out", "[stats]") {
  const std::int64_t n = max_group_size;
  for (const std::int64_t events : {std::int64_t{0}, n / 4, n / 2, n / 2 + 70'000, n - 1, n})
    for (const TestMethod& method : two_by_two::methods()) {
      INFO(method.key << ' ' << events);
      const TestResult result = method.compute({{events, n}, {n / 2, n - 1}}, {});
      if (!result.not_estimable.empty()) continue;
      CHECK(result.p >= 0);
      CHECK(result.p <= 1);
      CHECK(std::isfinite(result.log_p));
    }
}

TEST_CASE("P and its logarithm are continuous where P underflows", "[stats]") {
  // ln P falls ever faster from table to table: its second differences stay negative across the change of
  // algorithm.
  double before = 0, step = 0;
  for (std::int64_t a = 700; a <= 1000; ++a) {
    const double log_p = two_by_two::fisher({{a, 1000}, {150, 1001}}, {}).log_p;
    if (a > 701) CHECK(log_p - before < step);
    step = log_p - before;
    before = log_p;
  }
}

TEST_CASE("R's tolerance takes in tables on the observed one's own side of the mode", "[stats]") {
  // Arms of 10^9 and as many events: P(k from the middle) is 1 / sqrt(pi N / 4) exp(-4 k^2 / N), N = 10^9,
  // and the k are within 1e-7 of each other where 4 (6^2 - k^2) < 100. So 7 tables are more probable than k
  // = 6.
  constexpr std::int64_t n = 1'000'000'000;
  const auto fisher_r = [](std::int64_t k) {
    return two_by_two::fisher_r({{n / 2 + k, n}, {n / 2 - k, n}}, {}).p;
  };
  CHECK(fisher_r(4) == 1);
  CHECK(fisher_r(6) == Approx(1 - 7 / std::sqrt(std::acos(-1.0) * n / 4)).epsilon(1e-9));
}

TEST_CASE("tables millions apart are compared by their logarithms", "[stats]") {
  // 10^9 and 5 10^8 people, and half as many events: the mode is at 5 10^8, and 3 million to its right is
  // farther than 2.9 million to its left.
  const two_by_two::Hypergeometric margins({{500'000'000, 1'000'000'000}, {250'000'000, 500'000'000}});
  const std::int64_t mode = margins.mode();
  CHECK(std::is_gt(two_by_two::compare_tables(margins, mode - 2'900'000, mode + 3'000'000)));
  CHECK(std::is_lt(two_by_two::compare_tables(margins, mode - 3'000'000, mode + 2'900'000)));
}
