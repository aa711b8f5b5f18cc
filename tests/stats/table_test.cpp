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

namespace {

struct Sized {
  std::string_view size;
  CountTable table;
  double p, tolerance;  // relative
};

}  // namespace

// R 4.2.2 fisher.test(workspace = 2e8). It counts tables up to 3.5e-7 more probable than the observed one,
// which is in the last two tolerances: with that, the same sum here gives R's .0503293039 and .3848189440.
TEST_CASE("Freeman-Halton is exact at the sizes where R needs a larger workspace", "[stats][table]") {
  const std::vector<Sized> all{
      {"3 x 4 of 300", {3, 4, {28, 20, 25, 27, 22, 30, 19, 29, 25, 25, 31, 19}}, .2461375419897863, 1e-10},
      {"4 x 4 of 160",
       {4, 4, {12, 8, 10, 10, 9, 11, 13, 7, 10, 10, 6, 14, 8, 12, 11, 9}},
       .6491090356480573,
       1e-10},
      {"5 x 5 of 100",
       {5, 5, {6, 3, 4, 4, 3, 2, 6, 4, 5, 3, 4, 4, 5, 2, 5, 5, 3, 2, 6, 4, 3, 4, 5, 3, 5}},
       .9263334210620472,
       1e-10},
      {"2 x 10 of 1,000",
       {2, 10, {50, 52, 40, 60, 45, 55, 50, 47, 56, 45, 50, 48, 60, 40, 55, 45, 50, 53, 44, 55}},
       .1647321180242746,
       1e-9},
      {"3 x 8 of 300",
       {3, 8, {12, 14, 10, 15, 12, 11, 13, 13, 13, 10, 14, 9,
               13, 14, 12, 15, 12, 13, 13, 12, 11, 12, 15, 12}},
       .9944059111356112,
       1e-9},
      {"4 x 6 of 120",
       {4, 6, {5, 4, 6, 5, 3, 7, 6, 3, 5, 5, 6, 5, 4, 8, 5, 3, 6, 4, 5, 5, 4, 7, 5, 4}},
       .9525499521820647,
       1e-9},
      {"3 x 3 of 3,000", {3, 3, {350, 330, 320, 300, 360, 340, 340, 310, 350}}, .05032930393453832, 1e-5},
      {"3 x 4 of 1,000", {3, 4, {80, 90, 85, 75, 95, 70, 90, 85, 78, 88, 79, 85}}, .3848189437438142, 1e-6}};
  for (const Sized& each : all) {
    INFO(each.size);
    const TestResult result = test("fisher", each.table);
    CHECK(result.note.empty());
    CHECK_FALSE(result.p_error);
    CHECK(result.p == Approx(each.p).epsilon(each.tolerance));
  }
}

// R 4.2.2 fisher.test(simulate.p.value = TRUE, B = 1e6), within four standard errors.
TEST_CASE("Freeman-Halton is exact at sizes that R cannot do", "[stats][table]") {
  const std::vector<Sized> all{{"4 x 4 of 300",
                                {4, 4, {22, 17, 18, 18, 15, 24, 19, 17, 19, 16, 17, 23, 20, 17, 22, 16}},
                                .773217,
                                4 * .000419 / .773217},
                               {"2 x 20 of 200",
                                {2, 20, {5, 6, 4, 7, 3, 8, 5, 5, 6, 2, 5, 7, 4, 5, 6, 3, 5, 4, 5, 5,
                                         5, 4, 6, 3, 7, 2, 5, 5, 4, 8, 5, 3, 6, 5, 4, 7, 5, 6, 5, 5}},
                                .662765,
                                4 * .000473 / .662765}};
  for (const Sized& each : all) {
    INFO(each.size);
    const TestResult result = test("fisher", each.table);
    CHECK(result.note.empty());
    CHECK_FALSE(result.p_error);
    CHECK(result.p == Approx(each.p).epsilon(each.tolerance));
  }
}

// R 4.2.2 fisher.test(simulate.p.value = TRUE, B = 4e5): .322514, standard error .00074.
TEST_CASE("Freeman-Halton goes to a simulation at once where the sum is out of reach", "[stats][table]") {
  const TestResult result = test(
      "fisher", {5, 5, {12, 6, 8, 8, 6, 4, 12, 8, 10, 6, 8, 8, 10, 4, 10, 10, 6, 4, 12, 8, 6, 8, 10, 6, 10}});
  CHECK_FALSE(result.note.empty());
  REQUIRE(result.p_error);
  CHECK(*result.p_error < 0.001);
  CHECK(std::abs(result.p - .322514) < 4 * std::hypot(*result.p_error, .00074));
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

TEST_CASE("Freeman-Halton far in the tail is small, or says that it is a bound", "[stats][table]") {
  CHECK(test("fisher", {3, 3, {60, 0, 0, 0, 60, 0, 0, 0, 60}}).p ==
        Approx(1.7206968900050397e-83).epsilon(1e-9));  // 6 60!^3 / 180!
  const TestResult bound = test("fisher", {3, 3, {600, 0, 0, 0, 600, 0, 0, 0, 600}});
  CHECK(bound.p <= 1e-250);
  CHECK_FALSE(bound.note.empty());
}
