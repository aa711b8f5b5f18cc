#include "interval_properties.hpp"

using namespace properties;

namespace {

const Scale scale{closed_or_solved(risk_ratio::methods()), [](double bound) { return 1 / bound; },
                  [](const TwoByTwo& t) { return t.experimental.risk() / t.control.risk(); }, 0, INFINITY};

Interval interval(std::string_view key, const TwoByTwo& table, double level = 0.95) {
  return find_method(risk_ratio::methods(), key)->compute(table, Confidence(level));
}

/// Maximum-likelihood risks with p1 = phi p2.
Risks constrained(const Observed& o, long double phi) {
  const auto score = [&](long double p2) { return phi * slope(o.a, o.b, phi * p2) + slope(o.c, o.d, p2); };
  const long double p2 = falling_zero(score, 0, std::min(1.0L, 1 / phi));
  return {phi * p2, p2};
}

double score_statistic(const Observed& o, long double phi) {
  const auto [p1, p2] = constrained(o, phi);
  const long double gap = o.a / o.n1 - phi * o.c / o.n2;
  return static_cast<double>(gap * gap / (p1 * (1 - p1) / o.n1 + phi * phi * p2 * (1 - p2) / o.n2));
}

void put_back(Facts& facts, const TwoByTwo& table) {
  const Observed o(table);
  const double z2 = Confidence(0.95).chi_squared();
  const double corrected = z2 * static_cast<double>(o.total / (o.total - 1));
  const auto check = [&](std::string_view key, double target,
                         double (*statistic)(const Observed&, long double)) {
    const Interval found = interval(key, table);
    for (double bound : {found.lower, found.upper})
      if (bound > 0 && std::isfinite(bound))
        facts.expect(std::abs(statistic(o, bound) / target - 1) < 1e-10, key, table, "solves its equation");
  };
  check("koopman", z2, score_statistic);
  check("miettinen-nurminen", corrected, score_statistic);
  check("likelihood-ratio", z2,
        [](const Observed& x, long double phi) { return deviance(x, constrained(x, phi)); });
}

}  // namespace

TEST_CASE("risk-ratio intervals of every small table have the right shape", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(12))
    for (const IntervalMethod& method : scale.methods) {
      check_shape(facts, scale, method, table);
      check_nested(facts, method, table);
    }
}

TEST_CASE("risk-ratio intervals leave out 1 when their test rejects", "[stats]") {
  check_partner_names(scale);
  Facts facts;
  for (const TwoByTwo& table : every_table(12)) check_partners(facts, scale, 1, table);
}

TEST_CASE("solved risk-ratio bounds satisfy their equations", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(10)) put_back(facts, table);
  for (const TwoByTwo& table : random_tables(300, 3000)) put_back(facts, table);
}

TEST_CASE("risk-ratio intervals of any table up to 1e9 are in order", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : random_tables(1000, 1e9))
    for (const IntervalMethod& method : scale.methods) {
      check_shape(facts, scale, method, table);
      check_nested(facts, method, table);
    }
}

TEST_CASE("risk-ratio intervals at zero cells", "[stats]") {
  CHECK(interval("katz-log", {{0, 10}, {3, 10}}).not_estimable == "zero cell");
  for (std::string_view key :
       {"koopman", "miettinen-nurminen", "likelihood-ratio", "mover-wilson", "inverse-sinh"}) {
    INFO(key);
    CHECK(interval(key, {{0, 10}, {3, 10}}).lower == 0);
    CHECK(std::isfinite(interval(key, {{0, 10}, {3, 10}}).upper));
    CHECK(std::isinf(interval(key, {{3, 10}, {0, 10}}).upper));
    CHECK(interval(key, {{0, 10}, {0, 10}}).lower == 0);
    CHECK(std::isinf(interval(key, {{0, 10}, {0, 10}}).upper));
  }
  // Everybody in both arms: p2 = 1 / phi alone is free, Wilson's limit of 1 at n.
  const double z2 = Confidence(0.95).chi_squared();
  CHECK(interval("koopman", {{10, 10}, {10, 10}}).upper == Approx(1 + z2 / 10).epsilon(1e-12));
}

TEST_CASE("risk-ratio intervals answer at the ends of the levels", "[stats]") {
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
