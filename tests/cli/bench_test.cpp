// The reviewer's bench as a user runs it: solve, effect, grim, grimmer, debit, fragility, nnt, design.
#include <map>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "cli/process.hpp"

using nlohmann::json;

namespace {

json json_of(const std::string& arguments, int status = 0) {
  const Outcome outcome = run(arguments + " --format json");
  INFO(arguments << '\n' << outcome.err);
  CHECK(outcome.status == status);
  CHECK(outcome.err.empty());
  return json::parse(outcome.out);
}

void check_refused(const std::string& arguments, const std::string& message) {
  const Outcome outcome = run(arguments);
  INFO(arguments << '\n' << outcome.err);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find(message) != std::string::npos);
}

}  // namespace

TEST_CASE("solve gives the tables in the contract's form", "[cli][bench]") {
  const json found = json_of("solve --n 79 --arms-range 30-49,30-49 --rr 1.04 --ci 0.88,1.23");
  CHECK(found["schema"] == "trialcalc/solve/1");
  CHECK(found["complete"] == true);
  CHECK(found["methods"] == json({"katz-log"}));
  REQUIRE(found["tables"].size() == 1);
  CHECK(found["tables"][0]["experimental"] == json({{"events", 33}, {"total", 37}}));
  CHECK(found["tables"][0]["control"] == json({{"events", 36}, {"total", 42}}));
}

TEST_CASE("solve tells the method that prints what the usual one does not", "[cli][bench]") {
  const json none = json_of("solve --arms 37,42 --rr 0.65 --ci 0.31,1.35", 1);
  CHECK(none["tables"].empty());
  CHECK(none["complete"] == true);
  const json p = json_of("solve --arms 37,42 --percent 22,33 --p .25");
  REQUIRE(p["tables"].size() == 1);
  CHECK(p["tables"][0]["tests"] == json({"pearson"}));
  const json truncated = json_of("solve --arms 37,42 --percent 21,33 --round truncate");
  CHECK(truncated["tables"].size() == 1);
}

TEST_CASE("solve refuses what it cannot ask", "[cli][bench]") {
  check_refused("solve --rr 0.65", "--n TOTAL");
  check_refused("solve --n 79", "something that the report prints");
  check_refused("solve --n 79 --ci 0.31,1.37", "--ci");
  check_refused("solve --n 79 --rr 0.65 --ci 1.37,0.31", "the lower limit first");
  check_refused("solve --n 79 --rr x", "\"x\"");
  check_refused("solve --n 79 --rr 0.65 --ci 0.31,1.37 --ci-method katzlog", "did you mean \"katz-log\"");
  check_refused("solve --n 79 --percent 22", "2 values");
  check_refused("solve --n 79 --percent 22,33 --round up", "--round");
}

TEST_CASE("effect reads numbers and sentences", "[cli][bench]") {
  const json numbers = json_of("effect 0.91 0.71 1.15 --p 0.43");
  const json sentence = json_of("effect 'HR 0.91 (95% CI 0.71-1.15), p=0.43'");
  CHECK(numbers == sentence);
  for (const char* key :
       {"log_estimate", "standard_error", "z", "p", "implied_events", "symmetry", "agreement"})
    CHECK(numbers.contains(key));
  CHECK(numbers["p"]["low"] < numbers["p"]["value"]);
  CHECK(numbers["agreement"]["consistent"] == true);
  const json difference = json_of("effect -4.2 -8.1 -0.3 --measure md");
  CHECK(difference.contains("standard_error"));
  CHECK(difference["log_estimate"].is_null());
  CHECK(difference["implied_events"].is_null());
  check_refused("effect 0.91 0.71", "RATIO LOWER UPPER");
  check_refused("effect 'no numbers'", "expected");
  check_refused("effect 0.9 0.7 1.1 --measure xx", "--measure");
}

TEST_CASE("grim, grimmer and debit decide, with a witness", "[cli][bench]") {
  const json impossible = json_of("grim 5.19 28", 1);
  CHECK(impossible["schema"] == "trialcalc/grim/1");
  CHECK(impossible["possible"] == false);
  CHECK(impossible["witness"].is_null());
  const json possible = json_of("grim 5.18 28");
  CHECK(possible["witness"].size() == 28);
  CHECK(json_of("grimmer 3.44 2.47 18", 1)["possible"] == false);
  CHECK(json_of("grimmer 5.21 1.60 28")["possible"] == true);
  CHECK(json_of("debit 0.05 0.21 20", 1)["possible"] == false);
  CHECK(json_of("debit 0.05 0.22 20")["witness"].size() == 20);
  CHECK(json_of("grim 21.6% 37")["possible"] == true);
  CHECK(json_of("grim 5.19 40 --items 2")["possible"] == true);
  CHECK(json_of("grim -1.25 4")["possible"] == true);
  check_refused("grim 5.19", "MEAN N");
  check_refused("grim 5.19 0", "whole number");
  check_refused("grim '<5' 10", "expected");
  check_refused("grimmer 5.19 -1 10", "the SD");
  check_refused("grim 3.1 10 --scale 7-1", "range");
}

