// The way from the counts to a one-sided P.
#include "trialcalc/working.hpp"

#include "catch.hpp"
#include "trialcalc/comparison.hpp"

using namespace trialcalc;

namespace {

Working working_of(const char* test, Alternative alternative, const TwoByTwo& table = {{8, 37}, {14, 42}}) {
  PlanRequest request;
  request.measures = {};
  request.tests = {test};
  request.test_options.alternative = alternative;
  return workings(compare(table, make_plan(request))).back();
}

}  // namespace

TEST_CASE("the working of a one-sided P names its side", "[stats]") {
  // R: dhyper(8, 22, 57, 37) = .1039; chisq.test's statistic is 1.15880579440502^2, and fewer events are on
  // the left.
  const Working less = working_of("fisher", Alternative::less),
                greater = working_of("fisher", Alternative::greater);
  CHECK(less.steps.at(0).value == Approx(.103915186446837).epsilon(1e-9));
  CHECK(less.result.find("fewer events") != std::string_view::npos);
  CHECK(greater.result.find("more events") != std::string_view::npos);
  const Working mode = working_of("fisher", Alternative::two_sided, {{10, 20}, {10, 20}});
  CHECK(mode.result == "all tables, for none is more probable");
  const Working root = working_of("pearson", Alternative::less);
  CHECK(root.steps.back().value == Approx(-1.15880579440502).epsilon(1e-9));
  CHECK(root.result.find("below Z") != std::string_view::npos);
  CHECK(working_of("pearson", Alternative::greater).result.find("above Z") != std::string_view::npos);
}
