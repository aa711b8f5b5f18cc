// Means, medians and ranges: the total column against the arms, and a median against its own range.
#include <string>

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

Check measured(const std::string& cells, const std::string& more = "") {
  return checked(R"({"id": "score", "name": "Score", "kind": "continuous", "population": "all", )" + more +
                 R"("reported": [{"source": "paper", "where": "Table 2", "rows": [{"cells": )" + cells +
                 "}]}]}");
}

}  // namespace

TEST_CASE("a median lies within its own range", "[verify]") {
  const Check check =
      measured(R"({"new": {"median": "50", "range": "0-34"}, "old": {"median": "20", "range": "0-34"}})");
  check_verdict(finding(check, "median", "new"), Verdict::discrepant, "");
  check_verdict(finding(check, "median", "old"), Verdict::not_checkable, "");
}

TEST_CASE("a mean of all that the arms cannot give says nothing of the arms", "[verify]") {
  // 40 of mean 10 and 40 of mean 12 have mean 11; their SDs of 2 pool to sqrt((2 * 39 * 4 + 80) / 79)
  // = 2.2276.
  const std::string arms =
      R"({"new": {"mean": "10", "sd": "2"}, "old": {"mean": "12", "sd": "2"}, "total": )";
  const Check apart = measured(arms + R"({"mean": "20", "sd": "2.23"}})");
  check_verdict(finding(apart, "mean", "total"), Verdict::discrepant, "");
  check_verdict(finding(apart, "sd", "total"), Verdict::reproduced, "pooled");
  check_verdict(finding(apart, "mean", "new"), Verdict::not_checkable, "");
  check_verdict(finding(apart, "sd", "new"), Verdict::compatible, "pooled");
}

TEST_CASE("a range of all needs that of each arm", "[verify]") {
  const Check known =
      measured(R"({"new": {"range": "1-9"}, "old": {"range": "0-7"}, "total": {"range": "0-9"}})");
  check_verdict(finding(known, "range", "total"), Verdict::reproduced, "range");
  check_verdict(finding(known, "range", "new"), Verdict::compatible, "range");
  const Check missing =
      measured(R"({"new": {"range": "1-9"}, "old": {"median": "3"}, "total": {"range": "0-9"}})");
  check_verdict(finding(missing, "range", "total"), Verdict::not_checkable, "");
}

TEST_CASE("whole numbers leave their scale, or have an SD with the divisor n", "[verify][digits]") {
  const auto whole = [](const std::string& numbers, const std::string& cells) {
    return checked(R"({"id": "score", "name": "Score", "kind": "continuous", "n": {"new": 4, "old": 4},
      "whole_numbers": {)" +
                   numbers +
                   R"(}, "reported": [{"source": "paper", "where": "Table 2", "rows": [{"cells": )" + cells +
                   "}]}]}");
  };
  const Check beyond =
      whole(R"("low": 1, "high": 7)", R"({"new": {"mean": "8.00"}, "old": {"mean": "7.00"}})");
  check_verdict(finding(beyond, "mean", "new"), Verdict::discrepant, "");
  CHECK(finding(beyond, "mean", "new").reason.find("on the scale") != std::string::npos);
  check_verdict(finding(beyond, "mean", "old"), Verdict::compatible, "grim");
  // 1, 2, 3, 4: mean 2.5, sum of squares 5, SD sqrt(5/3) = 1.29 or sqrt(5/4) = 1.12; 1.12^2 * 3 is 3.76,
  // whole never.
  const Check divisor =
      whole("", R"({"new": {"mean": "2.50", "sd": "1.12"}, "old": {"mean": "2.50", "sd": "1.29"}})");
  check_verdict(finding(divisor, "sd", "new"), Verdict::explained, "grimmer");
  check_verdict(finding(divisor, "sd", "old"), Verdict::compatible, "grimmer");
}
