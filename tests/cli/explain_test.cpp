// --explain of the reviewer's bench and of strata, pairs and tables: tests/reference/explain.R makes the
// values.
#include <sstream>

#include "cli/says.hpp"

TEST_CASE("nnt is explained from counts, risks and ratios", "[cli][explain]") {
  const std::string counts = "nnt 8/37 14/42 --explain";
  check_says(counts, "risk difference: D = 0.2162 - 0.3333 = -0.1171");
  check_says(counts, "number needed to treat: NNT = 1 / |-0.1171| = 8.538");
  check_says(counts, "limits: 0.2162 - 0.3333 - 0.1825 and 0.2162 - 0.3333 + 0.1986 = -0.2997 to 0.08146");
  check_says(counts, "through infinity, as the risk difference may be 0 Source: Altman 1998");
  // Altman & Andersen 1999, BMJ 319:1492: a survival of .33, hazard ratio .72 (.55 to .92), NNT 8.32.
  const std::string hazard = "nnt --hr 0.72 --ci 0.55,0.92 --baseline 0.33 --explain";
  check_says(hazard, "survival with the treatment: S1 = 0.33^0.72 = 0.4501");
  check_says(hazard, "NNT = 1 / |-0.1201| = 8.325");
  // Cochrane Handbook 5.1, 12.5.4: .73 at .3 is 62 fewer in 1000, .92 is 24 fewer.
  const std::string odds = "nnt --or 0.73 --baseline 0.3 --explain";
  check_says(odds, "odds without the treatment: o = 0.3 / (1 - 0.3) = 0.4286");
  check_says(odds, "risk with the treatment: r1 = 0.73 * 0.4286 / (1 + 0.73 * 0.4286) = 0.2383");
  check_says(odds, "NNT = 1 / |-0.0617| = 16.21");
  check_says("nnt --rr 0.92 --baseline 0.3 --explain", "risk difference: D = 0.276 - 0.3 = -0.024");
  // Altman 1998, BMJ 317:1309: a difference of -10%, -25% to 5%, is an NNTB of 10, NNTH 20 to NNTB 4.
  const std::string risks = "nnt 0.1 0.2 --ci -0.25,0.05 --explain";
  check_says(risks, "NNT = 1 / |-0.1| = 10");
  check_says(risks, "gives 20.00 to -4.000, through infinity");
}

TEST_CASE("each sample size and power is explained", "[cli][explain]") {
  const std::string size = "design two-proportions 0.50 0.65 --dropout 0.05 --explain";
  check_says(size, "normal quantile that leaves alpha / 2 above it: za = 1.96 ");
  check_says(size, "standard deviation under the null: S0 = sqrt((1 + 1/1) 0.575 (1 - 0.575)) = 0.6991");
  check_says(size, "n1 = ((1.96 * 0.6991 + 0.8416 * 0.691) / (0.5 - 0.65))^2 = 169.3");
  check_says(size, "V = 0.5 (1 - 0.5) + 0.65 (1 - 0.65) / 1 = 0.4775");
  check_says(size, "n1 = ((1.96 + 0.8416) / (0.5 - 0.65))^2 * 0.4775 = 166.6");
  check_says(size, "n1 = (1 + 1/1) ((1.96 + 0.8416) / (-0.3047))^2 = 169.1");
  // JAMA Surg 2021;156:710 plans 358 patients.
  check_says(size, "rounded up: 170 + 170 patients, 358 with those who drop out: n / (1 - 0.05)");
  const std::string power = "design two-proportions 0.50 0.65 --n 200 --explain";
  check_says(power, "zb = (|0.5 - 0.65| sqrt(100) - 1.96 * 0.6991) / 0.691 = 0.1878");
  check_says(power, "power: area of the normal distribution below zb: 0.5745");
  check_says(power, "power: area of the normal distribution below zb: 0.5835");
  check_says(power, "power: area of the normal distribution below zb: 0.5771");
  // 20 + 20 at .2 and .7: .846050 by R's fisher.test over all tables, see tests/stats/design_test.cpp.
  check_says("design two-proportions 0.2 0.7 --n 40 --explain",
             "power, over all tables with P <= alpha: 0.8461");
}

