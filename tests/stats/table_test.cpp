// Freeman-Halton against enumeration in exact integers, and what must hold for every table.
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>

#include "catch.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;

namespace {

TestResult test(std::string_view key, const CountTable& table) {
  return find_method(table::methods(), key)->compute(table, {});
}

using Visit = std::function<void(const CountTable&)>;

void fill(CountTable& table, std::size_t cell, std::int64_t left, const Visit& visit) {
  if (cell + 1 == table.cells.size()) {
    table.cells[cell] = left;
    return visit(table);
  }
  for (std::int64_t x = 0; x <= left; ++x) {
    table.cells[cell] = x;
    fill(table, cell + 1, left - x, visit);
  }
}

/// Every table of these dimensions with so many people.
void each_table(std::size_t rows, std::size_t columns, std::int64_t people, const Visit& visit) {
  CountTable table{rows, columns, std::vector<std::int64_t>(rows * columns)};
  fill(table, 0, people, visit);
}

std::vector<std::int64_t> margins(const CountTable& table) {
  std::vector<std::int64_t> sums(table.rows + table.columns);
  for (std::size_t i = 0; i < table.rows; ++i) {
    for (std::size_t j = 0; j < table.columns; ++j) {
      sums[i] += table.at(i, j);
      sums[table.rows + j] += table.at(i, j);
    }
  }
  return sums;
}

/// N! over the product of the cells' factorials: proportional to the probability given the margins.
std::int64_t weight(const CountTable& table, std::int64_t people) {
  const auto factorial = [](std::int64_t n) {
    std::int64_t product = 1;
    for (std::int64_t k = 2; k <= n; ++k) product *= k;
    return product;
  };
  std::int64_t value = factorial(people);
  for (const std::int64_t x : table.cells) value /= factorial(x);
  return value;
}

void check_all(std::size_t rows, std::size_t columns, std::int64_t people) {
  std::map<std::vector<std::int64_t>, std::vector<CountTable>> families;
  each_table(rows, columns, people, [&](const CountTable& t) { families[margins(t)].push_back(t); });
  for (const auto& [sums, tables] : families) {
    std::map<std::int64_t, std::int64_t> mass;
    std::int64_t total = 0;
    for (const CountTable& t : tables) {
      mass[weight(t, people)] += weight(t, people);
      total += weight(t, people);
    }
    std::map<std::int64_t, double> expected;
    std::int64_t sum = 0;
    for (const auto& [w, m] : mass) expected[w] = static_cast<double>(sum += m) / static_cast<double>(total);
    std::map<std::int64_t, double> found;
    for (const CountTable& t : tables) {
      const std::int64_t w = weight(t, people);
      if (!found.contains(w)) found[w] = test("fisher", t).p;
    }
    for (const auto& [w, p] : expected) {
      if (std::abs(found[w] - p) > 1e-13) {
        CAPTURE(tables.front().cells, w);
        CHECK(found[w] == p);
      }
    }
  }
}

/// Sum of the column numbers of the first row's people, and where it is expected, both times all people.
std::int64_t trend_distance(const CountTable& table, std::int64_t people) {
  std::int64_t sum = 0, all = 0, first = 0;
  for (std::size_t j = 0; j < table.columns; ++j) {
    const auto score = static_cast<std::int64_t>(j);
    sum += score * table.at(0, j);
    all += score * (table.at(0, j) + table.at(1, j));
    first += table.at(0, j);
  }
  return people * sum - first * all;
}

void check_trend(std::size_t columns, std::int64_t people) {
  std::map<std::vector<std::int64_t>, std::vector<CountTable>> families;
  each_table(2, columns, people, [&](const CountTable& t) { families[margins(t)].push_back(t); });
  const auto* method = find_method(table::methods(), "cochran-armitage-exact");
  for (const auto& [sums, tables] : families) {
    for (const CountTable& observed : tables) {
      const std::int64_t seen = trend_distance(observed, people);
      std::int64_t total = 0, far = 0, above = 0;
      for (const CountTable& t : tables) {
        const std::int64_t distance = trend_distance(t, people);
        total += weight(t, people);
        if (std::abs(distance) >= std::abs(seen)) far += weight(t, people);
        if (distance >= seen) above += weight(t, people);
      }
      const TestResult two_sided = method->compute(observed, {});
      if (!two_sided.not_estimable.empty()) continue;
      const auto share = [&](std::int64_t part) {
        return static_cast<double>(part) / static_cast<double>(total);
      };
      const double greater = method->compute(observed, {Alternative::greater, 0}).p;
      if (std::abs(two_sided.p - share(far)) > 1e-13 || std::abs(greater - share(above)) > 1e-13) {
        CAPTURE(observed.cells);
        CHECK(two_sided.p == share(far));
        CHECK(greater == share(above));
      }
    }
  }
}

}  // namespace

