// Effects printed beside the counts of their arms: arms exchanged, roundings, and what can't be computed.
// 8/37 v 14/42 by hand: RR 0.64865, Katz 0.30706 to 1.37025; RD -0.11712, Newcombe -0.29965 to 0.08146.
#include <string>

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

struct Printed {
  std::string measure, numbers;  ///< the members "estimate", "lower", "upper", "level", "method"
  std::string more = {};         ///< members beside the effect
};

/// An outcome with these counts of 37 and 42 patients, printed with their percentages.
std::string counted(int a, int c, const Printed& printed) {
  const std::string x = std::to_string(a), y = std::to_string(c);
  return R"({"id": "event", "name": "Event", "kind": "binary", "n": {"new": 37, "old": 42},
    "events": {"new": )" +
         x + R"(, "old": )" + y + R"(}, "reported": [{"source": "paper", "where": "Table 2",
    "rows": [{"category": "events", "cells": {"new": {"count": ")" +
         x + R"("}, "old": {"count": ")" + y + R"("}}}],
    "effect": {"measure": ")" +
         printed.measure + R"(", )" + printed.numbers + "}" + printed.more + "}]}";
}

}  // namespace

TEST_CASE("an effect of control against experimental is explained, and accuses no count",
          "[verify][effect]") {
  // 1/0.64865 (1/1.37025 to 1/0.30706), and the risk difference with the other sign.
  const Check ratio =
      checked(counted(8, 14, {"risk-ratio", R"("estimate": "1.54", "lower": "0.73", "upper": "3.26")"}));
  check_verdict(finding(ratio, "risk-ratio"), Verdict::explained, "risk-ratio");
  check_verdict(finding(ratio, "lower"), Verdict::explained, "katz-log");
  check_verdict(finding(ratio, "upper"), Verdict::explained, "katz-log");
  CHECK_FALSE(ratio.any_discrepant());
  for (const char* numbers : {R"("estimate": "11.7", "lower": "-8.1", "upper": "30.0")",
                              R"("estimate": "0.117", "lower": "-0.081", "upper": "0.300")"}) {
    const Check difference = checked(counted(8, 14, {"risk-difference", numbers}));
    check_verdict(finding(difference, "risk-difference"), Verdict::explained, "risk-difference");
    check_verdict(finding(difference, "lower"), Verdict::explained, "newcombe");
    check_verdict(finding(difference, "upper"), Verdict::explained, "newcombe");
    CHECK_FALSE(difference.any_discrepant());
  }
}

TEST_CASE("an estimate that is cut, not rounded, is explained", "[verify][effect]") {
  const Check ratio = checked(counted(8, 14, {"risk-ratio", R"("estimate": "0.64")"}));
  check_verdict(finding(ratio, "risk-ratio"), Verdict::explained, "risk-ratio");
  const Check points = checked(counted(8, 14, {"risk-difference", R"("estimate": "-11.71")"}));
  check_verdict(finding(points, "risk-difference"), Verdict::reproduced, "risk-difference");
  const Check cut = checked(counted(8, 14, {"risk-difference", R"("estimate": "-11")"}));
  check_verdict(finding(cut, "risk-difference"), Verdict::explained, "risk-difference");
  const Check neither = checked(counted(8, 14, {"risk-ratio", R"("estimate": "0.67")"}));
  check_verdict(finding(neither, "risk-ratio"), Verdict::discrepant, "");
}

TEST_CASE("one limit alone is checked, and a ratio to no events is not", "[verify][effect]") {
  const Check lower = checked(counted(8, 14, {"risk-ratio", R"("lower": "0.31")"}));
  check_verdict(finding(lower, "lower"), Verdict::reproduced, "katz-log");
  const Check upper = checked(counted(8, 14, {"risk-ratio", R"("upper": "1.37")"}));
  check_verdict(finding(upper, "upper"), Verdict::reproduced, "katz-log");
  const Check zero = checked(counted(8, 0, {"risk-ratio", R"("estimate": "9.5")"}));
  check_verdict(finding(zero, "risk-ratio"), Verdict::not_checkable, "");
  CHECK_FALSE(zero.any_discrepant());
}

TEST_CASE("a stated method that takes too long is not called discrepant", "[verify][effect]") {
  const Check check = checked(
      R"({"id": "event", "name": "Event", "kind": "binary", "n": {"new": 10000, "old": 10000},
    "events": {"new": 4000, "old": 4300}, "reported": [{"source": "paper", "where": "Table 2",
    "effect": {"measure": "risk-difference", "estimate": "-3.0", "lower": "-4.9", "upper": "-1.1",
               "method": "chan-zhang"}}]})");
  check_verdict(finding(check, "risk-difference"), Verdict::reproduced, "risk-difference");
  for (const char* limit : {"lower", "upper"}) {
    check_verdict(finding(check, limit), Verdict::not_checkable, "");
    CHECK(finding(check, limit).reason.find("takes too long") != std::string::npos);
  }
}
