// GRIM, GRIMMER and DEBIT against every data set of a small size, and against published cases.
#include <cmath>
#include <map>
#include <set>

#include "catch.hpp"
#include "trialcalc/digits.hpp"

using namespace trialcalc;

namespace {

PrintedNumber printed(const std::string& text) { return PrintedNumber::parse(text).value(); }

bool possible(const std::string& mean, const std::string& sd, std::int64_t n,
              std::optional<IntegerScale> scale = {}, std::int64_t items = 1) {
  const DigitCheck check = grimmer(printed(mean), printed(sd), {n, items, scale}, RoundingChoice::nearest);
  CHECK(check.decided);
  return check.possible;
}

/// value / 10^2 as text.
std::string cents(std::int64_t value) {
  const std::string digits = std::to_string(std::abs(value) + 1000);
  return (value < 0 ? "-" : "") + std::to_string(std::abs(value) / 100) + "." +
         digits.substr(digits.size() - 2);
}

using Moments = std::set<std::pair<std::int64_t, std::int64_t>>;

/// The sums and sums of squares of all data sets of n values on the scale.
Moments all_moments(std::int64_t n, const IntegerScale& scale) {
  Moments moments = {{0, 0}};
  for (std::int64_t i = 0; i < n; ++i) {
    Moments next;
    for (const auto& [sum, squares] : moments)
      for (std::int64_t value = scale.low; value <= scale.high; ++value)
        next.emplace(sum + value, squares + value * value);
    moments = std::move(next);
  }
  return moments;
}

/// Both texts that numerator / denominator can print with two decimals: one, or two at a tie. In whole
/// numbers.
std::set<std::int64_t> cents_of(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t twice = 200 * numerator;
  const std::int64_t floor = static_cast<std::int64_t>(
      std::floor(static_cast<double>(100 * numerator) / static_cast<double>(denominator)));
  std::set<std::int64_t> all;
  for (std::int64_t candidate = floor - 1; candidate <= floor + 2; ++candidate)
    if ((2 * candidate - 1) * denominator <= twice && twice <= (2 * candidate + 1) * denominator)
      all.insert(candidate);
  return all;
}

/// The same for the square root of numerator / denominator.
std::set<std::int64_t> cents_of_root(std::int64_t numerator, std::int64_t denominator) {
  const auto floor = static_cast<std::int64_t>(
      100 * std::sqrt(static_cast<double>(numerator) / static_cast<double>(denominator)));
  std::set<std::int64_t> all;
  for (std::int64_t candidate = std::max<std::int64_t>(0, floor - 1); candidate <= floor + 2; ++candidate) {
    const std::int64_t low = std::max<std::int64_t>(0, 2 * candidate - 1), high = 2 * candidate + 1;
    if (low * low * denominator <= 40000 * numerator && 40000 * numerator <= high * high * denominator)
      all.insert(candidate);
  }
  return all;
}

using Printable = std::set<std::pair<std::int64_t, std::int64_t>>;

Printable printable(std::int64_t n, const IntegerScale& scale, std::int64_t items) {
  Printable all;
  for (const auto& [sum, squares] : all_moments(n, {scale.low * items, scale.high * items}))
    for (std::int64_t mean : cents_of(sum, n * items))
      for (std::int64_t sd : cents_of_root(n * squares - sum * sum, n * (n - 1) * items * items))
        all.emplace(mean, sd);
  return all;
}

void check_against_all_data(std::int64_t n, const IntegerScale& scale, std::int64_t items = 1) {
  const Printable real = printable(n, scale, items);
  const std::int64_t most_sd = 100 * (scale.high - scale.low);
  for (std::int64_t mean = 100 * scale.low; mean <= 100 * scale.high; ++mean)
    for (std::int64_t sd = 0; sd <= most_sd; ++sd) {
      const bool expected = real.contains({mean, sd});
      if (possible(cents(mean), cents(sd), n, scale, items) == expected) continue;
      CAPTURE(n, scale.low, scale.high, items, cents(mean), cents(sd), expected);
      FAIL_CHECK("differs from the enumeration");
    }
}

/// The witness has the printed mean and SD, and stays on the scale.
void check_witness(const std::string& mean, const std::string& sd, const IntegerGroup& group) {
  const DigitCheck check = grimmer(printed(mean), printed(sd), group, RoundingChoice::nearest);
  REQUIRE(check.possible);
  std::int64_t n = 0, sum = 0, squares = 0;
  for (const auto& [value, count] : check.witness) {
    n += count;
    sum += value * count;
    squares += value * value * count;
    if (group.scale)
      CHECK((value >= group.scale->low * group.items && value <= group.scale->high * group.items));
  }
  CHECK(n == group.n);
  CHECK(sum == check.sum);
  const double size = static_cast<double>(n), items = static_cast<double>(group.items);
  const double average = static_cast<double>(sum) / size;
  const double deviation = std::sqrt((static_cast<double>(squares) - size * average * average) / (size - 1));
  CHECK(printed(mean).prints(average / items));
  CHECK(printed(sd).prints(deviation / items));
}

}  // namespace

