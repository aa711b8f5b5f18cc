// The parts of pictures: axes, SVG that cannot be steered by the text in it, and the geometry of a forest
// plot.
#include <algorithm>
#include <limits>
#include <regex>

#include "catch.hpp"
#include "report/plain_text.hpp"
#include "report/plot/forest.hpp"
#include "report/plot/text_width.hpp"
#include "report/svg_words.hpp"

using namespace trialcalc;
using namespace trialcalc::report;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
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
  forest.has_estimates = true;
  forest.rows = std::move(rows);
  forest.left = "favours New";
  forest.right = "favours Old";
  return forest;
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
  CHECK(tick_text(1e-6, {}) == "1e-6");
  CHECK(tick_text(2e9, {}) == "2e9");
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
