// The plan that a report prints, against itself and its results.
#include <string>

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

Check planned(const std::string& design, const std::string& outcomes = "") {
  return checked(outcomes, R"(, "design": {"source": "paper", "where": "Methods", )" + design + "}");
}

const std::string rates =
    R"("alpha": ".05", "power": "80", "dropout": "5", "rates": {"new": "65", "old": "50"}, )";

bool says(const Finding& finding, const std::string& part) {
  return finding.reason.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a planned number of patients is told from its assumptions", "[verify][design]") {
  // Rovers et al, JAMA Surg 2021: 50% against 65%, power 80%, dropout 5%: 358 patients.
  check_verdict(finding(planned(rates + R"("n": "358")"), "n"), Verdict::reproduced, "pooled");
  const Check other = planned(rates + R"("n": "400")");
  check_verdict(finding(other, "n"), Verdict::not_checkable, "");
  CHECK(says(finding(other, "n"), "pooled variance 358"));
  check_verdict(finding(planned(rates + R"("n": "about 358")"), "n"), Verdict::not_checkable, "");
}

TEST_CASE("differences and hazard ratios of a plan are those of its rates and medians", "[verify][design]") {
  const auto difference = [](const std::string& text) {
    const Check check = planned(rates + R"("difference": ")" + text + "\"");
    return *std::find_if(check.findings.begin(), check.findings.end(),
                         [](const Finding& one) { return one.label == "difference to detect"; });
  };
  check_verdict(difference("15"), Verdict::reproduced, "difference");
  check_verdict(difference("16"), Verdict::discrepant, "");
  check_verdict(difference("15 points"), Verdict::not_checkable, "");
  const auto ratio = [](const std::string& text) {
    return finding(planned(R"("medians": {"new": "41", "old": "25"}, "hazard_ratio": ")" + text + "\""),
                   "hazard-ratio");
  };
  check_verdict(ratio("0.61"), Verdict::reproduced, "medians");  // 25 / 41 = .6098
  check_verdict(ratio("0.65"), Verdict::discrepant, "");
  check_verdict(ratio("0.6 to 0.7"), Verdict::not_checkable, "");
}

TEST_CASE("a stopping rule says whether the results meet it", "[verify][design]") {
  const std::string outcome = R"({"id": "event", "name": "Event", "kind": "binary", "population": "all",
    "events": {"new": 20, "old": 10}})";
  const auto rule = [&](const std::string& limit) {
    return finding(
        planned(R"("stopping": [{"outcome": "event", "arm": "new", "difference_above": ")" + limit + R"("}])",
                outcome),
        "percent");
  };
  check_verdict(rule("20"), Verdict::compatible, "stopping-rule");  // 50% - 25%
  CHECK(says(rule("20"), "25: the rule is met"));
  CHECK(says(rule("25"), "25: the rule is not met"));
}

TEST_CASE("each of several stopping rules has its own verdict", "[verify][design]") {
  const Check check = planned(R"("stopping": [{"outcome": "event", "arm": "new", "below": "60"},
                                              {"outcome": "other", "arm": "new", "below": "20"}])",
                              R"({"id": "event", "name": "Event", "kind": "binary", "population": "all",
    "events": {"new": 20, "old": 10}}, {"id": "other", "name": "Other", "kind": "binary", "population": "all",
    "events": {"new": 10, "old": 10}})");
  std::string reasons;
  for (const Finding& each : check.findings) reasons += each.reason + "\n";
  CHECK(reasons.find("Event, per cent: 50: the rule is met") != std::string::npos);
  CHECK(reasons.find("Other, per cent: 25: the rule is not met") != std::string::npos);
}
