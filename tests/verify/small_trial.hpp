#pragma once
// A small trial to check, and the findings to look at.

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/read_trial.hpp"

/// A trial of 40 and 40 patients with these outcomes, and more members such as its "design".
inline trialcalc::Trial small_trial(const std::string& outcomes, const std::string& more = "") {
  return trialcalc::read_trial(
      R"({"schema": "trialcalc/trial/1", "id": "t", "name": "T",
    "arms": [{"id": "new", "name": "New", "role": "experimental"}, {"id": "old", "name": "Old", "role": "control"}],
    "sources": [{"id": "paper", "kind": "paper", "citation": "A", "level": "95", "alpha": ".05"},
                {"id": "registry", "kind": "registry", "citation": "B"}],
    "populations": [{"id": "all", "name": "All", "n": {"new": 40, "old": 40}}],
    "outcomes": [)" +
          outcomes + "]" + more + "}",
      "t.json");
}

inline trialcalc::Check checked(const std::string& outcomes, const std::string& more = "") {
  return check(small_trial(outcomes, more));
}

inline const trialcalc::Finding& finding(const trialcalc::Check& check, const std::string& kind,
                                         const std::string& arm = "") {
  const auto found = std::find_if(check.findings.begin(), check.findings.end(),
                                  [&](const auto& one) { return one.kind == kind && one.arm == arm; });
  REQUIRE(found != check.findings.end());
  return *found;
}

inline void check_verdict(const trialcalc::Finding& finding, trialcalc::Verdict verdict,
                          const std::string& method) {
  INFO(finding.kind << " " << finding.reported << ": " << finding.reason);
  CHECK(name(finding.verdict) == name(verdict));
  CHECK(finding.method == method);
}