TEST_CASE("GRIM: published cases", "[verify][digits]") {
  const auto grim_says = [](const std::string& mean, std::int64_t n, std::int64_t items = 1) {
    return grim(printed(mean), {n, items, {}}, RoundingChoice::nearest).possible;
  };
  // Brown & Heathers 2017, p. 364: a mean of 5.19 from 28 integers is impossible, 5.18 (145) and 5.21 (146)
  // are not.
  CHECK_FALSE(grim_says("5.19", 28));
  CHECK(grim_says("5.18", 28));
  CHECK(grim_says("5.21", 28));
  const DigitCheck check = grim(printed("5.19"), {28, 1, {}}, RoundingChoice::nearest);
  CHECK(check.failure == DigitFailure::sum);
  CHECK(check.mean_below == Approx(145 / 28.0));
  CHECK(check.mean_above == Approx(146 / 28.0));
  // scrutiny's manual of grim(): 5.19 of 40 is inconsistent, and consistent with two items.
  CHECK_FALSE(grim_says("5.19", 40));
  CHECK(grim_says("5.19", 40, 2));
}

TEST_CASE("GRIM and DEBIT: the tables of scrutiny's README", "[verify][digits]") {
  struct Row {
    const char *mean, *sd;
    std::int64_t n;
    bool consistent;
  };
  // pigs1
  for (const Row& row : {Row{"7.22", "", 32, true},
                         {"4.74", "", 25, false},
                         {"5.23", "", 29, false},
                         {"2.57", "", 24, false},
                         {"6.77", "", 27, false},
                         {"2.68", "", 28, true},
                         {"7.01", "", 29, false},
                         {"7.38", "", 26, true},
                         {"3.14", "", 27, false},
                         {"6.89", "", 31, false},
                         {"5.00", "", 25, true},
                         {"0.24", "", 28, false}})
    CHECK(grim(printed(row.mean), {row.n, 1, {}}, RoundingChoice::nearest).possible == row.consistent);
  // pigs2, percentages
  for (const Row& row : {Row{".674", "", 150, false},
                         {".542", "", 150, false},
                         {".540", "", 150, true},
                         {".698", "", 150, false},
                         {".681", "", 150, false},
                         {".554", "", 150, false}})
    CHECK(grim(printed(row.mean), {row.n, 1, {}}, RoundingChoice::nearest).possible == row.consistent);
  // pigs3, and the examples of debit()
  for (const Row& row : {Row{"0.53", "0.50", 1683, true},
                         {"0.44", "0.50", 1683, true},
                         {"0.77", "0.42", 1683, true},
                         {"0.19", "0.35", 1683, false},
                         {"0.34", "0.47", 1683, true},
                         {"0.93", "0.25", 1683, true},
                         {"0.12", "0.33", 1683, true},
                         {"0.35", "0.18", 20, false},
                         {"0.36", "0.11", 20, false}})
    CHECK(debit(printed(row.mean), printed(row.sd), row.n, RoundingChoice::nearest).possible ==
          row.consistent);
}

