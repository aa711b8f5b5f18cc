// Sentences in the forms that journals and programs use, and what each of them says.
#include "trialcalc/published.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using trialcalc::BadPublished;
using trialcalc::parse_published;
using trialcalc::parse_published_results;
using trialcalc::PublishedResult;

namespace {

struct Sentence {
  std::string text, measure, estimate, lower, upper, level, p;
  bool percent = false;
};

const std::vector<Sentence> sentences = {
    // JAMA: no zero before the point, commas and semicolons.
    {"RR 0.65 (0.31-1.37), P = .25", "risk-ratio", "0.65", "0.31", "1.37", "", ".25"},
    {"risk ratio, 0.65; 95% CI, 0.31-1.37; P = .25", "risk-ratio", "0.65", "0.31", "1.37", "95", ".25"},
    {"(risk ratio, 0.65; 95% CI, 0.31-1.37; P = .25).", "risk-ratio", "0.65", "0.31", "1.37", "95", ".25"},
    {"8 of 37 patients [22%] vs 14 of 42 [33%]; risk ratio, 0.65 [95% CI, 0.31-1.37]; P = .25", "risk-ratio",
     "0.65", "0.31", "1.37", "95", ".25"},
    {"hazard ratio for death, 0.80; 95% confidence interval [CI], 0.65 to 0.98; P=0.03", "hazard-ratio",
     "0.80", "0.65", "0.98", "95", "0.03"},
    {"adjusted hazard ratio, 0.71; 95% CI, 0.53-0.95; P=.02", "hazard-ratio", "0.71", "0.53", "0.95", "95",
     ".02"},
    {"difference, −11.7 percentage points; 95% CI, −30.0 to 8.1; P = .25", "risk-difference", "−11.7",
     "−30.0", "8.1", "95", ".25", true},
    {"absolute risk difference, -11.7% [95% CI, -30.0% to 8.1%]; P=.25", "risk-difference", "-11.7", "-30.0",
     "8.1", "95", ".25", true},
    {"between-group difference, 2.3 days (95% CI, -0.4 to 5.0); P = .09", "", "2.3", "-0.4", "5.0", "95",
     ".09"},
    {"unadjusted OR, 1.52 (95% CI, 0.99–2.33); P > .05", "odds-ratio", "1.52", "0.99", "2.33", "95", ">.05"},
    {"HR, 0.56 [98.7% CI, 0.31-0.98]; 1-sided P = .004", "hazard-ratio", "0.56", "0.31", "0.98", "98.7",
     ".004"},
    {"Odds ratio for 30-day mortality, 0.80 (95% CI, 0.65-0.98); P for interaction = .44; P = .03",
     "odds-ratio", "0.80", "0.65", "0.98", "95", ".03"},
    // The Lancet: middle dots, small p, no spaces.
    {"HR 0·91 (95% CI 0·71–1·15), p=0·43", "hazard-ratio", "0·91", "0·71", "1·15", "95", "0·43"},
    {"hazard ratio [HR] 1·00 [95·37% CI 0·63–1·58]; stratified log-rank p=0·99", "hazard-ratio", "1·00",
     "0·63", "1·58", "95·37", "0·99"},
    {"odds ratio 0·72, 95% CI 0·52–1·00; p=0·052", "odds-ratio", "0·72", "0·52", "1·00", "95", "0·052"},
    {"relative risk 1·12 (0·93 to 1·34; p<0·0001)", "risk-ratio", "1·12", "0·93", "1·34", "", "<0·0001"},
    {"risk difference –3·2% (95% CI –7·5 to 1·1), pinteraction=0·07", "risk-difference", "–3·2", "–7·5",
     "1·1", "95", "", true},
    // NEJM and BMJ.
    {"odds ratio 1.65 (95.37% CI 0.80 to 3.40); P<0.001", "odds-ratio", "1.65", "0.80", "3.40", "95.37",
     "<0.001"},
    {"hazard ratio for disease progression or death, 0.68; 95% confidence interval [CI], 0.52 to 0.89; P = "
     "0.005 by the "
     "log-rank test",
     "hazard-ratio", "0.68", "0.52", "0.89", "95", "0.005"},
    {"relative risk, 0.83; 95% CI, 0.75 to 0.93; P<0.001", "risk-ratio", "0.83", "0.75", "0.93", "95",
     "<0.001"},
    {"rate of death at 28 days (risk ratio for death at 28 days, 0.83; 95% CI, 0.75 to 0.93)", "risk-ratio",
     "0.83", "0.75", "0.93", "95", ""},
    {"mean difference −2.4 points (95% confidence interval −5.1 to 0.3; P=0.08)", "mean-difference", "−2.4",
     "−5.1", "0.3", "95", "0.08"},
    {"RR 0.65, 95% confidence interval 0.31 to 1.37", "risk-ratio", "0.65", "0.31", "1.37", "95", ""},
    // Decimal commas.
    {"relative risk = 1,04 [IC 95 %: 0,88-1,23]; p = 0,74", "risk-ratio", "1,04", "0,88", "1,23", "95",
     "0,74"},
    {"RR 1,04 (IC95% 0,88 a 1,23)", "risk-ratio", "1,04", "0,88", "1,23", "95", ""},
    {"HR 0,91; 95%-KI 0,71 bis 1,15; p=0,43", "hazard-ratio", "0,91", "0,71", "1,15", "95", "0,43"},
    {"OR 0,5 [0,2, 1,3]", "odds-ratio", "0,5", "0,2", "1,3", "", ""},
    {"OR 0,52 [0,21;1,30]", "odds-ratio", "0,52", "0,21", "1,30", "", ""},
    {"risque relatif 0,65 (IC à 95 % : 0,31 à 1,37)", "risk-ratio", "0,65", "0,31", "1,37", "95", ""},
    // Programs, slides, tables.
    {"RR=0.65, CI95% [0.31;1.37]", "risk-ratio", "0.65", "0.31", "1.37", "95", ""},
    {"RR (95% CI): 0.65 [0.31, 1.37]", "risk-ratio", "0.65", "0.31", "1.37", "95", ""},
    {"OR=2.10 95%CI=1.20-3.60 p=.008", "odds-ratio", "2.10", "1.20", "3.60", "95", ".008"},
    {"risk difference, a difference of -11.7% (-30.0% to 8.1%)", "risk-difference", "-11.7", "-30.0", "8.1",
     "", "", true},
    {"RD -11.7 (-30.0 to 8.1)", "risk-difference", "-11.7", "-30.0", "8.1", "", "", true},
    {"RD -11.7 pp (-30.0 to 8.1 pp)", "risk-difference", "-11.7", "-30.0", "8.1", "", "", true},
    {"RD -0.117 (-0.300 to 0.081)", "risk-difference", "-0.117", "-0.300", "0.081", "", ""},
    {"RD −0.117 [−0.300–−0.081]", "risk-difference", "−0.117", "−0.300", "−0.081", "", ""},
    {"RD -11.7 (-30.0--8.1)", "risk-difference", "-11.7", "-30.0", "-8.1", "", "", true},
    {"0.65 (0.31-1.37)", "", "0.65", "0.31", "1.37", "", ""},
    {"0.65 (95% CI 0.31-1.37), p=.25", "", "0.65", "0.31", "1.37", "95", ".25"},
    {"RR 0.65", "risk-ratio", "0.65", "", "", "", ""},
    {"Odds-Ratio: 0.57", "odds-ratio", "0.57", "", "", "", ""},
    {"aOR 1.9 (99% CI 1.1,3.4)", "odds-ratio", "1.9", "1.1", "3.4", "99", ""},
    {"number needed to treat, 9 (4 to 40)", "nnt", "9", "4", "40", "", ""},
    {"MD 1,234 (1,100 to 1,368)", "mean-difference", "1,234", "1,100", "1,368", "", ""},
    // Only a P.
    {"P = .25", "", "", "", "", "", ".25"},
    {"p<0.05", "", "", "", "", "", "<0.05"},
    {"P≤.01", "", "", "", "", "", "≤.01"},
    {"P <= .01", "", "", "", "", "", "≤.01"},
    {"P > .99 (Fisher exact test)", "", "", "", "", "", ">.99"},
    {"p-value: 0.03", "", "", "", "", "", "0.03"},
    {"P value was less than .001", "", "", "", "", "", "<.001"},
    {"two-sided P (chi-square) = 1.00", "", "", "", "", "", "1.00"},
    {"p=n.s.", "", "", "", "", "", "NS"},
    {"P = NS", "", "", "", "", "", "NS"},
    {"P for superiority = 0.04", "", "", "", "", "", "0.04"},
};

struct Refused {
  std::string text;
  std::size_t position;
};

const std::vector<Refused> refused = {
    {"", 0},
    {"nothing to see here", 19},
    {"P for interaction = .04", 23},  // not a P of this comparison
    {"P", 1},
    {"P = high", 4},
    {"P = 1.2", 4},         // a P is at most 1
    {"P = 1.2 x 10-5", 8},  // read as 1.2 it would be false
    {"P = 1.2 × 10−5", 8},
    {"P = 1.2e-5", 7},
    {"P = .03, P = .04", 11},
    {"RR", 2},
    {"RR; HR 0.8", 4},
    {"RR -0.65", 3},
    {"RR 0.65 (0.31", 13},
    {"RR 0.65 (0.31 to", 16},
    {"RR 0.65 (0.31 | 1.37)", 14},
    {"RR 0.65 (95% CI)", 16},
    {"RR 0.65 (0% CI 0.31-1.37)", 9},
    {"RR 0.65 (0.31-1.37) 4", 20},
    {"RR < 0.65", 5},
    {"relative risk reduction 35%", 0},
    {"ARR 11.7%", 0},
    {"standardized mean difference 0.3", 13},
    {"RR 1234567890123456", 3},
    {"8/37 vs 14/42", 5},
};

}  // namespace

