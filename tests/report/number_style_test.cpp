#include "report/number_style.hpp"
#include "catch.hpp"

using namespace trialcalc::report;

TEST_CASE("rounding is half up in decimal", "[report]") {
  CHECK(decimal(0.285, 2) == "0.29");  // the double is below 0.285: printf says 0.28
  CHECK(decimal(1.005, 2) == "1.01");
  CHECK(decimal(0.125, 0, 2) == "13");
  CHECK(decimal(0.285, 0, 2) == "29");
  CHECK(decimal(0.5, 0) == "1");
  CHECK(decimal(0.49999, 0) == "0");
  CHECK(decimal(-0.004, 2) == "0.00");
  CHECK(decimal(-0.005, 2) == "-0.01");
  CHECK(decimal(9.995, 2) == "10.00");
  CHECK(decimal(0.999, 2) == "1.00");
  CHECK(decimal(1e-300, 3) == "0.000");
  CHECK(decimal(1e22, 1) == "10000000000000000000000.0");
  CHECK(decimal(0, 2) == "0.00");
  CHECK(decimal(0.06, 1) == "0.1");
  CHECK(decimal(0.04, 1) == "0.0");
  CHECK(decimal(123456, 0) == "123456");
}

TEST_CASE("P values follow the style", "[report]") {
  const auto jama = *find_style("jama"), lancet = *find_style("lancet"), nejm = *find_style("nejm");
  const auto bmj = *find_style("bmj"), plain = *find_style("plain");
  CHECK(p_phrase(0.2465, jama) == "P = .25");
  CHECK(p_text(0.2465, jama) == ".25");
  CHECK(p_text(0.0465, jama) == ".047");  // AMA 11th ed, 19.3.4: .049 is not rounded to .05
  CHECK(p_text(0.0062, jama) == ".006");
  CHECK(p_text(0.0004, jama) == "<.001");
  CHECK(p_text(0.995, jama) == ">.99");
  CHECK(p_text(1, jama) == ">.99");
  CHECK(p_phrase(0.2465, lancet) == "p=0\u00B725");
  CHECK(p_text(0.00004, lancet) == "<0\u00B70001");
  CHECK(p_text(0.0465, lancet) == "0\u00B7047");
  CHECK(p_phrase(0.2465, nejm) == "P=0.25");
  CHECK(p_text(0.0062, nejm) == "0.006");
  CHECK(p_text(0.0465, bmj) == "0.047");
  CHECK(p_text(0.2465, plain) == "0.247");
  CHECK(p_text(1, plain) == "1.000");
  CHECK(p_text(0, plain) == "<0.001");
}

TEST_CASE("ratios, risks and limits", "[report]") {
  const auto plain = *find_style("plain"), jama = *find_style("jama"), lancet = *find_style("lancet");
  CHECK(ratio_text(0.6486, plain) == "0.65");
  CHECK(ratio_text(0.6486, lancet) == "0\u00B765");
  CHECK(ratio_text(0.00312, plain) == "0.0031");
  CHECK(ratio_text(1e18, plain) == "1.00e18");
  CHECK(percent_text(8.0 / 37, 37, plain) == "22");
  CHECK(percent_text(23.0 / 184, 184, plain) == "12.5");
  CHECK(points_text(-0.117117, plain) == "-11.7");
  CHECK(range_text("0.31", "1.37", jama) == "0.31-1.37");
  CHECK(range_text("-30.0", "8.1", jama) == "-30.0 to 8.1");
  CHECK(nnt_text(-8.54, false, plain) == "NNTB 8.5");
  CHECK(nnt_text(-8.54, true, plain) == "NNTH 8.5");
  CHECK(level_text(0.95) == "95");
  CHECK(level_text(0.9537) == "95.37");
  CHECK(level_text(0.999999) == "99.9999");
  CHECK(level_text(0.9) == "90");
}

// AMA Manual of Style, 11th ed, 19.5: two decimals; three below .01, or where two would round P to .05;
// the printed examples of its rule: .049 stays .049, .0085 becomes .009, P < .001, P > .99.
TEST_CASE("JAMA's P values", "[report]") {
  const auto jama = *find_style("jama");
  CHECK(p_phrase(0.16, jama) == "P = .16");
  CHECK(p_phrase(0.049, jama) == "P = .049");
  CHECK(p_phrase(0.0085, jama) == "P = .009");
  CHECK(p_phrase(0.034, jama) == "P = .03");
  CHECK(p_phrase(0.05, jama) == "P = .05");
  CHECK(p_phrase(0.0009, jama) == "P < .001");
  CHECK(p_phrase(0.992, jama) == "P > .99");
}

// "P values larger than 0.01 should be reported to two decimal places, and those between 0.01 and 0.001 to
// three decimal places; P values smaller than 0.001 should be reported as P<0.001": NEJM, Statistical
// Reporting Guidelines, as quoted by Aguinis et al, BMJ Evid Based Med 2021;26:39, table 1.
TEST_CASE("NEJM's P values", "[report]") {
  const auto nejm = *find_style("nejm");
  CHECK(p_phrase(0.0123, nejm) == "P=0.01");
  CHECK(p_phrase(0.049, nejm) == "P=0.05");
  CHECK(p_phrase(0.0049, nejm) == "P=0.005");
  CHECK(p_phrase(0.0010, nejm) == "P=0.001");
  CHECK(p_phrase(0.00099, nejm) == "P<0.001");
}

// Two significant figures, unless p<0.0001; raised point, small p: The Lancet, formatting guidelines.
TEST_CASE("The Lancet's p values", "[report]") {
  const auto lancet = *find_style("lancet");
  CHECK(p_phrase(0.0465, lancet) == "p=0\u00B7047");
  CHECK(p_phrase(0.0062, lancet) == "p=0\u00B70062");
  CHECK(p_phrase(0.9, lancet) == "p=0\u00B790");
  CHECK(p_phrase(0.00009, lancet) == "p<0\u00B70001");
}
