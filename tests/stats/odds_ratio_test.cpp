#include "interval_properties.hpp"
#include "stats/odds_ratio/noncentral.hpp"

using namespace properties;

namespace {

double sample_odds_ratio(const TwoByTwo& table) {
  const Observed o(table);
  return static_cast<double>(o.a / o.b * (o.d / o.c));
}

const Scale scale{closed_or_solved(odds_ratio::methods()), [](double bound) { return 1 / bound; },
                  sample_odds_ratio, 0, INFINITY};

Interval interval(std::string_view key, const TwoByTwo& table, double level = 0.95) {
  return find_method(odds_ratio::methods(), key)->compute(table, Confidence(level));
}

/// Maximum-likelihood risks with odds ratio theta: fitted a falls from its greatest to where the ratio is
/// theta.
Risks constrained(const Observed& o, long double theta) {
  const auto excess = [&](long double fitted) {
    const long double b = o.n1 - fitted, c = o.events - fitted, d = o.n2 - c;
    return theta * b * c - fitted * d;
  };
  const long double a = falling_zero(excess, std::max(0.0L, o.events - o.n2), std::min(o.n1, o.events));
  return {a / o.n1, (o.events - a) / o.n2};
}

double corrected_score(const Observed& o, long double theta, long double correction) {
  const auto [p1, p2] = constrained(o, theta);
  const long double gap = std::abs(o.a - o.n1 * p1) - correction;
  return static_cast<double>(gap * gap * (1 / (o.n1 * p1 * (1 - p1)) + 1 / (o.n2 * p2 * (1 - p2))));
}

double score_statistic(const Observed& o, long double theta) { return corrected_score(o, theta, 0); }

void put_back(Facts& facts, const TwoByTwo& table) {
  const Observed o(table);
  const double z2 = Confidence(0.95).chi_squared();
  const auto check = [&](std::string_view key, double target,
                         double (*statistic)(const Observed&, long double)) {
    const Interval found = interval(key, table);
    for (double bound : {found.lower, found.upper})
      if (bound > 0 && std::isfinite(bound))
        facts.expect(std::abs(statistic(o, bound) / target - 1) < 1e-10, key, table, "solves its equation");
  };
  check("score", z2, score_statistic);
  check("miettinen-nurminen", z2 * static_cast<double>(o.total / (o.total - 1)), score_statistic);
  check("cornfield-cc", z2,
        [](const Observed& x, long double theta) { return corrected_score(x, theta, 0.5L); });
  check("likelihood-ratio", z2,
        [](const Observed& x, long double theta) { return deviance(x, constrained(x, theta)); });
}

/// Probabilities of all tables of these margins at an odds ratio, the observed one at index `seen`: by the
/// whole sum, in long double.
struct Conditional {
  std::vector<long double> probability;
  std::size_t seen;

  Conditional(const TwoByTwo& table, long double log_odds) : seen(0) {
    const Observed o(table);
    const long double least = std::max(0.0L, o.events - o.n2), greatest = std::min(o.n1, o.events);
    const auto log_factorial = [](long double n) { return std::lgamma(n + 1); };
    long double sum = 0;
    for (long double k = least; k <= greatest; ++k) {
      const long double logarithm = (k - o.a) * log_odds - log_factorial(k) - log_factorial(o.n1 - k) -
                                    log_factorial(o.events - k) - log_factorial(o.n2 - o.events + k);
      probability.push_back(std::exp(logarithm));
      sum += probability.back();
    }
    for (long double& p : probability) p /= sum;
    seen = static_cast<std::size_t>(o.a - least);
  }

  long double tail(bool upward, long double own) const {
    long double sum = own * probability[seen];
    for (std::size_t k = 0; k < probability.size(); ++k)
      if (upward ? k > seen : k < seen) sum += probability[k];
    return sum;
  }

  /// All tables at most as probable as the observed one, less (1 - own) of its own probability.
  long double two_sided(long double own) const {
    long double sum = (own - 1) * probability[seen];
    for (long double p : probability)
      if (p <= probability[seen] * (1 + 1e-13L)) sum += p;
    return sum;
  }
};

void put_back_conditional(Facts& facts, const TwoByTwo& table, std::string_view key, long double own) {
  const Interval found = interval(key, table);
  const auto expect = [&](double bound, bool upward) {
    if (bound == 0 || std::isinf(bound)) return;
    const long double tail = Conditional(table, std::log(static_cast<long double>(bound))).tail(upward, own);
    facts.expect(std::abs(tail / 0.025L - 1) < 1e-10L, key, table, "tail is half of alpha");
  };
  expect(found.lower, true);
  expect(found.upper, false);
}

/// P is above alpha just inside each bound, and nowhere outside it on a grid.
void put_back_acceptance(Facts& facts, const TwoByTwo& table, std::string_view key, long double own) {
  const Interval found = interval(key, table);
  if (!found.not_estimable.empty()) return;
  const auto accepted = [&](double log_odds) { return Conditional(table, log_odds).two_sided(own) > 0.05L; };
  const auto check = [&](double bound, double outward) {
    if (bound == 0 || std::isinf(bound)) return;
    const double at = std::log(bound);
    facts.expect(accepted(at - outward * 1e-9), key, table, "accepted just inside");
    for (double step = 1e-9; step < 20; step *= 1.3)
      facts.expect(!accepted(at + outward * step), key, table, "accepted nowhere outside");
  };
  check(found.lower, -1);
  check(found.upper, 1);
}

}  // namespace

TEST_CASE("odds-ratio intervals of every small table have the right shape", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(8))
    for (const IntervalMethod& method : scale.methods) {
      check_shape(facts, scale, method, table);
      check_nested(facts, method, table);
    }
}