TEST_CASE("events, patients and stopping rules are explained", "[cli][explain]") {
  // rpact: 145.740646857 events by Schoenfeld and 222.83 patients, tests/stats/design_test.cpp.
  const std::string events =
      "design logrank --medians 30,48 --alpha 0.046 --accrual 48 --follow-up 36 --explain";
  check_says(events, "hazard: h = ln(2) / 30 = 0.0231");
  check_says(events, "= 0.737 ");
  check_says(events, "= 0.5711 ");
  check_says(events, "events: d = ((1.995 + 0.8416) (1 + 1) / (-0.47))^2 / 1 = 145.7");
  check_says(events, "divided by the share with an event, 0.654, and rounded up: 112 + 112 patients");
  const std::string power = "design logrank --hr 0.625 --events 150 --explain";
  check_says(power, "zb = |-0.47| sqrt(1 * 150) / (1 + 1) - 1.96 =");
  check_says(power, "below zb: 0.8207");
  check_says(power, "below zb: 0.8069");
  const std::string below = "design stopping-rule 0.65 0.50 --n 40,40 --below 0.5 --explain";
  check_says(below, "most events that meet the rule: k = ceil(0.5 * 40) - 1 = 19");
  check_says(below, "P(X <= 19) = 0.01728");
  const std::string above = "design stopping-rule 0.40 0.30 --n 40,40 --difference-above 0.2 --explain";
  check_says(above, "that meet the rule: 528");
  check_says(above, "their probabilities together: 0.1442");
}

TEST_CASE("fragility is explained by P on both sides of the last change", "[cli][explain]") {
  const std::string reverse = "fragility 8/37 14/42 --explain";
  check_says(reverse, "P at first: P(8/37 v 14/42) = 0.3171");
  check_says(reverse, "one change before the last: P(5/37 v 14/42) = 0.0635");
  check_says(reverse, "after the last change: P(4/37 v 14/42) = 0.02983");
  check_says(reverse, "quotient: 4 / (37 + 42) = 0.05063 ");
  check_says(reverse, "Khan et al 2020");
  check_says("fragility 200/4000 250/4000 --explain",
             "one change before the last: P(208/4000 v 250/4000) = 0.04838");
  check_says("fragility 200/4000 250/4000 --explain", "Walsh et al 2014");
  check_says("fragility 0/2 1/2 --explain", "gives nothing: no change of the outcomes of one arm");
}

TEST_CASE("means and SDs of whole numbers are explained by their sums", "[cli][explain]") {
  // Brown & Heathers 2017: 5.19 of 28 lies between 145/28 and 146/28.
  check_says("grim 5.19 28 --explain",
             "values in all: N = 28 * 1 = 28 what prints the mean 5.19 lies from 5.185 to 5.195 no S: 145 / "
             "28 = 5.1786 and 146 / 28 = 5.2143 are the nearest",
             1);
  check_says("grim 5.18 28 --explain",
             "what prints the mean 5.18 lies from 5.175 to 5.185 S = 145: 145 / 28 = 5.1786");
  // Allard 2018: 3.44 and 2.47 of 18; the sum 62 is even, 317 is not.
  const std::string odd = "grimmer 3.44 2.47 18 --explain";
  check_says(odd, "least Q: (18 - 1) (1 * 2.465)^2 + 62^2 / 18 = 316.85", 1);
  check_says(odd, "greatest Q: (18 - 1) (1 * 2.475)^2 + 62^2 / 18 = 317.69", 1);
  check_says(odd, "whole, and as even or odd as S: no Q", 1);
  // sd(c(3, 4, 4, 5)) = .8165 in R, and 3 3 5 5 has 1.1547.
  check_says("grimmer 4.00 0.82 4 --explain", "whole, and as even or odd as S: Q = 66");
  check_says("debit 0.16 0.37 25 --explain", "with S = 4: sqrt(4 (25 - 4) / (25 (25 - 1))) = 0.3742");
  check_says("debit 0.16 0.38 25 --explain", "what prints the SD 0.38 lies from 0.375 to 0.385", 1);
}

TEST_CASE("solve explains its search and the first table it finds", "[cli][explain]") {
  const std::string found = "solve --n 79 --arms-range 30-49,30-49 --rr 1.04 --ci 0.88,1.23 --explain";
  check_says(found, "tables that print the numbers: 1 the search is complete");
  check_says(found, "The first of them is 33/37 v 36/42. Its risk ratio is 1.041.");
  check_says(found, "standard error of ln RR: SE = sqrt(1/33 - 1/37 + 1/36 - 1/42) = 0.08511");
  check_says(found, "= 0.8807 to 1.229");
  check_says("solve --arms 37,42 --percent 22,33 --p .25 --explain",
             "P is the area of chi-squared on 1 df above 1.343: 0.2465");
}

