// What must hold for the intervals of one proportion, whatever their numbers.
#include <cmath>

#include "catch.hpp"
#include "stats/proportion/methods.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;

namespace {

/// P(X >= k) of a binomial, summed in long double.
long double upper_tail(std::int64_t k, std::int64_t n, double p) {
  long double sum = 0;
  for (std::int64_t i = k; i <= n; ++i) {
    long double term = 1;
    for (std::int64_t j = 1; j <= i; ++j)
      term *= static_cast<long double>(n - i + j) / static_cast<long double>(j);
    sum += term * std::pow(static_cast<long double>(p), static_cast<long double>(i)) *
           std::pow(1 - static_cast<long double>(p), static_cast<long double>(n - i));
  }
  return sum;
}

}  // namespace

TEST_CASE("intervals of one proportion mirror, hold the estimate and stay within 0 to 1", "[stats]") {
  for (const double level : {0.5, 0.9, 0.95, 0.999})
    for (const std::int64_t n : {1, 2, 3, 7, 20, 61})
      for (std::int64_t x = 0; x <= n; ++x)
        for (const ProportionMethod& method : proportion::methods()) {
          const Interval here = method.compute({x, n}, Confidence(level));
          const Interval there = method.compute({n - x, n}, Confidence(level));
          INFO(method.key << ' ' << x << '/' << n << " at " << level);
          REQUIRE(here.not_estimable == there.not_estimable);
          if (!here.not_estimable.empty()) continue;
          CHECK(here.lower == Approx(1 - there.upper).margin(1e-13));
          CHECK(here.lower >= 0);
          CHECK(here.upper <= 1);
          const double p = here.estimate.value_or(Counts{x, n}.risk());
          CHECK(here.lower <= p);
          CHECK(here.upper >= p);
        }
}

TEST_CASE("Clopper-Pearson, mid-P and Blaker solve their equations", "[stats]") {
  for (const std::int64_t n : {2, 5, 12, 30})
    for (std::int64_t x = 1; x <= n; ++x) {
      INFO(x << '/' << n);
      const Confidence confidence(0.95);
      const double alpha = confidence.alpha();
      const double exact = proportion::clopper_pearson({x, n}, confidence).lower;
      CHECK(static_cast<double>(upper_tail(x, n, exact)) == Approx(alpha / 2).epsilon(1e-12));
      const double mid = proportion::mid_p({x, n}, confidence).lower;
      CHECK(static_cast<double>(upper_tail(x, n, mid) + upper_tail(x + 1, n, mid)) ==
            Approx(alpha).epsilon(1e-12));
      const double blaker = proportion::blaker({x, n}, confidence).lower;
      CHECK(blaker >= exact);
      CHECK(upper_tail(x, n, blaker) <= static_cast<long double>(alpha) * (1 + 1e-12L));
    }
}

TEST_CASE("Wilson's, its corrected and the likelihood-ratio limits solve their equations", "[stats]") {
  for (const double level : {0.5, 0.9, 0.95, 0.999})
    for (std::int64_t n = 1; n <= 40; ++n)
      for (std::int64_t x = 0; x <= n; ++x) {
        const Confidence confidence(level);
        const double events = static_cast<double>(x), people = static_cast<double>(n);
        const auto score = [&](double p, double correction) {
          const double gap = std::abs(events - people * p) - correction;
          return gap * gap / (people * p * (1 - p));
        };
        const auto deviance = [&](double p) {
          const auto term = [](double count, double expected) {
            return count == 0 ? 0 : 2 * count * std::log(count / expected);
          };
          return term(events, people * p) + term(people - events, people * (1 - p));
        };
        const auto check = [&](std::string_view key, auto statistic) {
          const Interval found = find_method(proportion::methods(), key)->compute({x, n}, confidence);
          INFO(key << ' ' << x << '/' << n << " at " << level);
          for (const double bound : {found.lower, found.upper})
            if (bound > 0 && bound < 1)
              CHECK(statistic(bound) == Approx(confidence.chi_squared()).epsilon(1e-10));
        };
        check("wilson", [&](double p) { return score(p, 0); });
        check("wilson-cc", [&](double p) { return score(p, 0.5); });
        check("likelihood-ratio", deviance);
      }
}

TEST_CASE("Blaker's limits are the ends of what is accepted", "[stats]") {
  for (const std::int64_t n : {3, 8, 17})
    for (std::int64_t x = 0; x <= n; ++x) {
      const auto accepted = [&](double p) {  // Blaker 2000: both tails no heavier than the lighter one of x
        const auto lighter = [&](std::int64_t k) {
          return std::min(upper_tail(k, n, p), upper_tail(n - k, n, 1 - p));
        };
        const long double own = lighter(x);
        long double sum = 0;
        for (std::int64_t k = 0; k <= n; ++k)
          if (lighter(k) <= own * (1 + 1e-15L)) sum += upper_tail(k, n, p) - upper_tail(k + 1, n, p);
        return sum > 0.05L;
      };
      const Interval found = proportion::blaker({x, n}, Confidence(0.95));
      INFO(x << '/' << n);
      if (found.lower > 0) CHECK(accepted(found.lower + 1e-9));
      if (found.upper < 1) CHECK(accepted(found.upper - 1e-9));
      for (double p = found.lower - 1e-9; p > 0; p -= 0.001) CHECK_FALSE(accepted(p));
      for (double p = found.upper + 1e-9; p < 1; p += 0.001) CHECK_FALSE(accepted(p));
    }
}

TEST_CASE("intervals of one proportion answer at a thousand million people and at extreme levels",
          "[stats]") {
  for (const std::int64_t x :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{400'000'000}, max_group_size - 1, max_group_size})
    for (const double level : {1e-6, 0.95, 1 - 1e-12})
      for (const ProportionMethod& method : proportion::methods()) {
        INFO(method.key << ' ' << x << " at " << level);
        const Interval interval = method.compute({x, max_group_size}, Confidence(level));
        if (!interval.not_estimable.empty()) continue;
        CHECK(interval.lower >= 0);
        CHECK(interval.lower <= interval.upper);
        CHECK(interval.upper <= 1);
      }
}