TEST_CASE("fragility names the test, the direction and the caution", "[cli][bench]") {
  const json result = json_of("fragility 15/40 6/40 --lost 3");
  CHECK(result["index"] == 1);
  CHECK(result["quotient"] == 1.0 / 80);
  CHECK(result["reverse_index"].is_null());
  CHECK(result["test"] == "fisher");
  CHECK(result["lost_to_follow_up"] == 3);
  CHECK(json_of("fragility 8/37 14/42")["reverse_index"] == 4);
  check_refused("fragility 15/40", "two arguments");
  check_refused("fragility 15/40 6/40 --test fishr", "did you mean \"fisher\"");
}

TEST_CASE("nnt goes through infinity: Altman 1998", "[cli][bench]") {
  // BMJ 1998;317:1309: a reduction of 10% (-5% to 25%) is NNTB 10 (NNTH 20 to infinity to NNTB 4).
  const json result = json_of("nnt 0.1 0.2 --ci -0.25,0.05");
  CHECK(result["nnt"].get<double>() == Approx(10));
  CHECK(result["direction"] == "benefit");
  CHECK(result["interval"]["through_infinity"] == true);
  CHECK(result["interval"]["lower"]["nnt"].get<double>() == Approx(20));
  CHECK(result["interval"]["lower"]["direction"] == "harm");
  CHECK(result["interval"]["upper"]["nnt"].get<double>() == Approx(4));
  CHECK(json_of("nnt 8/37 14/42")["interval"]["method"] == "newcombe");
  CHECK(json_of("nnt --or 0.73 --baseline 0.3")["nnt"].get<double>() == Approx(16.2).margin(0.05));
  check_refused("nnt --hr 0.7", "--baseline");
  check_refused("nnt", "nnt 8/37 14/42");
}

TEST_CASE("design tells the formula from its n", "[cli][bench]") {
  const json patients = json_of("design two-proportions 0.50 0.65 --power 0.80 --dropout 0.05");
  CHECK(patients["formulas"][0]["method"] == "pooled");
  CHECK(patients["formulas"][0]["n_per_arm"] == 170);
  CHECK(patients["formulas"][0]["n_total"] == 358);
  const json events = json_of("design logrank --medians 30,48 --alpha 0.046");
  CHECK(events["formulas"][0]["events"] == 146);
  CHECK(events == json_of("design logrank --hr 0.625 --alpha 0.046"));
  CHECK(json_of("design two-proportions 0.50 0.65 --n 340")["formulas"][0]["power"].get<double>() ==
        Approx(0.8016).margin(5e-4));
  const json stopping = json_of("design stopping-rule 0.65 0.50 --n 40,40 --below 0.50");
  CHECK(stopping["stopping"][0]["probability"].get<double>() == Approx(0.017280809323161));
  check_refused("design", "two-proportions");
  check_refused("design logrnk", "did you mean \"logrank\"");
  check_refused("design two-proportions 0.5 0.5", "equal");
  check_refused("design two-proportions 0.5 1.5", "between 0 and 1");
}

TEST_CASE("check has fragility and the number needed to treat as information", "[cli][bench]") {
  const json check = json_of("check cairo6", 1);
  REQUIRE(check["information"].is_array());
  REQUIRE_FALSE(check["information"].empty());
  // As the subcommands say it: 8/37 v 14/42 by R, see tests/reference/bench/fragility.R.
  std::map<std::string, json> of_primary;
  for (const json& one : check["information"])
    if (one["outcome"] == "cd3") of_primary[one["kind"]] = one;
  CHECK(of_primary["fragility"]["reverse_index"] == 4);
  CHECK(of_primary["fragility"]["test"] == "fisher");
  CHECK(of_primary["nnt"]["interval"]["through_infinity"] == true);
  CHECK(run("check cairo6").out.find("For information, without a verdict") != std::string::npos);
}

TEST_CASE("the help of each subcommand fits 80 columns", "[cli][bench]") {
  for (const char* name : {"", "solve", "effect", "grim", "grimmer", "debit", "fragility", "nnt", "design"}) {
    const Outcome outcome = run(std::string(name) + " --help");
    INFO(name);
    CHECK(outcome.status == 0);
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
  }
  for (const char* group : {"Look at a trial:", "Type numbers:", "Check a report:", "Plan a trial:"})
    CHECK(run("--help").out.find(group) != std::string::npos);
}
