// The commands table, strata, means, paired, proportion; margins of calc. Their methods are proved in
// tests/stats: here it is what a user or a program reads.
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "cli/process.hpp"
#include "trialcalc/methods.hpp"

using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

json parsed(const std::string& arguments) {
  const Outcome outcome = run(arguments + " --format json");
  INFO(arguments << ": " << outcome.err);
  REQUIRE(outcome.status == 0);
  CHECK(outcome.err.empty());
  return json::parse(outcome.out);
}

/// The element of the array with this method.
json method_of(const json& list, const std::string& key) {
  for (const json& one : list)
    if (one["method"] == key) return one;
  FAIL("no method " << key);
  return {};
}

void check_refused(const std::string& arguments, const std::string& message) {
  const Outcome outcome = run(arguments);
  INFO(arguments << ": " << outcome.err);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.err, message));
}

auto near(double value) { return Approx(value).epsilon(1e-9); }

}  // namespace

TEST_CASE("table tests an r x c table", "[cli]") {
  const json object = parsed("table '28,5,4;29,7,6'");
  CHECK(object["schema"] == "trialcalc/table/1");
  CHECK(object["table"] == json({{28, 5, 4}, {29, 7, 6}}));
  const json pearson =
      method_of(object["tests"], "pearson");  // R 4.2.2 chisq.test: tests/reference/table.csv
  CHECK(pearson["statistic"].get<double>() == near(0.4361686874844772));
  CHECK(pearson["df"] == 2);
  CHECK(pearson["p"].get<double>() == near(0.8040576215777204));
  CHECK(pearson["alternative"] == "two-sided");
  for (const char* key : {"likelihood-ratio", "fisher", "cochran-armitage"})
    CHECK(method_of(object["tests"], key)["p"].is_number());
  const Outcome text = run("table '28,5,4;29,7,6'");
  for (const char* part : {"28 (76)", "Total", "0.804", "Pearson", "df 2", "Cochran-Armitage"})
    CHECK(has(text.out, part));
}

TEST_CASE("a trend is tested where there is one", "[cli]") {
  CHECK_FALSE(has(run("table '1,2,3;4,5,6;7,8,1'").out, "Cochran"));
  CHECK_FALSE(has(run("table '1,2,3;4,5,6;7,8,1' --format json").out, "cochran"));
  CHECK(has(run("table '1,2;4,5;7,1'").out, "Cochran"));
  CHECK(has(run("table '1,2,3;4,5,6;7,8,1' --test cochran-armitage").out, "a trend needs two rows"));
}

TEST_CASE("tables that are none are refused with their place", "[cli]") {
  for (const auto& [table, message] : std::vector<std::pair<std::string, std::string>>{
           {"5", "at least two rows and two columns"},
           {"1,2", "found 1 x 2"},
           {"1;2", "found 2 x 1"},
           {"1,2;3", "found 2 counts in row 1 and 1 in row 2"},
           {"1,-2;3,4", "row 1, column 2 \"-2\""},
           {"-1,2;3,4", "row 1, column 1 \"-1\""},
           {"1,2;3,4.5", "row 2, column 2 \"4.5\""},
           {"1,2;,4", "row 2, column 1 \"\""},
           {"0,0;0,0", "found only zeros"},
           {"1000000000,2;3,4", "at most 1000000000 patients in the table"},
           {"1,2;3,99999999999999999999", "at most 1000000000 patients"}})
    check_refused("table '" + table + "'", message);
  std::string long_row = "1";
  for (int i = 0; i < 600; ++i) long_row += ",1";
  check_refused("table '" + long_row + ";" + long_row + "'", "at most 1000 cells");
  check_refused("table '1,2;3,4' --test welch", "--test: there is no \"welch\"");
  check_refused("table", "found 0 arguments");
}

