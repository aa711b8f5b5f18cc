#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "cli/process.hpp"

using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

json verdicts(const std::string& published) {
  json result = json::object();
  const json object = json::parse(run("calc 8/37 14/42 --format json --published '" + published + "'").out);
  for (const json& one : object["findings"]) result[one["kind"].get<std::string>()] = one["verdict"];
  return result;
}

}  // namespace

// JAMA Surg 2021;156:710, Abstract: 8 of 37 against 14 of 42
TEST_CASE("calc --published reproduces a published result", "[cli]") {
  const Outcome outcome = run("calc 8/37 14/42 --published 'risk ratio, 0.65; 95% CI, 0.31-1.37; P = .25'");
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  CHECK(has(outcome.out, "As published"));
  CHECK(has(outcome.out, "printed by pearson"));
  const json object =
      json::parse(run("calc 8/37 14/42 --format json --published 'RR 0.65 (0.31-1.37), P = .25'").out);
  CHECK(object["schema"] == "trialcalc/comparison/1");
  CHECK(object["findings"].size() == 4);
  CHECK(object["attribution"].size() == 2);
}

TEST_CASE("calc --published finds the number that the counts do not give", "[cli]") {
  for (const char* format : {"text", "json", "csv", "markdown"})
    CHECK(run(std::string("calc 8/37 14/42 --published 'RR 0.75 (0.31-1.37), P = .25' --format ") + format)
              .status == 1);
  CHECK(verdicts("RR 0.75 (0.31-1.37), P = .25")["risk-ratio"] == "discrepant");
  CHECK(verdicts("RR 0.75 (0.31-1.37), P = .25")["lower"] == "reproduced");
  CHECK(verdicts("RR 0.65 (0.31-1.57)")["upper"] == "discrepant");
  CHECK(verdicts("RR 0.65 (0.31-1.57)")["lower"] == "reproduced");
  CHECK(verdicts("P = .01")["p"] == "discrepant");
}

TEST_CASE("calc --published takes a measure that is not named, and sets aside what counts can't tell",
          "[cli]") {
  CHECK(verdicts("0.65 (95% CI, 0.31-1.37)")["risk-ratio"] == "reproduced");
  CHECK(verdicts("0.55 (95% CI, 0.20 to 1.52)")["odds-ratio"] == "reproduced");
  CHECK(verdicts("adjusted RR 0.40 (0.2-0.8)")["risk-ratio"] == "not-checkable");
  CHECK(verdicts("HR 0.65 (0.31-1.37)")["hazard-ratio"] == "compatible");
}

// Pearson's P is erfc(sqrt(X^2 / 2)) = 0.246535 (Python's math), X^2 = 79 (8 28 - 29 14)^2 / (37 42 22 57).
TEST_CASE("calc --published names another rounding and does not call it discrepant", "[cli]") {
  CHECK(verdicts("P = .247")["p"] == "reproduced");
  CHECK(verdicts("P = .2465")["p"] == "reproduced");
  CHECK(verdicts("P = .246")["p"] == "explained");
  CHECK(run("calc 8/37 14/42 --published 'P = .246'").status == 0);
}

TEST_CASE("calc --published refuses what is no result", "[cli]") {
  for (const char* text : {"''", "'no numbers'", "'RR'"}) {
    INFO(text);
    const Outcome outcome = run(std::string("calc 8/37 14/42 --published ") + text);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, "--published: expected"));
  }
}
