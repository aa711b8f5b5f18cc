#include "interval_properties.hpp"

using namespace properties;

namespace {

const Scale scale{closed_or_solved(risk_difference::methods()), [](double bound) { return -bound; },
                  [](const TwoByTwo& t) { return t.experimental.risk() - t.control.risk(); }, -1, 1};

Interval interval(std::string_view key, const TwoByTwo& table, double level = 0.95) {
  return find_method(risk_difference::methods(), key)->compute(table, Confidence(level));
}

/// Maximum-likelihood risks with p1 = p2 + delta.
Risks constrained(const Observed& o, long double delta) {
  const auto score = [&](long double p2) { return slope(o.a, o.b, p2 + delta) + slope(o.c, o.d, p2); };
  const long double p2 = falling_zero(score, std::max(0.0L, -delta), std::min(1.0L, 1 - delta));
  return {p2 + delta, p2};
}

double score_statistic(const Observed& o, long double delta) {
  const auto [p1, p2] = constrained(o, delta);
  const long double gap = o.a / o.n1 - o.c / o.n2 - delta;
  return static_cast<double>(gap * gap / (p1 * (1 - p1) / o.n1 + p2 * (1 - p2) / o.n2));
}

void put_back(Facts& facts, const TwoByTwo& table) {
  const Observed o(table);
  const double z2 = Confidence(0.95).chi_squared();
  const double corrected = z2 * static_cast<double>(o.total / (o.total - 1));
  const auto check = [&](std::string_view key, double target,
                         double (*statistic)(const Observed&, long double)) {
    const Interval found = interval(key, table);
    for (double bound : {found.lower, found.upper})
      if (std::abs(bound) < 1)
        facts.expect(std::abs(statistic(o, bound) / target - 1) < 1e-10, key, table, "solves its equation");
  };
  check("mee", z2, score_statistic);
  check("miettinen-nurminen", corrected, score_statistic);
  check("likelihood-ratio", z2,
        [](const Observed& x, long double delta) { return deviance(x, constrained(x, delta)); });
}

}  // namespace

TEST_CASE("risk-difference intervals of every small table have the right shape", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(12))
    for (const IntervalMethod& method : scale.methods) {
      check_shape(facts, scale, method, table);
      check_nested(facts, method, table);
    }
}

TEST_CASE("risk-difference intervals leave out 0 when their test rejects", "[stats]") {
  check_partner_names(scale);
  Facts facts;
  for (const TwoByTwo& table : every_table(12)) check_partners(facts, scale, 0, table);
}

TEST_CASE("solved risk-difference bounds satisfy their equations", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : every_table(10)) put_back(facts, table);
  for (const TwoByTwo& table : random_tables(300, 1000)) put_back(facts, table);
}

TEST_CASE("risk-difference intervals of any table up to 1e9 are in order", "[stats]") {
  Facts facts;
  for (const TwoByTwo& table : random_tables(1000, 1e9))
    for (const IntervalMethod& method : scale.methods) {
      check_shape(facts, scale, method, table);
      check_nested(facts, method, table);
    }
}

TEST_CASE("risk-difference intervals at the edges", "[stats]") {
  CHECK(interval("hauck-anderson", {{0, 1}, {3, 10}}).not_estimable == "one patient in an arm");
  CHECK(interval("wald", {{0, 10}, {0, 10}}).upper == 0);
  CHECK(interval("mee", {{10, 10}, {0, 10}}).upper == 1);
  // The difference of two risks of 500 million keeps its digits: 1e-5 to the last of them.
  const Interval small = interval("wald", {{500'000'000, 1'000'000'000}, {499'990'000, 1'000'000'000}});
  CHECK((small.lower + small.upper) / 2 == Approx(1e-5).epsilon(1e-14));
}

TEST_CASE("risk-difference intervals answer at the ends of the levels", "[stats]") {
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