TEST_CASE("strata gives common measures, association and homogeneity", "[cli]") {
  // R 4.2.2 mantelhaen.test and metafor: tests/reference/strata.csv
  const json object = parsed("strata 16/27,5/25 12/28,7/26");
  CHECK(object["schema"] == "trialcalc/strata/1");
  CHECK(object["strata"][1]["control"] == json({{"events", 7}, {"total", 26}}));
  for (const char* key : {"cmh", "cmh-cc", "breslow-day", "tarone", "woolf-homogeneity", "peto-homogeneity"})
    CHECK(method_of(object["tests"], key)["p"].is_number());
  const json& odds = object["measures"]["odds-ratio"];
  CHECK(odds["estimate"].get<double>() == Approx(3.31).margin(0.01));
  for (const char* key : {"robins-breslow-greenland", "peto", "conditional-exact"})
    CHECK(method_of(odds["intervals"], key)["upper"].is_number());
  CHECK_FALSE(method_of(odds["intervals"], "robins-breslow-greenland").contains("estimate"));
  CHECK(method_of(odds["intervals"], "peto")["estimate"].is_number());
  CHECK(method_of(object["measures"]["risk-ratio"]["intervals"], "greenland-robins")["lower"].is_number());
  CHECK(method_of(object["measures"]["risk-difference"]["intervals"], "sato")["lower"].is_number());
  CHECK(has(run("strata 16/27,5/25 12/28,7/26").out, "P (homogeneity)"));
  CHECK(parsed("strata 16/27,5/25 12/28,7/26 --measure or")["measures"].size() == 1);
}

TEST_CASE("homogeneity has no direction", "[cli]") {
  const json tests = parsed("strata 16/27,5/25 12/28,7/26 --alternative greater")["tests"];
  CHECK(method_of(tests, "cmh")["alternative"] == "greater");
  CHECK(method_of(tests, "breslow-day")["alternative"] == "two-sided");
}

TEST_CASE("strata without events have reasons, an infinite ratio is inf", "[cli]") {
  const json none = parsed("strata 0/10,0/12 0/5,0/6");
  CHECK(none["measures"]["odds-ratio"]["estimate"].is_null());
  CHECK(none["measures"]["odds-ratio"]["reason"].is_string());
  CHECK(none["measures"]["risk-difference"]["estimate"] == 0);
  const json odds = parsed("strata 3/10,0/12 2/5,0/6")["measures"]["odds-ratio"];
  CHECK(odds["estimate"] == "inf");
  CHECK(method_of(odds["intervals"], "peto")["estimate"].is_number());
  CHECK(method_of(odds["intervals"], "conditional-exact")["upper"] == "inf");
}

TEST_CASE("strata that are none are refused", "[cli]") {
  check_refused("strata", "one argument for each stratum");
  check_refused("strata 1/2,3/4 1/2", "stratum 2 \"1/2\"");
  check_refused("strata 1/2,3/4,5/6", "with one comma");
  check_refused("strata 1/2,5/4", "stratum 1, control,");
  check_refused("strata -1/2,3/4", "stratum 1, experimental,");
  check_refused("strata 1/2,1/2 --measure nnt", "no common number needed to treat");
  check_refused("strata 1/2,1/2 --ci satto", "did you mean \"sato\"?");
}

TEST_CASE("means compares two means", "[cli]") {
  const json object = parsed("means 317,122,37 334,155,42");  // R 4.2.2 t.test: tests/reference/means.csv
  CHECK(object["schema"] == "trialcalc/means/1");
  CHECK(object["arms"]["control"] == json({{"mean", 334}, {"sd", 155}, {"n", 42}}));
  const json student = method_of(object["tests"], "student");
  CHECK(student["p"].get<double>() == near(0.593165273146536));
  CHECK(student["statistic"].get<double>() == near(-0.53649193451488));
  CHECK(student["df"] == 77);
  const json& difference = object["measures"]["mean-difference"];
  CHECK(difference["estimate"] == -17);
  CHECK(method_of(difference["intervals"], "welch")["lower"].get<double>() < -79);
  CHECK(object["measures"]["standardised-difference"]["estimate"].get<double>() < 0);
  const Outcome text = run("means 317,122,37 334,155,42");
  for (const char* part : {"317 (122)", "-17.0 (-80.1 to 46.1)", "95% Student", "0.593", "df 77", "df 76.1"})
    CHECK(has(text.out, part));
  CHECK(has(run("means -1.5,2,30 -1,2,33").out, "-0.50 ("));
}

