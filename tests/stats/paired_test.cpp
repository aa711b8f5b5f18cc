// What must hold for matched pairs, over every table of a size.
#include <cmath>

#include "catch.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;

namespace {

Interval interval(std::string_view key, const Pairs& pairs, double level = 0.95) {
  return find_method(paired::methods(), key)->compute(pairs, Confidence(level));
}

double p(std::string_view key, const Pairs& pairs, Alternative alternative = Alternative::two_sided) {
  return find_method(paired::tests(), key)->compute(pairs, {alternative, 0}).p;
}

template <class Visit>
void each_pairs(std::int64_t n, Visit visit) {
  for (std::int64_t b = 0; b <= n; ++b)
    for (std::int64_t c = 0; b + c <= n; ++c) visit(Pairs{b, c, n});
}

}  // namespace

TEST_CASE("Tango's interval leaves out 0 exactly when McNemar's P is below alpha", "[stats][paired]") {
  for (const std::int64_t n : {1, 7, 20}) {
    each_pairs(n, [](const Pairs& pairs) {
      if (pairs.first_only + pairs.second_only == 0) return;
      const Interval tango = interval("tango", pairs);
      CAPTURE(pairs.first_only, pairs.second_only, pairs.total);
      CHECK((tango.lower > 0 || tango.upper < 0) == (p("mcnemar", pairs) < 0.05));
    });
  }
}

TEST_CASE("Tango's limits solve his equation at the constrained maximum", "[stats][paired]") {
  const Confidence confidence(0.95);
  for (std::int64_t n = 1; n <= 14; ++n) {
    each_pairs(n, [&](const Pairs& pairs) {
      const auto b = static_cast<long double>(pairs.first_only),
                 c = static_cast<long double>(pairs.second_only), all = static_cast<long double>(pairs.total),
                 others = all - b - c;
      const auto statistic = [&](long double delta) {
        // The probability of "second only" where the likelihood with difference delta is greatest.
        long double low = std::max(0.0L, -delta), high = (1 - delta) / 2;
        for (int i = 0; i < 90; ++i) {
          const long double q = (low + high) / 2;
          const long double slope = (b == 0 ? 0 : b / (q + delta)) + (c == 0 ? 0 : c / q) -
                                    (others == 0 ? 0 : 2 * others / (1 - 2 * q - delta));
          (slope > 0 ? low : high) = q;
        }
        const long double gap = b - c - all * delta;
        return static_cast<double>(gap * gap / (all * (2 * low + delta * (1 - delta))));
      };
      const Interval found = interval("tango", pairs);
      CAPTURE(pairs.first_only, pairs.second_only, pairs.total);
      for (const double bound : {found.lower, found.upper})
        if (std::abs(bound) < 1) CHECK(statistic(bound) == Approx(confidence.chi_squared()).epsilon(1e-9));
    });
  }
}

TEST_CASE("exchanging the conditions mirrors every paired interval", "[stats][paired]") {
  each_pairs(12, [](const Pairs& pairs) {
    for (std::int64_t both = 0; both + pairs.first_only + pairs.second_only <= 12; ++both) {
      const Pairs known{pairs.first_only, pairs.second_only, pairs.total, both};
      const Pairs exchanged{pairs.second_only, pairs.first_only, pairs.total, both};
      for (const PairedIntervalMethod& method : paired::methods()) {
        const Interval one = interval(method.key, known), other = interval(method.key, exchanged);
        CAPTURE(method.key, known.first_only, known.second_only, both, one.lower, one.upper);
        CHECK(one.lower == Approx(-other.upper).margin(1e-12));
        CHECK(one.lower >= -1);
        CHECK(one.upper <= 1);
        CHECK(one.lower <= *one.estimate);
        CHECK(one.upper >= *one.estimate);
      }
    }
  });
}

TEST_CASE("the mid-P lies between half the exact P and the exact P", "[stats][paired]") {
  each_pairs(15, [](const Pairs& pairs) {
    const double exact = p("mcnemar-exact", pairs), midp = p("mcnemar-midp", pairs);
    CHECK(midp <= exact);
    CHECK(midp >= exact / 2 - 1e-15);
    const double tails =
        p("mcnemar-exact", pairs, Alternative::less) + p("mcnemar-exact", pairs, Alternative::greater);
    CHECK(tails >= 1 - 1e-13);
    CHECK(p("mcnemar-midp", pairs, Alternative::less) + p("mcnemar-midp", pairs, Alternative::greater) ==
          Approx(pairs.first_only + pairs.second_only == 0 ? 2 : 1));
  });
}

TEST_CASE("the exact tests of pairs are sums over all outcomes of the discordant ones", "[stats][paired]") {
  double ways[21] = {1};  // a row of Pascal's triangle, in whole numbers
  for (std::int64_t n = 1; n <= 20; ++n) {
    for (std::int64_t k = n; k > 0; --k) ways[k] += ways[k - 1];
    for (std::int64_t b = 0; b <= n; ++b) {
      double rarer = 0, tied = 0, above = 0;
      for (std::int64_t k = 0; k <= n; ++k) {
        if (ways[k] < ways[b]) rarer += ways[k];
        if (ways[k] == ways[b]) tied += ways[k];
        if (k > b) above += ways[k];
      }
      const auto share = [n](double count) { return std::ldexp(count, -static_cast<int>(n)); };
      const Pairs pairs{b, n - b, n};
      CAPTURE(b, n);
      CHECK(p("mcnemar-exact", pairs) == Approx(share(rarer + tied)).epsilon(1e-13));
      CHECK(p("mcnemar-midp", pairs) == Approx(share(rarer + tied / 2)).epsilon(1e-13));
      CHECK(p("mcnemar-exact", pairs, Alternative::greater) == Approx(share(above + ways[b])).epsilon(1e-13));
      CHECK(p("mcnemar-midp", pairs, Alternative::greater) ==
            Approx(share(above + ways[b] / 2)).epsilon(1e-13));
    }
  }
}

TEST_CASE("a billion pairs are no trouble", "[stats][paired]") {
  const Pairs pairs{1000, 900, max_group_size, max_group_size / 2};
  for (const PairedIntervalMethod& method : paired::methods()) {
    const Interval result = interval(method.key, pairs);
    INFO(method.key);
    CHECK(result.lower < 1e-7);
    CHECK(result.upper > 1e-7);
  }
  const Pairs many{500'000'000, 499'990'000, max_group_size};
  CHECK(p("mcnemar-exact", many) == Approx(p("mcnemar-cc", many)).epsilon(1e-6));
}