TEST_CASE("published results are read as they are usually written", "[verify]") {
  for (const Sentence& sentence : sentences) {
    INFO(sentence.text);
    PublishedResult result;
    CHECK_NOTHROW(result = parse_published(sentence.text));
    CHECK(result.measure == sentence.measure);
    CHECK(result.estimate == sentence.estimate);
    CHECK(result.lower == sentence.lower);
    CHECK(result.upper == sentence.upper);
    CHECK(result.level == sentence.level);
    CHECK(result.p == sentence.p);
    CHECK(result.percent == sentence.percent);
  }
}

TEST_CASE("what is not a published result is refused at its place", "[verify]") {
  for (const Refused& text : refused) {
    INFO(text.text);
    try {
      parse_published(text.text);
      FAIL_CHECK("was read");
    } catch (const BadPublished& bad) {
      INFO(bad.what());
      CHECK(bad.position() == text.position);
      CHECK_FALSE(bad.expected().empty());
      CHECK_FALSE(bad.found().empty());
    }
  }
}

TEST_CASE("adjusted results say so", "[verify]") {
  CHECK(parse_published("adjusted hazard ratio, 0.71").adjusted);
  CHECK(parse_published("aHR 0.71").adjusted);
  CHECK_FALSE(parse_published("hazard ratio, 0.71").adjusted);
  CHECK_FALSE(parse_published("unadjusted hazard ratio, 0.71").adjusted);
}

