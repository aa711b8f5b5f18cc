// What a published result claims that the counts cannot tell, or that its text does not name.
#include "trialcalc/published_check.hpp"

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

Check published(const char* text) { return check_published({{8, 37}, {14, 42}}, text); }

}  // namespace

TEST_CASE("a measure that the text does not name is the one that agrees", "[verify][published]") {
  // 8/37 v 14/42: RR 0.65 (Katz 0.31 to 1.37), OR 0.55 (Woolf 0.20 to 1.52), RD -0.117 (Newcombe -0.300 to
  // 0.081).
  const Check ratio = published("0.65 (0.31-1.37)"), odds = published("0.55 (0.20-1.52)");
  check_verdict(finding(ratio, "risk-ratio"), Verdict::reproduced, "risk-ratio");
  CHECK(finding(ratio, "risk-ratio").reason.find("names no measure") != std::string::npos);
  check_verdict(finding(odds, "odds-ratio"), Verdict::reproduced, "odds-ratio");
  check_verdict(finding(published("-0.117 (-0.300 to 0.081)"), "lower"), Verdict::reproduced, "newcombe");
}

TEST_CASE("what needs more than the counts is set aside, with its reason", "[verify][published]") {
  const Check adjusted = published("adjusted RR 0.71 (0.31-1.37), P = .25");
  for (const Finding& one : adjusted.findings) {
    check_verdict(one, Verdict::not_checkable, "");
    CHECK(one.reason == "adjusted: needs the patients' data");
  }
  CHECK(adjusted.attributions.empty());
  for (const Finding& one : published("mean difference 2.3 (-0.4 to 5.0)").findings)
    CHECK(one.reason == "needs the patients' values");
  const Check nnt = published("NNT 9 (4 to 40), P = .25");
  check_verdict(finding(nnt, "p"), Verdict::reproduced, "pearson");
  check_verdict(finding(nnt, "lower"), Verdict::not_checkable, "");
}

TEST_CASE("a hazard ratio is checked against its own limits and P", "[verify][published]") {
  // Altman & Bland, BMJ 2011;343:d2304: 0.81 (0.70 to 0.94), P = .005.
  const Check check = published("HR 0.81 (0.70-0.94), P = .005");
  check_verdict(finding(check, "hazard-ratio"), Verdict::compatible, "log-symmetry");
  check_verdict(finding(check, "p"), Verdict::compatible, "wald");
}