TEST_CASE("odds-ratio intervals leave out 1 when their test rejects", "[stats]") {
  check_partner_names(scale);
  Facts facts;
  for (const TwoByTwo& table : every_table(12)) check_partners(facts, scale, 1, table);
}

TEST_CASE("solved odds-ratio bounds satisfy their equations", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(10)) put_back(facts, table);
  for (const TwoByTwo& table : random_tables(300, 3000)) put_back(facts, table);
}

TEST_CASE("conditional odds-ratio bounds have the tails they promise", "[stats]") {
  Facts facts;
  const auto check = [&](const TwoByTwo& table) {
    put_back_conditional(facts, table, "conditional-exact", 1);
    put_back_conditional(facts, table, "conditional-midp", 0.5L);
  };
  for (const TwoByTwo& table : every_table(10)) check(table);
  for (const TwoByTwo& table : random_tables(40, 300)) check(table);
}

TEST_CASE("Baptista-Pike bounds are the ends of what is accepted", "[stats]") {
  Facts facts;
  const auto check = [&](const TwoByTwo& table) {
    put_back_acceptance(facts, table, "baptista-pike", 1);
    put_back_acceptance(facts, table, "baptista-pike-midp", 0.5L);
  };
  for (const TwoByTwo& table : every_table(4)) check(table);
  for (const TwoByTwo& table : random_tables(60, 60)) check(table);
}

TEST_CASE("the peaks of Baptista-Pike's P fall outward", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(12)) {
    const two_arms::Cells cells(table);
    double last = 2;
    for (double step = 1; step <= std::min(cells.b, cells.c); ++step) {
      const Conditional tie(table, odds_ratio::tie_log_odds(cells, step));
      const double peak = static_cast<double>(tie.two_sided(1));
      facts.expect(peak < last + 1e-12, "baptista-pike", table, "peaks fall");
      last = peak;
    }
  }
}

TEST_CASE("the conditional estimate makes the expected count the observed one", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(7)) {
    const std::optional<double> estimate = odds_ratio::conditional_estimate(table);
    const Conditional null(table, 0);
    facts.expect(estimate.has_value() == (null.probability.size() > 1), "estimate", table, "exists");
    if (!estimate || *estimate == 0 || std::isinf(*estimate)) continue;
    const Conditional fitted(table, std::log(static_cast<long double>(*estimate)));
    long double mean = 0;
    for (std::size_t k = 0; k < fitted.probability.size(); ++k)
      mean += static_cast<long double>(k) * fitted.probability[k];
    facts.expect(std::abs(mean - static_cast<long double>(fitted.seen)) < 1e-12L, "estimate", table,
                 "mean is a");
  }
}

TEST_CASE("odds-ratio intervals of any table up to 1e9 are in order", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : random_tables(300, 1e9))
    for (const IntervalMethod& method : scale.methods) {
      const bool sums = method.key.starts_with("conditional") || method.key.starts_with("baptista");
      if (sums && table.patients() > 1'000'000) continue;
      check_shape(facts, scale, method, table);
      check_nested(facts, method, table);
    }
}

TEST_CASE("conditional intervals answer at totals of 1e9", "[stats]") {
  const TwoByTwo rare{{3, 1'000'000'000}, {11, 999'999'999}};
  const Interval few = interval("conditional-exact", rare),
                 same = interval("conditional-exact", {{3, 1'000'000}, {11, 1'000'000}});
  CHECK(few.upper == Approx(same.upper).epsilon(1e-5));
  const TwoByTwo common{{500'000'000, 1'000'000'000}, {499'990'000, 1'000'000'000}};
  // So many people that Cornfield's corrected limits are the exact ones to a part in the variance.
  CHECK(interval("conditional-exact", common).upper ==
        Approx(interval("cornfield-cc", common).upper).epsilon(1e-12));
}

TEST_CASE("odds-ratio intervals at zero cells and empty margins", "[stats]") {
  CHECK(interval("woolf", {{0, 10}, {3, 10}}).not_estimable == "zero cell");
  CHECK(interval("independence-smoothed", {{0, 10}, {0, 10}}).not_estimable == "nobody has the event");
  CHECK(interval("mover-wilson", {{10, 10}, {0, 10}}).not_estimable == "zero cells in both arms");
  for (std::string_view key :
       {"score", "miettinen-nurminen", "likelihood-ratio", "cornfield-cc", "conditional-exact",
        "conditional-midp", "baptista-pike", "baptista-pike-midp", "inverse-sinh", "mover-wilson"}) {
    INFO(key);
    CHECK(interval(key, {{0, 10}, {3, 10}}).lower == 0);
    CHECK(std::isfinite(interval(key, {{0, 10}, {3, 10}}).upper));
    CHECK(std::isinf(interval(key, {{3, 10}, {0, 10}}).upper));
    CHECK(interval(key, {{10, 10}, {10, 10}}).lower == 0);
    CHECK(std::isinf(interval(key, {{10, 10}, {10, 10}}).upper));
  }
}

TEST_CASE("odds-ratio intervals answer at the ends of the levels", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table :
       {TwoByTwo{{7, 34}, {1, 34}}, {{0, 5}, {5, 5}}, {{5, 5}, {5, 5}}, {{1, 1}, {0, 1}}})
    for (double level : {1e-17, 1e-9, 1 - 1e-9, 1 - 1e-15})
      for (const IntervalMethod& method : scale.methods) {
        const Interval found = method.compute(table, Confidence(level));
        facts.expect(!found.not_estimable.empty() || found.lower <= found.upper, method.key, table,
                     "ordered");
      }
}