TEST_CASE("means that are none are refused", "[cli]") {
  check_refused("means 1,2,3", "expected two arguments");
  check_refused("means 1,2 1,2,3", "the first argument \"1,2\"");
  check_refused("means 1,2,3 1,-2,3", "the second argument, SD");
  check_refused("means 1,2,0 1,2,3", "at least 1 patient");
  check_refused("means 1,2,3.5 1,2,3", "n \"3.5\"");
  check_refused("means nan,2,3 1,2,3", "the first argument, mean");
  const json none = parsed("means 1,0,3 1,0,3");
  CHECK(none["tests"][0]["p"].is_null());
  CHECK(none["tests"][0]["reason"].is_string());
}

TEST_CASE("paired compares matched pairs", "[cli]") {
  const json object = parsed("paired 6 16 161");  // R 4.2.2 mcnemar.test: tests/reference/paired.csv
  CHECK(object["schema"] == "trialcalc/paired/1");
  CHECK(object["pairs"] == json({{"first_only", 6}, {"second_only", 16}, {"total", 161}}));
  CHECK(method_of(object["tests"], "mcnemar")["p"].get<double>() == near(0.03300625766123244));
  const json& difference = object["measures"]["risk-difference"];
  CHECK(difference["estimate"].get<double>() == near(-10.0 / 161));
  CHECK(method_of(difference["intervals"], "newcombe")["reason"].is_string());
  const json known = parsed("paired 6 16 161 --both 12");
  CHECK(method_of(known["measures"]["risk-difference"]["intervals"], "newcombe")["lower"].is_number());
  CHECK(has(run("paired 6 16 161").out, "McNemar"));
  check_refused("paired 6 16", "expected three numbers");
  check_refused("paired 6 16 21", "found 22 of 21");
  check_refused("paired 6 16 161 --both 150", "found 172 of 161");
  check_refused("paired 6 -1 161", "C \"-1\"");
  check_refused("paired 0 0 0", "at least 1 pair");
}

TEST_CASE("proportion gives one proportion by any interval", "[cli]") {
  const json object = parsed("proportion 36/154 --ci all");  // SAS PROC FREQ, PSI CAMIS project
  CHECK(object["schema"] == "trialcalc/proportion/1");
  CHECK(object["estimate"].get<double>() == near(36.0 / 154));
  CHECK(object["intervals"].size() == trialcalc::proportion::methods().size());
  CHECK(method_of(object["intervals"], "wilson")["lower"].get<double>() == Approx(0.1739).margin(5e-5));
  CHECK(method_of(object["intervals"], "blaker")["upper"].get<double>() == Approx(0.3073).margin(5e-5));
  CHECK(has(run("proportion 36/154").out, "23.4% (17.4 to 30.7)"));
  check_refused("proportion 3/2", "at most as many events");
  check_refused("proportion 1/2 1/2", "found 2");
}

TEST_CASE("calc tests against a margin on the side that the margin lies", "[cli]") {
  const auto margin_tests = [](const std::string& more) {
    json tests = json::array();
    const json object = parsed("calc 24/61 10/35 --margin " + more);
    for (const json& one : object["tests"])
      if (one.contains("margins")) tests.push_back(one);
    return tests;
  };
  const json below = margin_tests("rd=-0.1");
  REQUIRE(below.size() == 1);
  CHECK(below[0]["method"] == "farrington-manning");
  CHECK(below[0]["alternative"] == "greater");
  CHECK(below[0]["measure"] == "risk-difference");
  CHECK(below[0]["margins"] == json({-0.1}));
  CHECK(margin_tests("rr=1.25")[0]["alternative"] == "less");
  CHECK(margin_tests("0.1")[0]["measure"] == "risk-difference");
  CHECK(margin_tests("0.8 --measure or")[0]["measure"] == "odds-ratio");
  const json both = margin_tests("rr=0.8,1.25");
  REQUIRE(both.size() == 3);
  CHECK(both[2]["alternative"] == "equivalence");
  CHECK(both[2]["p"] == std::max(both[0]["p"].get<double>(), both[1]["p"].get<double>()));
  CHECK(margin_tests("rd=0.1 --test all").size() == 2);
  CHECK(has(run("calc 24/61 10/35 --margin rd=-0.1").out, "risk difference above -10.0 pp"));
  CHECK(has(run("compare cairo6 --outcome cd3 --margin rr=1.25").out, "P (margin)"));
}

