// The parts of pictures: axes, SVG that cannot be steered by the text in it, and the geometry of a forest
// plot.
#include <algorithm>
#include <limits>
#include <regex>

#include "catch.hpp"
#include "report/plain_text.hpp"
#include "report/plot/flow.hpp"
#include "report/plot/forest.hpp"
#include "report/plot/p_values.hpp"
#include "report/plot/percentages.hpp"
#include "report/plot/text_width.hpp"
#include "trialcalc/library.hpp"

using namespace trialcalc;
using namespace trialcalc::report;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
const std::string hostile = "<script>alert('x')</script> & \"q\" \x1b[31m\u202Eabc\uFFFF ]]>";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

ForestRow row(const std::string& name, double estimate, double lower, double upper) {
  ForestRow row{.name = name, .experimental = Counts{8, 37}, .control = Counts{14, 42}};
  row.estimate = estimate;
  row.interval = Interval{lower, upper, {}, {}};
  row.number = "0.65 (0.31 to 1.37)";
  return row;
}

Forest forest_with(std::vector<ForestRow> rows) {
  Forest forest{.title = "A trial",
                .measure = "Risk ratio",
                .interval = "95% Katz log interval",
                .experimental = "New",
                .control = "Old"};
  forest.axis = {true, 0.1, 10};
  forest.rows = std::move(rows);
  forest.left = "favours New";
  forest.right = "favours Old";
  return forest;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}

