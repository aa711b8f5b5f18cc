// What `check` makes of means of whole numbers, of effects without counts, and of fragility.
#include <cmath>

#include "catch.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/pooled.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

/// A continuous outcome with mean and SD of each arm.
std::string continuous(const std::string& about, const std::string& n, const std::string& cells) {
  return R"({"id": "score", "name": "Score", "kind": "continuous", )" + about + R"("n": )" + n +
         R"(, "reported": [{"source": "paper", "where": "Table 2", "rows": [{"cells": )" + cells + "}]}]}";
}

std::string effect(const std::string& measure, const std::string& numbers) {
  return R"({"id": "event", "name": "Event", "kind": "binary", "population": "all",
    "reported": [{"source": "paper", "where": "Table 2", "effect": {"measure": ")" +
         measure + R"(", )" + numbers + "}]}";
}

}  // namespace

TEST_CASE("check runs GRIM and GRIMMER where the values are said to be whole", "[verify][digits]") {
  // 5.19 of 28: Brown & Heathers 2017, p. 364. 5.21 (1.60): rsprite2's tests, after Allard 2018.
  const std::string cells =
      R"({"new": {"mean": "5.19", "sd": "1.60"}, "old": {"mean": "5.21", "sd": "1.60"}})";
  const Check check = checked(continuous(R"("whole_numbers": {}, )", R"({"new": 28, "old": 28})", cells));
  check_verdict(finding(check, "mean", "new"), Verdict::discrepant, "");
  CHECK(finding(check, "mean", "new").recomputed_text == "5.179 or 5.214");
  check_verdict(finding(check, "sd", "new"), Verdict::not_checkable, "");
  check_verdict(finding(check, "mean", "old"), Verdict::compatible, "grim");
  check_verdict(finding(check, "sd", "old"), Verdict::compatible, "grimmer");
  const Check unsaid = checked(continuous("", R"({"new": 28, "old": 28})", cells));
  for (const Finding& one : unsaid.findings) check_verdict(one, Verdict::not_checkable, "");
}

TEST_CASE("check runs GRIMMER and DEBIT on scales and items", "[verify][digits]") {
  // 3.44 (2.47) of 18: rsprite2's tests; the sum 62 with squares of 318 has the SD 2.4787, 2.47 when cut. On
  // a scale from 1 to 7, 4.20 of 5 has an SD of at most 3.03.
  const Check grimmer =
      checked(continuous(R"("whole_numbers": {"low": 1, "high": 7}, )", R"({"new": 18, "old": 5})",
                         R"({"new": {"mean": "3.44", "sd": "2.47"},
                                          "old": {"mean": "4.20", "sd": "3.04"}})"));
  check_verdict(finding(grimmer, "mean", "new"), Verdict::compatible, "grim");
  check_verdict(finding(grimmer, "sd", "new"), Verdict::explained, "grimmer");
  check_verdict(finding(grimmer, "sd", "old"), Verdict::discrepant, "");
  // scrutiny's tests of debit(): 0.05 (0.21) of 20 is inconsistent, 0.05 (0.22) is not.
  const Check debit =
      checked(continuous(R"("whole_numbers": {"low": 0, "high": 1}, )", R"({"new": 20, "old": 20})",
                         R"({"new": {"mean": "0.05", "sd": "0.21"},
                                        "old": {"mean": "0.05", "sd": "0.22"}})"));
  check_verdict(finding(debit, "sd", "new"), Verdict::discrepant, "");
  check_verdict(finding(debit, "sd", "old"), Verdict::compatible, "debit");
  // scrutiny's manual of grim(): 5.19 of 40 is consistent with two items.
  const Check items = checked(continuous(R"("whole_numbers": {"items": 2}, )", R"({"new": 40, "old": 40})",
                                         R"({"new": {"mean": "5.19"}, "old": {"mean": "5.19"}})"));
  check_verdict(finding(items, "mean", "new"), Verdict::compatible, "grim");
}

TEST_CASE("check says nothing of whole numbers that exclude nothing, and names other roundings",
          "[verify][digits]") {
  const Check large =
      checked(continuous(R"("whole_numbers": {}, )", R"({"new": 100, "old": 250})",
                         R"({"new": {"mean": "5.19", "sd": "1.6"}, "old": {"mean": "3.1", "sd": "1.0"}})"));
  check_verdict(finding(large, "mean", "new"), Verdict::not_checkable, "");
  check_verdict(finding(large, "sd", "old"), Verdict::not_checkable, "");
  // 145 / 28 = 5.1786 is 5.17 only when cut.
  const Check cut = checked(continuous(R"("whole_numbers": {}, )", R"({"new": 28, "old": 28})",
                                       R"({"new": {"mean": "5.17"}, "old": {"mean": "5.18"}})"));
  check_verdict(finding(cut, "mean", "new"), Verdict::explained, "grim");
}

TEST_CASE("check compares an effect without counts with its limits and P", "[verify][effect]") {
  // Altman & Bland, BMJ 2011;343:d2304: 0.81 (0.70 to 0.94), P = 0.005; d2090: 17 (1.4 to 32.6), P = 0.032.
  const Check ratio =
      checked(effect("risk-ratio", R"("estimate": "0.81", "lower": "0.70", "upper": "0.94"}, "p": "0.005")"));
  check_verdict(finding(ratio, "risk-ratio"), Verdict::compatible, "log-symmetry");
  check_verdict(finding(ratio, "p"), Verdict::compatible, "wald");
  const Check difference = checked(
      effect("risk-difference", R"("estimate": "17", "lower": "1.4", "upper": "32.6"}, "p": "0.032")"));
  check_verdict(finding(difference, "upper"), Verdict::compatible, "symmetry");
  check_verdict(finding(difference, "p"), Verdict::compatible, "wald");
  const Check skewed =
      checked(effect("odds-ratio", R"("estimate": "2.00", "lower": "0.90", "upper": "9.00"}, "p": ".04")"));
  check_verdict(finding(skewed, "odds-ratio"), Verdict::not_checkable, "");
  check_verdict(finding(skewed, "p"), Verdict::discrepant, "");
  const Check named = checked(
      effect("odds-ratio",
             R"("estimate": "2.00", "lower": "0.90", "upper": "9.00"}, "p": ".04", "test": "fisher")"));
  check_verdict(finding(named, "p"), Verdict::not_checkable, "");
}

TEST_CASE("check tells fragility and the number needed to treat without a verdict", "[verify][fragility]") {
  // 15/40 v 6/40: the manual of the R package fragilityindex.
  const Check check = checked(R"({"id": "event", "name": "Event", "kind": "binary", "primary": true,
    "population": "all", "events": {"new": 15, "old": 6}})");
  CHECK(check.findings.empty());
  REQUIRE(check.information.size() == 1);
  const Information& one = check.information[0];
  CHECK(one.outcome == "event");
  CHECK(one.fragility.index == 1);
  CHECK(one.difference.interval.estimate.value() == Approx(9 / 40.0));
}

TEST_CASE("groups pool to the mean and SD of all their values", "[stats][means]") {
  // 1 2 3 and 4 8 have mean 18/5 and variance 73/10.
  const GroupMoments groups[] = {{3, 2, 1}, {2, 6, std::sqrt(8.0)}};
  CHECK(pooled(groups).mean == Approx(3.6));
  CHECK(pooled(groups).sd == Approx(std::sqrt(7.3)));
}
