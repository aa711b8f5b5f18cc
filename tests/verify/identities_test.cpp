// Sums and bounds that a trial file lists, and denominators printed beside counts.
#include <string>

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

const std::string outcomes = R"({"id": "event", "name": "Event", "kind": "binary", "population": "all",
    "events": {"new": 8, "old": 14}},
  {"id": "unknown", "name": "Unknown", "kind": "binary", "population": "all", "events": {"new": 3}})";

/// 8 + 3 of the new arm in relation to `value`, and what else the identity says.
Finding identity(const std::string& relation, const std::string& value, const std::string& more = "") {
  return finding(
      checked(outcomes, R"(, "identities": [{"id": "i", "name": "I", "source": "paper", "where": "Figure",
      "sum": ["event/new", "unknown/new"], "relation": ")" +
                            relation + R"(", "value": ")" + value + "\"" + more + "}]"),
      "identity", value.substr(value.rfind('/') + 1));
}

}  // namespace

TEST_CASE("each relation of an identity holds or does not", "[verify]") {
  CHECK(identity("at-most", "event/old").reported == "8 + 3 <= 14");
  check_verdict(identity("at-most", "event/old"), Verdict::reproduced, "bound");
  check_verdict(identity("at-least", "event/old"), Verdict::discrepant, "");
  check_verdict(identity("at-least", "event/new"), Verdict::reproduced, "bound");
  check_verdict(identity("at-most", "event/new"), Verdict::discrepant, "");
  check_verdict(identity("equals", "event/old"), Verdict::discrepant, "");
}

TEST_CASE("an identity is explained by its footnote, and needs all of its numbers", "[verify]") {
  const Finding footnoted = identity("equals", "event/old", R"(, "explained": "three had none")");
  check_verdict(footnoted, Verdict::explained, "footnote");
  CHECK(footnoted.reason == "three had none");
  const Finding missing = identity("equals", "unknown/old");
  check_verdict(missing, Verdict::not_checkable, "");
  CHECK(missing.reported.empty());
}

TEST_CASE("a term with a minus sign is subtracted, and a percentage has the size of its row", "[verify]") {
  const Check check = checked(
      R"({"id": "event", "name": "Event", "kind": "binary", "n": {"new": 20, "old": 20}, "events": {"new": 8, "old": 14},
        "reported": [{"source": "registry", "where": "Results", "rows": [
          {"category": "events", "cells": {"new": {"percent": "40"}}},
          {"category": "events", "population": "all", "cells": {"old": {"percent": "35"}}}]}]})",
      R"(, "identities": [{"id": "i", "name": "I", "source": "paper", "where": "Figure",
        "sum": ["-event/new", "event/old"], "relation": "at-most", "value": "event/new"}])");
  const Finding difference = finding(check, "identity", "new");
  CHECK(difference.reported == "-8 + 14 <= 8");
  check_verdict(difference, Verdict::reproduced, "bound");
  check_verdict(finding(check, "percent", "new"), Verdict::reproduced, "half-up");  // 8/20
  check_verdict(finding(check, "percent", "old"), Verdict::reproduced, "half-up");  // 14/40
}

TEST_CASE("a denominator that is not its population's size is discrepant", "[verify]") {
  const auto of = [](const std::string& n) {
    return finding(checked(R"({"id": "event", "name": "Event", "kind": "binary", "population": "all",
      "events": {"new": 8, "old": 14}, "reported": [{"source": "paper", "where": "Table 2",
      "rows": [{"category": "events", "cells": {"new": {"count": "8", "n": ")" +
                           n + R"("}}}]}]})"),
                   "n", "new");
  };
  check_verdict(of("40"), Verdict::reproduced, "repeated");
  check_verdict(of("41"), Verdict::discrepant, "");
  CHECK(of("41").recomputed == 40);
}
