// How large an r x c table Freeman-Halton does exactly, and what it gives beyond.
#include <cmath>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "trialcalc/methods.hpp"

using namespace trialcalc;

namespace {

struct Sized {
  std::string_view size;
  CountTable table;
  double p, tolerance;  // relative
};

TestResult fisher(const CountTable& table) {
  return find_method(table::methods(), "fisher")->compute(table, {});
}

void check_exact(const std::vector<Sized>& all) {
  for (const Sized& each : all) {
    INFO(each.size);
    const TestResult result = fisher(each.table);
    CHECK(result.note.empty());
    CHECK_FALSE(result.p_error);
    CHECK(result.p == Approx(each.p).epsilon(each.tolerance));
  }
}

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
  check_exact(all);
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
                                4 * .000473 / .662765},
                               {"4 x 4 of 213, where the network has too many paths",
                                {4, 4, {7, 9, 9, 7, 14, 19, 19, 7, 11, 12, 7, 20, 12, 34, 13, 13}},
                                .01271498729,
                                4 * .000112 / .01271498729}};
  check_exact(all);
}

// R 4.2.2 fisher.test(simulate.p.value = TRUE, B = 4e5): .322514, standard error .00074.
TEST_CASE("Freeman-Halton goes to a simulation at once where the sum is out of reach", "[stats][table]") {
  const TestResult result =
      fisher({5, 5, {12, 6, 8, 8, 6, 4, 12, 8, 10, 6, 8, 8, 10, 4, 10, 10, 6, 4, 12, 8, 6, 8, 10, 6, 10}});
  CHECK_FALSE(result.note.empty());
  REQUIRE(result.p_error);
  CHECK(*result.p_error < 0.001);
  CHECK(std::abs(result.p - .322514) < 4 * std::hypot(*result.p_error, .00074));
}
