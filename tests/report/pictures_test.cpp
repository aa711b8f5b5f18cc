// P values under every test, percentages, and the flow of patients as pictures.
#include "catch.hpp"
#include "report/plot/flow.hpp"
#include "report/plot/p_values.hpp"
#include "report/plot/percentages.hpp"
#include "report/svg_words.hpp"
#include "trialcalc/library.hpp"

using namespace trialcalc;
using namespace trialcalc::report;

TEST_CASE("a P value below the threshold is a square, another a hollow circle, a tiny one an arrow",
          "[report]") {
  const std::span<const TestMethod> tests = two_by_two::methods();
  PValues values{.title = "x", .words = "", .tests = {}, .alpha = 0.05, .reported = {".25"}, .style = {}};
  for (const double p : {0.25, 0.3, 0.04, 1e-9}) {
    MethodTest test;
    test.method = &tests[0];
    test.result.p = p;
    values.tests.push_back(test);
  }
  MethodTest none;
  none.method = &tests[0];
  none.result = TestResult::none("an empty margin");
  values.tests.push_back(none);
  const std::string svg = p_values_svg(values, {});
  CHECK(count_of(svg, "<circle") == 2);
  CHECK(count_of(svg, "class=\"fill-accent\" fill=\"#0072b2\"/>") == 2);  // a square and an arrow
  CHECK(count_of(svg, "<polygon") == 1);
  CHECK(has(svg, "P is below 0.05 by 2 of 4 tests."));
  CHECK(has(svg, "0.250 \u2713"));
  CHECK_FALSE(has(svg, "0.300 \u2713"));
  CHECK(has(svg, "not estimable: an empty margin"));
}

TEST_CASE("percentages outside the rounding band are marked and listed", "[report]") {
  Check check;
  check.trial = "x";
  const auto add = [&](const std::string& reported, double recomputed, const std::string& label) {
    Finding finding;
    finding.kind = "percent";
    finding.where = "Table 2";
    finding.label = label;
    finding.reported = reported;
    finding.recomputed = recomputed;
    check.findings.push_back(finding);
  };
  add("22", 800.0 / 37, "within");
  add("12.5", 12.55, "a tie");  // half a unit of the last digit exactly
  add("1", 100.0 / 42, hostile);
  add("90", 10, "far");
  const std::string svg = percentages_svg(check, {});
  CHECK(count_of(svg, "<circle") == 2);
  CHECK(count_of(svg, "<polygon") == 2);
  CHECK(has(svg, "2 of 4 lie within half a unit"));
  CHECK(has(svg, "printed 1%, recomputed 2.38%"));
  CHECK(has(svg, "off the scale"));
  CHECK_FALSE(has(svg, "<script"));
}

TEST_CASE("the flow of patients is read from the sums of the trial file", "[report]") {
  const Trial trial = Library("").read("cairo6");
  const Flow flow = flow_of(trial, check(trial));
  CHECK(flow.failing.empty());
  std::vector<std::pair<std::string, std::int64_t>> boxes;
  for (const FlowBox& box : flow.boxes) boxes.emplace_back(box.arm, box.n);
  // The numbers of the paper's Figure 1.
  CHECK(boxes == std::vector<std::pair<std::string, std::int64_t>>{{"total", 233},
                                                                   {"total", 80},
                                                                   {"experimental", 40},
                                                                   {"experimental", 37},
                                                                   {"experimental", 33},
                                                                   {"experimental", 22},
                                                                   {"control", 40},
                                                                   {"control", 42},
                                                                   {"control", 36}});
  const std::string svg = flow_svg(flow, {});
  CHECK(has(svg, "\u2713 40 \u2212 1 \u2212 2 = 37"));
  CHECK(has(svg, "+ 2  Preferred upfront surgery, from"));
  CHECK_FALSE(has(svg, "discrepant"));
}

TEST_CASE("a sum that does not hold is marked in the flow by sign, word and frame", "[report]") {
  Trial trial = Library("").read("cairo6");
  for (Population& population : trial.populations) {
    if (population.id == "crs-hipec") {
      population.n["experimental"] = 32;
      population.reported.clear();
    }
  }
  const Flow flow = flow_of(trial, check(trial));
  CHECK(flow.failing.size() == 2);
  const std::string svg = flow_svg(flow, {});
  CHECK(has(svg, "\u2717 discrepant: 33 = 32"));
  CHECK(has(svg, "\u2717 discrepant: 32 \u2212 11 = 22"));
  CHECK(count_of(svg, "stroke-dasharray") == 2);
}

TEST_CASE("a trial without sums shows its groups of patients", "[report]") {
  const Trial trial = Library("").read("prodige7");
  const Flow flow = flow_of(trial, check(trial));
  CHECK(flow.boxes.size() == 4);
  CHECK(flow.steps.empty());
  CHECK(flow.failing.empty());
  CHECK(has(flow_svg(flow, {}), "n = 131"));
}