TEST_CASE("GRIM: every mean of every size up to 60", "[verify][digits]") {
  for (std::int64_t n = 1; n <= 60; ++n) {
    std::set<std::int64_t> real;
    for (std::int64_t sum = 0; sum <= 3 * n; ++sum) real.merge(cents_of(sum, n));
    for (std::int64_t mean = 0; mean <= 300; ++mean)
      CHECK(grim(printed(cents(mean)), {n, 1, {}}, RoundingChoice::nearest).possible == real.contains(mean));
  }
}

TEST_CASE("GRIM on scales and of items, against every sum", "[verify][digits]") {
  for (std::int64_t n = 1; n <= 25; ++n)
    for (std::int64_t items : {1, 2, 3}) {
      std::set<std::int64_t> real;
      for (std::int64_t sum = n * items; sum <= 5 * n * items; ++sum) real.merge(cents_of(sum, n * items));
      for (std::int64_t mean = 0; mean <= 600; ++mean) {
        const DigitCheck check =
            grim(printed(cents(mean)), {n, items, IntegerScale{1, 5}}, RoundingChoice::nearest);
        if (check.possible != real.contains(mean)) FAIL_CHECK(n << " " << items << " " << cents(mean));
      }
    }
}

TEST_CASE("GRIM: ties belong to the rounding that was chosen", "[verify][digits]") {
  const auto says = [](const char* mean, RoundingChoice rounding) {
    return grim(printed(mean), {8, 1, {}}, rounding).possible;  // 1/8 = 0.125
  };
  CHECK(says("0.12", RoundingChoice::nearest));
  CHECK(says("0.13", RoundingChoice::nearest));
  CHECK_FALSE(says("0.12", RoundingChoice::half_up));
  CHECK(says("0.13", RoundingChoice::half_up));
  CHECK(says("0.12", RoundingChoice::half_even));
  CHECK_FALSE(says("0.13", RoundingChoice::half_even));
  CHECK(says("0.12", RoundingChoice::truncated));
  CHECK_FALSE(says("0.13", RoundingChoice::truncated));
  CHECK(says("-0.13", RoundingChoice::half_up));
  CHECK_FALSE(says("-0.12", RoundingChoice::half_up));
}

TEST_CASE("GRIMMER: published cases", "[verify][digits]") {
  // Tests of rsprite2 (Wallrich), after Allard 2018.
  CHECK(possible("5.21", "1.60", 28));
  CHECK(possible("5.21", "1.6", 28));
  CHECK_FALSE(possible("3.44", "2.47", 18));
  // scrutiny's vignette "GRIMMER": 7.3 (2.51) of 12 is inconsistent.
  CHECK_FALSE(possible("7.3", "2.51", 12));
  // Its flying pigs, n = 25: Allard's algorithm passes five of seven. 2.6 (2.05) is impossible indeed, but
  // for 8.9 (2.81) it asks only the sum 222 (8.88), and 223 (8.92) with the sum of squares 2179 has
  // SD 2.8125.
  for (const auto& [mean, sd] : std::map<std::string, std::string>{
           {"7.2", "2.89"}, {"3.6", "3.11"}, {"9.2", "7.13"}, {"10.4", "2.53"}, {"7.3", "3.14"}})
    CHECK(possible(mean, sd, 25));
  CHECK_FALSE(possible("2.6", "2.05", 25));
  CHECK(grimmer(printed("8.9"), printed("2.81"), {25, 1, {}}, RoundingChoice::nearest).sum == 223);
  // rsprite2's test of the SD's bounds: 4.2 of 5 on a scale from 1 to 7 has SDs from 0.45 to 3.03.
  const IntegerScale seven{1, 7};
  CHECK(possible("4.20", "0.45", 5, seven));
  CHECK_FALSE(possible("4.20", "0.44", 5, seven));
  CHECK(possible("4.20", "3.03", 5, seven));
  CHECK_FALSE(possible("4.20", "3.04", 5, seven));
  CHECK(possible("4.20", "0.27", 5, seven, 2));
  CHECK_FALSE(possible("4.20", "0.26", 5, seven, 2));
}