TEST_CASE("one text may hold several results", "[verify]") {
  const auto results = parse_published_results(
      "RR 0.65 (95% CI 0.31-1.37), P = .25; RD -11.7% (-30.0 to 8.1); odds ratio, 0.55; 90% CI, 0.20-1.52; "
      "P=.24");
  REQUIRE(results.size() == 3);
  CHECK(results[0].p == ".25");
  CHECK(results[1].measure == "risk-difference");
  CHECK(results[1].percent);
  CHECK(results[1].level.empty());
  CHECK(results[2].level == "90");
  CHECK(results[2].p == ".24");
  CHECK_THROWS_AS(parse_published("RR 0.65; OR 0.55"), BadPublished);

  const auto apart = parse_published_results("P = .25. HR 0.80 (0.65-0.98), P = .03");
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].p == ".25");
  CHECK(apart[0].measure.empty());
  CHECK(apart[1].p == ".03");
  CHECK(parse_published("P = .03 (HR 0.80)").p == ".03");
}

TEST_CASE("hostile published text is refused in no time", "[verify]") {
  CHECK_THROWS_AS(parse_published(std::string(10'000'000, '7')), BadPublished);
  for (const std::string piece :
       {"7", "(", "P", "RR ", "0.5-", "95% CI ", "\xFF", "–", "1,", "or ", "p-", "P(", "\xE2\x80", "é"}) {
    std::string text;
    while (text.size() + piece.size() <= trialcalc::max_published_length) text += piece;
    INFO(piece);
    CHECK_THROWS_AS(parse_published_results(text), BadPublished);
  }
  CHECK_THROWS_AS(parse_published(std::string("RR \0 0.65 (\x1b[31m", 16)), BadPublished);
}

TEST_CASE("a long dash that touches a number is no minus sign", "[verify]") {
  for (const char* text : {"OR\u20140)", "RD \u20145 (\u20147 to \u20142)"})
    CHECK_THROWS_AS(parse_published(text), BadPublished);
}

TEST_CASE("no beginning of a sentence crashes the reader", "[verify]") {
  for (const Sentence& sentence : sentences)
    for (std::size_t length = 0; length <= sentence.text.size(); ++length) {
      const std::string_view all = sentence.text;
      for (const std::string_view part : {all.substr(0, length), all.substr(length)}) try {
          for (const PublishedResult& result : parse_published_results(part))
            CHECK_FALSE((result.estimate.empty() && result.p.empty()));
        } catch (const BadPublished& bad) {
          CHECK(bad.position() <= part.size());
        }
    }
}