TEST_CASE("Freeman-Halton agrees with enumeration in integers on every small table", "[stats][table]") {
  for (std::int64_t people = 1; people <= 10; ++people) check_all(2, 3, people);
  for (std::int64_t people = 1; people <= 6; ++people) check_all(3, 3, people);
  for (std::int64_t people = 1; people <= 5; ++people) check_all(2, 5, people);
}

TEST_CASE("the exact trend test agrees with enumeration in integers on every small table", "[stats][table]") {
  for (std::int64_t people = 2; people <= 10; ++people) check_trend(3, people);
  check_trend(4, 7);
}

TEST_CASE("an r x c test does not depend on the order or the side of rows and columns", "[stats][table]") {
  const CountTable table{3, 4, {5, 0, 2, 1, 3, 3, 0, 4, 1, 6, 2, 2}};
  const CountTable reordered{3, 4, {6, 1, 2, 2, 0, 5, 1, 2, 3, 3, 4, 0}};
  const CountTable turned{4, 3, {5, 3, 1, 0, 3, 6, 2, 0, 2, 1, 4, 2}};
  const CountTable padded{4, 5, {5, 0, 0, 2, 1, 0, 0, 0, 0, 0, 3, 3, 0, 0, 4, 1, 6, 0, 2, 2}};
  for (const std::string_view key : {"pearson", "likelihood-ratio", "fisher"}) {
    INFO(key);
    const double p = test(key, table).p;
    CHECK(test(key, reordered).p == Approx(p).epsilon(1e-12));
    CHECK(test(key, turned).p == Approx(p).epsilon(1e-12));
    CHECK(test(key, padded).p == Approx(p).epsilon(1e-12));
  }
}

TEST_CASE("Freeman-Halton beyond its reach says so and is close to Pearson", "[stats][table]") {
  const CountTable table{
      4, 4, {2200, 2000, 1300, 2500, 2200, 1700, 1900, 1900, 1800, 1600, 1900, 1200, 1600, 1900, 1900, 2400}};
  CountTable near = table;
  for (std::int64_t& x : near.cells) x = 2000 + (x - 1800) / 20;
  const TestResult simulated = test("fisher", near), pearson = test("pearson", near);
  CHECK_FALSE(simulated.note.empty());
  REQUIRE(simulated.p_error);
  CHECK(std::abs(simulated.p - pearson.p) < 5 * *simulated.p_error + 1e-3);
}

TEST_CASE("tables of a billion people do not hang or overflow", "[stats][table]") {
  constexpr std::int64_t n = max_group_size;
  const CountTable sparse{3, 3, {n - 5, 3, 2, n - 9, 4, 5, n - 4, 4, 0}};
  CHECK(test("fisher", sparse).p > 0.1);
  CHECK(test("pearson", sparse).p > 0.1);
  const CountTable full{2, 3, {n / 2, n / 4, n / 4, n / 2, n / 4 + 5000, n / 4 - 5000}};
  CHECK(test("pearson", full).p == Approx(test("likelihood-ratio", full).p).epsilon(1e-3));
  CHECK(test("cochran-armitage", full).statistic > 0);
  CHECK_FALSE(test("cochran-armitage-exact", full).note.empty());
}

TEST_CASE("only a table of two by two has a direction", "[stats][table]") {
  // R 4.2.2: prop.test(c(8, 14), c(37, 42), alternative = "less", correct = FALSE); G = 1.35815534254, pnorm.
  const TestOptions less{Alternative::less, 0}, greater{Alternative::greater, 0};
  const CountTable two{2, 2, {8, 29, 14, 28}}, larger{2, 3, {8, 20, 9, 14, 20, 8}};
  const auto p = [&](std::string_view key, const TestOptions& side) {
    return find_method(table::methods(), key)->compute(two, side).p;
  };
  CHECK(p("pearson", less) == Approx(0.12326767754697331).epsilon(1e-12));
  CHECK(p("likelihood-ratio", less) == Approx(0.12192871639951973).epsilon(1e-12));
  for (const std::string_view key : {"pearson", "likelihood-ratio"}) {
    CHECK(p(key, less) + p(key, greater) == Approx(1).epsilon(1e-12));
    CHECK_FALSE(find_method(table::methods(), key)->compute(larger, less).not_estimable.empty());
  }
  CHECK_FALSE(find_method(table::methods(), "fisher")->compute(larger, less).not_estimable.empty());
}

TEST_CASE("Freeman-Halton far in the tail is small, or says that it is a bound", "[stats][table]") {
  for (const std::int64_t n : {60, 75, 90}) {  // 6 n!^3 / (3 n)!
    const double x = static_cast<double>(n);
    const double log_p = std::log(6) + 3 * std::lgamma(x + 1) - std::lgamma(3 * x + 1);
    CHECK(test("fisher", {3, 3, {n, 0, 0, 0, n, 0, 0, 0, n}}).p == Approx(std::exp(log_p)).epsilon(1e-9));
  }
  const TestResult bound = test("fisher", {3, 3, {600, 0, 0, 0, 600, 0, 0, 0, 600}});
  CHECK(bound.p <= 1e-250);
  CHECK_FALSE(bound.note.empty());
}