TEST_CASE("margins that are none are refused", "[cli]") {
  check_refused("calc 1/2 1/2 --margin x", "--margin: expected a number");
  check_refused("calc 1/2 1/2 --margin nnt=3", "expected rd, rr or or");
  check_refused("calc 1/2 1/2 --margin rd=10", "between -1 and 1");
  check_refused("calc 1/2 1/2 --margin rr=-1", "above 0");
  check_refused("calc 1/2 1/2 --margin rr=1", "than that of no effect");
  check_refused("calc 1/2 1/2 --margin rr=1.25,0.8", "lower margin first");
  check_refused("calc 1/2 1/2 --margin rr=1,2,3", "or two");
  check_refused("calc 1/2 1/2 --test farrington-manning", "give one");
}

TEST_CASE("unconditional tests take Berger and Boos's gamma and show where P is largest", "[cli]") {
  // SAS 9.4 and R: tests/reference/unconditional.csv
  const json plain = parsed("calc 7/34 1/34 --test barnard")["tests"][0];
  CHECK(plain["p"].get<double>() == Approx(0.0281).margin(5e-5));
  CHECK(plain["nuisance"].is_number());
  CHECK(plain["p_error"].is_number());
  const json restricted = parsed("calc 7/34 1/34 --test barnard --berger-boos 1e-6")["tests"][0];
  CHECK(restricted["p"] != plain["p"]);
  CHECK(has(run("calc 7/34 1/34 --test barnard").out, "largest at a common risk of 0."));
  check_refused("calc 7/34 1/34 --berger-boos 1", "--berger-boos: expected a number from 0 to 0.05");
}

TEST_CASE("every format of the new commands, within 80 columns of ASCII", "[cli]") {
  for (const std::string command :
       {"table '28,5,4;29,7,6;1,2,3' --alternative less", "strata 3/10,0/12 2/5,0/6 --ci all --test all",
        "means 1,2,1 1,2,2 --ci all", "paired 6 16 161 --ci all --test all", "proportion 0/10 --ci all",
        "selftest --all", "table --help", "strata --help", "means --help", "paired --help",
        "proportion --help", "selftest --help"}) {
    const Outcome text =
        run(command + (has(command, "selftest") || has(command, "help") ? "" : " --explain"), "LC_ALL=C");
    INFO(command << ": " << text.err);
    CHECK(text.status == 0);
    std::istringstream lines(text.out);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(line.size() <= 80);
    }
    if (has(command, "help")) continue;
    CHECK(json::accept(run(command + " --format json").out));
    CHECK(has(run(command + " --format csv").out, "\r\n"));
    CHECK(has(run(command + " --format markdown").out, "| --- |"));
  }
}

TEST_CASE("--explain has each formula with its source", "[cli]") {
  const std::string means = run("means 317,122,37 334,155,42 --explain").out;
  CHECK(has(means, "SE = sqrt(122^2 / 37 + 155^2 / 42) ="));
  CHECK(has(means, "T = (317 - 334) /"));
  CHECK(has(run("paired 6 16 161 --explain").out, "(6 - 16)^2 / (6 + 16)"));
  CHECK(has(run("strata 16/27,5/25 12/28,7/26 --explain").out, "Robins, Breslow & Greenland"));
  CHECK(has(run("table '28,5,4;29,7,6' --explain").out, "Source: Freeman & Halton"));
}