TEST_CASE("strata are explained by their sums", "[cli][explain]") {
  const std::string usual = "strata 16/27,5/25 12/28,7/26 --ci all --test all --explain";
  check_says(usual, "sum over the strata of a: A = 28");
  check_says(usual, "sum of the a expected, n1 m / N: E = 20.76");
  check_says(usual, "sum of their variances, n1 n2 m (N - m) / (N^2 (N - 1)): V = 6.319");
  check_says(usual, "chi-squared: X2 = (28 - 20.76)^2 / 6.319 = 8.305");
  check_says(usual, "X2 = 6.744^2 / 6.319 = 7.198");
  check_says(usual, "common risk ratio: RR = 13.47 / 6.226 = 2.164");
  check_says(usual, "sum of (n1 n2 m - a c N) / N^2: V = 6.892");
  check_says(usual, "common odds ratio: OR = 10.38 / 3.132 = 3.313");
  check_says(usual, "= 0.4232 limits: 3.313 exp(-+ 1.960 * 0.4232) = 1.446 to 7.593");
  check_says(usual, "standard error of D: SE = sqrt(5.727) / 26.46 = 0.09044");
  check_says(usual, "standard error of D: SE = sqrt(5.55) / 26.46 = 0.08903");
  check_says(usual, "logarithm of the common odds ratio: L = (28 - 20.76) / 6.319 = 1.146");
  check_says(usual, "its standard error: SE = 1 / sqrt(6.319) = 0.3978");
  check_says(usual, "degrees of freedom: df = 2 - 1 = 1");
  check_says(usual, "chi-squared: sum of (a - A)^2 / V: X2 = 1.493");
  check_says(usual, "T = 0.002391 chi-squared: X2 = 1.493 - 0.002391 = 1.491");
}

TEST_CASE("pairs are explained by those that differ", "[cli][explain]") {
  const std::string tests = "paired 6 16 161 --both 40 --ci all --test all --explain";
  check_says(tests, "chi-squared: X2 = (6 - 16)^2 / (6 + 16) = 4.545");
  check_says(tests, "chi-squared: X2 = (-9)^2 / (6 + 16) = 3.682");
  check_says(tests, "probability of so many or more of m, each with 1/2: T = P(X >= 16) = 0.02624");
  check_says(tests, "P is 2 * 0.02624: 0.05248");
  check_says(tests, "SE = sqrt(6 + 16 - (6 - 16)^2 / 161) / 161 = 0.02872");
  check_says(tests, "= 0.02967 ");
  check_says(tests, "correlation, its numerator corrected by n / 2: phi = 0.6784");
  // The equation that defines Tango's limits: 1.959964^2 = 3.841459.
  check_says(tests, "with the lower limit put in, the squared score statistic: 3.841");
  check_says(tests, "with the upper limit put in, the squared score statistic: 3.841");
}

TEST_CASE("a table is explained by its expected counts", "[cli][explain]") {
  const std::string table = "table '28,5,4;29,7,6' --explain";
  check_says(table, "expected in row 1, column 1: 37 * 57 / 79 = 26.7 ");
  check_says(table, "expected in row 2, column 3: 42 * 10 / 79 = 5.316");
  check_says(table, "degrees of freedom: df = (2 - 1) (3 - 1) = 2");
  check_says(table, "P is the area of chi-squared above 0.4362, degrees of freedom 2: 0.8041");
  check_says(table, "sum of all squared scores: Q = 52");
  check_says(table, "X2 = (79 * 13 - 37 * 32)^2 * 79 / (37 (79 - 37) (79 * 52 - 32^2)) = 0.4063");
  check_says("table '9,1,1,1,1;1,9,1,1,1' --explain", "smallest expected count: 1");
}

TEST_CASE("--explain is text of 80 columns, and nothing in data", "[cli][explain]") {
  for (const std::string command :
       {"nnt 8/37 14/42", "nnt --hr 0.72 --ci 0.55,0.92 --baseline 0.33", "nnt 0 0",
        "design two-proportions 0.50 0.65 --dropout 0.05", "design two-proportions 0.50 0.65 --n 200",
        "design logrank --medians 30,48 --accrual 48 --follow-up 36",
        "design stopping-rule 0.65 0.50 --n 40,40 --below 0.5 --difference-above 0.2", "fragility 8/37 14/42",
        "grim 5.18 28", "grimmer 4.00 0.82 4", "debit 0.16 0.37 25",
        "solve --arms 37,42 --percent 22,33 --p .25", "paired 6 16 161 --both 40 --ci all --test all",
        "strata 16/27,5/25 12/28,7/26 --ci all --test all", "table '28,5,4;29,7,6'"}) {
    INFO(command);
    const Outcome text = run(command + " --explain", "LC_ALL=C");
    CHECK(text.status == 0);
    CHECK(text.err.empty());
    CHECK(text.out.find("  Source: ") != std::string::npos);
    std::istringstream lines(text.out);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
    for (const std::string format : {"json", "csv", "markdown"})
      CHECK(run(command + " --explain --format " + format).out == run(command + " --format " + format).out);
  }
}
