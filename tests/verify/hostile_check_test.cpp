// Trial files whose numbers agree nowhere, or that are large: the check ends within seconds.
#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/read_trial.hpp"

using namespace trialcalc;
using nlohmann::json;

namespace {

constexpr double longest = 120;  ///< seconds, of a busy machine with sanitizers; two or three alone

/// What one binary outcome prints: counts of both arms, the same percentage beside each, and a P value.
struct Printed {
  std::int64_t a, c, n;
  std::string percent, p;
};

json cell(std::int64_t count, const std::string& percent) {
  return {{"count", std::to_string(count)}, {"percent", percent}};
}

json outcome(int number, const Printed& printed) {
  const json row = {
      {"category", "events"},
      {"cells", {{"a", cell(printed.a, printed.percent)}, {"b", cell(printed.c, printed.percent)}}}};
  const json effect = {{"measure", "risk-ratio"}, {"estimate", "0.65"}, {"lower", "0.31"}, {"upper", "1.37"}};
  return {
      {"id", "o" + std::to_string(number)},
      {"name", "Outcome"},
      {"kind", "binary"},
      {"population", "all"},
      {"events", {{"a", printed.a}, {"b", printed.c}}},
      {"reported",
       {{{"source", "paper"}, {"where", "Table 2"}, {"p", printed.p}, {"effect", effect}, {"rows", {row}}}}}};
}

json trial_of(int outcomes, const Printed& printed) {
  const json sizes = {{"a", {{"n", std::to_string(printed.n)}}}, {"b", {{"n", std::to_string(printed.n)}}}};
  json trial = {
      {"schema", "trialcalc/trial/1"},
      {"id", "hostile"},
      {"name", "Hostile"},
      {"arms",
       {{{"id", "a"}, {"name", "A"}, {"role", "experimental"}},
        {{"id", "b"}, {"name", "B"}, {"role", "control"}}}},
      {"sources", {{{"id", "paper"}, {"kind", "paper"}}}},
      {"populations",
       {{{"id", "all"},
         {"name", "All"},
         {"n", {{"a", printed.n}, {"b", printed.n}}},
         {"reported", {{{"source", "paper"}, {"where", "Table 1"}, {"rows", {{{"cells", sizes}}}}}}}}}}};
  trial["outcomes"] = json::array();
  for (int i = 0; i < outcomes; ++i) trial["outcomes"].push_back(outcome(i, printed));
  return trial;
}

Check checked(const json& trial) {
  const auto start = std::chrono::steady_clock::now();
  Check found = check(read_trial(trial.dump(), "hostile.json"));
  CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < longest);
  return found;
}

}  // namespace

TEST_CASE("files that contradict themselves everywhere are checked within seconds", "[verify]") {
  constexpr std::int64_t large = 1'000'000'000;
  for (const Printed& printed : {Printed{8, 14, 10'000, "33", ".25"},
                                 {800, 1400, 10'000, "22", ".99"},
                                 {large / 5 * 2, large / 2, large, "22", ".99"},
                                 {large / 5 * 2, large / 2, large, "40", ".99"}})
    for (const int outcomes : {10, 40}) {
      INFO(printed.a << " and " << printed.c << " of " << printed.n << ", " << outcomes << " outcomes");
      CHECK(checked(trial_of(outcomes, printed)).any_discrepant());
    }
}

TEST_CASE("a large file is checked within seconds", "[verify]") {
  const Check found = checked(trial_of(2'000, {200, 220, 500, "40", ".07"}));
  CHECK(found.findings.size() > 2'000);
}

TEST_CASE("a P value by a method that takes too long is not called discrepant", "[verify]") {
  json trial = trial_of(1, {4000, 4300, 10'000, "40", ".02"});
  trial["outcomes"][0]["reported"][0]["test"] = "boschloo";
  for (const Finding& finding : checked(trial).findings)
    if (finding.kind == "p") {
      CHECK(finding.verdict == Verdict::not_checkable);
      CHECK(finding.reason.find("takes too long") != std::string::npos);
    }
}

TEST_CASE("a sum of more terms than any report has is refused", "[verify]") {
  json trial = trial_of(1, {8, 14, 40, "20", ".25"});
  trial["identities"] = {{{"id", "sum"},
                          {"name", "Sum"},
                          {"source", "paper"},
                          {"where", "Figure"},
                          {"sum", std::vector<std::string>(max_terms, "o0/a")},
                          {"value", "o0/b"}}};
  CHECK(checked(trial).any_discrepant());
  trial["identities"][0]["sum"].push_back("o0/a");
  CHECK_THROWS_AS(read_trial(trial.dump(), "hostile.json"), BadTrial);
}