/// The x of the first match of an attribute in the elements that the pattern finds.
double number_in(const std::string& svg, const std::string& pattern) {
  std::smatch match;
  REQUIRE(std::regex_search(svg, match, std::regex(pattern)));
  return std::stod(match[1]);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("ticks of a ratio axis are round and few", "[report]") {
  CHECK(ticks({true, 0.1, 10}, 8) == std::vector<double>{0.1, 0.2, 0.5, 1, 2, 5, 10});
  CHECK(ticks({true, 0.1, 10}, 5) == std::vector<double>{0.1, 0.3, 1, 3, 10});
  CHECK(ticks({true, 0.1, 10}, 3) == std::vector<double>{0.1, 1, 10});
  CHECK(ticks({true, 0.5, 2}, 8) == std::vector<double>{0.5, 1, 2});
  CHECK(ticks({true, 1e-300, 1}, 8).size() <= 8);
  CHECK(ticks({false, -30, 10}, 6) == std::vector<double>{-30, -20, -10, 0, 10});
  CHECK(ticks({false, 0, 100}, 5) == std::vector<double>{0, 20, 40, 60, 80, 100});
}

TEST_CASE("ticks are written as short as they are", "[report]") {
  CHECK(tick_text(0.5, {}) == "0.5");
  CHECK(tick_text(0.001, {}) == "0.001");
  CHECK(tick_text(20, {}) == "20");
  CHECK(tick_text(-0.1, {}) == "-0.1");
  CHECK(tick_text(0.5, *find_style("lancet")) == "0\u00B75");
  NumberStyle digits;
  digits.digits = 3;
  CHECK(tick_text(0.5, digits) == "0.5");
}

TEST_CASE("a ratio axis holds every estimate, and limits as far as 0.1 and 10", "[report]") {
  const auto range = [](const Shown& shown) {
    const Axis axis = ratio_axis(shown);
    return std::pair{axis.low, axis.high};
  };
  CHECK(range({{1.04}, {0.88, 1.23}}) == std::pair{0.5, 2.0});
  CHECK(range({{0.65}, {0.31, 1.37}}) == std::pair{0.2, 2.0});
  CHECK(range({{1}, {0.01, 1e6}}) == std::pair{0.1, 10.0});
  CHECK(range({{30}, {2, infinity}}) == std::pair{0.5, 50.0});
  CHECK(range({{0, infinity}, {}}) == std::pair{0.5, 2.0});
}

TEST_CASE("a difference axis holds all of it and the null", "[report]") {
  const Axis axis = difference_axis({{-0.117}, {-0.300, 0.081}}, 0.1);
  CHECK(axis.holds(-0.3));
  CHECK(axis.holds(0.081));
  CHECK(axis.position(0) == Approx(0.3 / 0.4).epsilon(0.1));
  CHECK(difference_axis({{0}, {}}, 0.1).high == Approx(0.1));
}

TEST_CASE("positions are even on the scale of the axis", "[report]") {
  const Axis ratio{true, 0.1, 10};
  CHECK(ratio.position(1) == Approx(0.5));
  CHECK(ratio.position(0.5) + ratio.position(2) == Approx(1));
  CHECK(ratio.position(0) == 0);
  CHECK(ratio.position(infinity) == 1);
}

TEST_CASE("SVG numbers have at most two decimals", "[report]") {
  CHECK(svg_number(1.0 / 3) == "0.33");
  CHECK(svg_number(12) == "12");
  CHECK(svg_number(0.5) == "0.5");
  CHECK(svg_number(-0.001) == "0");
}

TEST_CASE("text in SVG is escaped and cleaned", "[report]") {
  CHECK(
      xml_escaped(hostile) ==
      "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot; \uFFFD[31m\uFFFDabc\uFFFD ]]&gt;");
  ForestRow one = row(hostile, 0.65, 0.31, 1.37);
  one.reason = hostile;
  Forest forest = forest_with({one});
  forest.title = forest.experimental = forest.left = forest.measure = hostile;
  forest.notes = {hostile};
  for (const bool standalone : {true, false}) {
    const std::string svg = forest_svg(forest, {standalone});
    CHECK_FALSE(has(svg, "<script"));
    CHECK_FALSE(has(svg, "\x1b"));
    CHECK_FALSE(has(svg, "\u202E"));
  }
}

TEST_CASE("lines fit their width, and what is cut says so", "[report]") {
  const std::string name = "Any Clavien-Dindo grade 3 postoperative morbidity within 90 days of surgery";
  for (const double width : {60.0, 120.0, 400.0})
    for (const std::string& line : fitted_lines(name, width, 9)) CHECK(text_width(line, 13) <= width);
  CHECK(fitted_lines("short", 100, 2) == std::vector<std::string>{"short"});
  CHECK(fitted_lines("", 100, 2) == std::vector<std::string>{""});
  const auto cut = fitted_lines(name, 100, 2);
  REQUIRE(cut.size() == 2);
  CHECK(has(cut[1], "\u2026"));
  CHECK(text_width(cut[1], 13) <= 100);
  CHECK(fitted_lines("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", 50, 2).size() == 2);
}

TEST_CASE("an estimate of no effect stands on the null line", "[report]") {
  const std::string svg = forest_svg(forest_with({row("x", 1, 0.5, 2)}), {});
  const double null = number_in(svg, "<line x1=\"([0-9.]+)\"[^>]*stroke-dasharray");
  const double square = number_in(svg, "<rect x=\"([0-9.]+)\"[^>]*fill-accent");
  CHECK(square + 4.5 == Approx(null).margin(0.02));
  const double left = number_in(svg, "<line x1=\"([0-9.]+)\"[^>]*line-accent");
  const double right = number_in(svg, "<line [^>]*x2=\"([0-9.]+)\"[^>]*line-accent");
  CHECK(null - left == Approx(right - null).margin(0.02));
}

TEST_CASE("limits beyond the axis are arrows", "[report]") {
  const auto arrows = [](const std::string& svg) { return count_of(svg, "<polygon"); };
  CHECK(arrows(forest_svg(forest_with({row("x", 1, 0.5, 2)}), {})) == 0);
  CHECK(arrows(forest_svg(forest_with({row("x", 1, 0.5, 200)}), {})) == 1);
  CHECK(arrows(forest_svg(forest_with({row("x", 1, 0, infinity)}), {})) == 2);
  const TextLook ascii{.unicode = false};
  CHECK(has(forest_text(forest_with({row("x", 1, 0.5, 200)}), ascii), "->"));
  CHECK(has(forest_text(forest_with({row("x", 1, 0.001, 2)}), ascii), "<--"));
}

TEST_CASE("a picture within a page takes the page's colours", "[report]") {
  const std::string inside = forest_svg(forest_with({row("x", 1, 0.5, 2)}), {.standalone = false});
  CHECK_FALSE(has(inside, "class=\"paper\""));
  CHECK_FALSE(has(inside, ":root"));
  CHECK(has(inside, "currentColor"));
  CHECK(has(inside, "role=\"img\""));
  CHECK(has(inside, "<title>A trial: Risk ratio</title>"));
}

TEST_CASE("a forest plot in text keeps to the width it is given", "[report]") {
  ForestRow reason{.name = "An outcome with a long name that nobody could estimate a thing about"};
  reason.reason = "not estimable: no events in either arm";
  Forest forest = forest_with({row(std::string(70, 'w') + " " + hostile, 0.65, 0.31, 1.37),
                               row("Any Clavien-Dindo grade \u22653 morbidity", 4, 0.001, infinity), reason});
  forest.left = "fewer events with an arm that has a very long name of its own";
  for (const bool unicode : {true, false})
    for (std::size_t width = 40; width <= 140; ++width) {
      INFO(width);
      for (const std::string& line : lines_of(forest_text(forest, {.unicode = unicode, .width = width}))) {
        INFO(line);
        CHECK(display_width(line) <= width);
      }
    }
}

TEST_CASE("a forest plot in an ASCII terminal is ASCII", "[report]") {
  Forest forest = forest_with({row("grade \u22653", 0.65, 0.31, 1.37)});
  forest.mixed = true;
  forest.notes = {"\u25B2 more is better, \u25BC fewer is better."};
  const std::string text = forest_text(forest, {.unicode = false});
  CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c < 127); }));
  CHECK_FALSE(has(text, "?"));
}

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