TEST_CASE("GRIMMER against every data set of small sizes", "[verify][digits]") {
  check_against_all_data(2, {0, 4});
  check_against_all_data(3, {-2, 2});
  check_against_all_data(4, {1, 5});
  check_against_all_data(5, {1, 5});
  check_against_all_data(7, {0, 3});
  check_against_all_data(11, {0, 2});
  check_against_all_data(4, {1, 3}, 2);
  check_against_all_data(3, {0, 2}, 3);
}

TEST_CASE("GRIMMER without a scale is GRIMMER on a scale that is wide enough", "[verify][digits]") {
  for (std::int64_t n : {2, 3, 4, 5, 6}) {
    const Printable real = printable(n, {-6, 8}, 1);
    for (std::int64_t mean = 100; mean <= 200; mean += 1)
      for (std::int64_t sd = 0; sd <= 200; ++sd) {
        // Values within mean +- SD sqrt(n) <= 2 + 2 * 2.5 + ... lie on the scale.
        const bool expected = real.contains({mean, sd});
        if (possible(cents(mean), cents(sd), n) == expected) continue;
        CAPTURE(n, cents(mean), cents(sd), expected);
        FAIL_CHECK("differs from the enumeration");
      }
  }
}

TEST_CASE("DEBIT: published cases and every sample of zeros and ones", "[verify][digits]") {
  const auto says = [](const std::string& mean, const std::string& sd, std::int64_t n) {
    return debit(printed(mean), printed(sd), n, RoundingChoice::nearest).possible;
  };
  // scrutiny's tests of debit().
  CHECK(says("0.53", "0.50", 1683));
  CHECK(says("0.50", "0.503", 100));
  CHECK_FALSE(says("0.05", "0.21", 20));
  CHECK(says("0.05", "0.22", 20));
  CHECK(says("0.00", "0.00", 50));
  CHECK_FALSE(says("1.00", "0.50", 50));
  for (std::int64_t n : {2, 3, 7, 20, 37}) {
    Printable real;
    for (std::int64_t ones = 0; ones <= n; ++ones)
      for (std::int64_t mean : cents_of(ones, n))
        for (std::int64_t sd : cents_of_root(ones * (n - ones), n * (n - 1))) real.emplace(mean, sd);
    for (std::int64_t mean = 0; mean <= 100; ++mean)
      for (std::int64_t sd = 0; sd <= 75; ++sd)
        CHECK(says(cents(mean), cents(sd), n) == real.contains({mean, sd}));
  }
}

TEST_CASE("GRIMMER: witnesses are what they claim, also for large groups", "[verify][digits]") {
  check_witness("5.21", "1.60", {28, 1, {}});
  check_witness("3.50", "1.81", {40, 3, IntegerScale{1, 7}});
  check_witness("122.4", "37.9", {317, 1, {}});
  check_witness("48.31", "12.07", {100'000, 1, IntegerScale{0, 100}});
  check_witness("2.500", "1.400", {1'000'000'000, 1, IntegerScale{1, 5}});
  check_witness("50.0", "49.9", {200, 1, IntegerScale{0, 100}});
}

TEST_CASE("GRIMMER: reasons", "[verify][digits]") {
  const auto failure = [](const char* mean, const char* sd, const IntegerGroup& group) {
    return grimmer(printed(mean), printed(sd), group, RoundingChoice::nearest).failure;
  };
  CHECK(failure("5.19", "1.00", {28, 1, {}}) == DigitFailure::sum);
  CHECK(failure("3.00", "1.00", {1, 1, {}}) == DigitFailure::no_sd);
  CHECK(failure("3.00", "9.00", {10, 1, IntegerScale{1, 5}}) == DigitFailure::scale);
  // 0 and 1: SD 0.71 as a sample, 0.50 as a whole population.
  const DigitCheck halves = grimmer(printed("0.50"), printed("0.50"), {2, 1, {}}, RoundingChoice::nearest);
  CHECK_FALSE(halves.possible);
  CHECK(halves.possible_with_divisor_n);
}
