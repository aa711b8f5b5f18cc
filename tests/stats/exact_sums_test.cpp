// The two ways to sum an r x c table's P, each against enumeration in integers (tests/reference/table.py) and
// both against each other where neither R nor enumeration gets.
#include <vector>

#include "catch.hpp"
#include "stats/table/factorial_keys.hpp"
#include "stats/table/halves.hpp"
#include "stats/table/margins.hpp"
#include "stats/table/network.hpp"

using namespace trialcalc;
using namespace trialcalc::table;

namespace {

using Sum = Tail (*)(const Problem&, const FactorialKeys&, Pruning&);

double p_by(Sum sum, const CountTable& counts) {
  const Margins margins = without_empty_margins(counts);
  const FactorialKeys factorials(margins.total);
  Pruning pruning{1e-30, 0, 500'000'000};
  const Tail tail = sum(problem_of(margins, factorials), factorials, pruning);
  REQUIRE(pruning.complete());
  CHECK(pruning.neglected < 1e-12 * tail.mass);
  return tail.mass;
}

struct Enumerated {
  CountTable table;
  double p;
};

const std::vector<Enumerated> enumerated{
    {{2, 3, {28, 5, 4, 29, 7, 6}}, 0.8191012995829694},
    {{3, 3, {9, 1, 0, 2, 7, 1, 0, 3, 8}}, 2.7558998037267881e-06},
    {{3, 4, {12, 3, 1, 0, 8, 8, 2, 4, 2, 9, 10, 6}}, 0.0002217127518301919},
    {{2, 5, {7, 2, 2, 0, 5, 6, 3, 2, 3, 3}}, 0.53776365920039415},
    {{4, 5, {2, 0, 1, 2, 6, 1, 3, 1, 1, 1, 1, 0, 3, 1, 0, 1, 2, 1, 2, 0}}, 0.091117772025846547},
    {{2, 4, {30, 25, 20, 5, 20, 22, 28, 12}}, 0.09767507800002434},
    {{4, 3, {4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 0, 9}}, 0.22537727578471869},
};

}  // namespace

TEST_CASE("network and halves sum to what enumeration in integers does", "[stats][table]") {
  for (const Enumerated& each : enumerated) {
    INFO(each.table.rows << " x " << each.table.columns);
    CHECK(p_by(sum_by_network, each.table) == Approx(each.p).epsilon(1e-11));
    CHECK(p_by(sum_by_halves, each.table) == Approx(each.p).epsilon(1e-11));
  }
}

TEST_CASE("network and halves agree on larger tables", "[stats][table]") {
  for (const CountTable& table : {CountTable{3, 4, {28, 20, 25, 27, 22, 30, 19, 29, 25, 25, 31, 19}},
                                  CountTable{3, 5, {9, 14, 11, 8, 12, 13, 7, 10, 15, 9, 6, 12, 14, 9, 13}}})
    CHECK(p_by(sum_by_network, table) == Approx(p_by(sum_by_halves, table)).epsilon(1e-11));
}

TEST_CASE("the halves stop when their budget is spent", "[stats][table]") {
  const Margins margins = without_empty_margins({3, 3, {9, 1, 0, 2, 7, 1, 0, 3, 8}});
  const FactorialKeys factorials(margins.total);
  Pruning pruning{1e-30, 0, 20};
  sum_by_halves(problem_of(margins, factorials), factorials, pruning);
  CHECK_FALSE(pruning.complete());
}
