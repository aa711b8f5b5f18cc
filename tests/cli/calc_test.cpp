#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "cli/process.hpp"
#include "trialcalc/methods.hpp"

using nlohmann::json;

namespace {

void check_refused(const std::string& arguments, const std::string& message) {
  INFO(arguments);
  const Outcome outcome = run(arguments);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  INFO(outcome.err);
  CHECK(outcome.err.find(message) != std::string::npos);
}

}  // namespace

TEST_CASE("calc prints the risk ratio and risk difference by the usual methods", "[cli]") {
  const Outcome outcome = run("calc 8/37 14/42 --style jama");
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  // JAMA Surg 2021;156:710, Table 2 and Abstract: 22% and 33%, 0.65 (0.31-1.37), P = .25
  for (const char* text :
       {"8 / 37", "14 / 42", "22%", "33%", "0.65 (0.31-1.37)", "Katz log", ".25", "Pearson"}) {
    INFO(text);
    CHECK(outcome.out.find(text) != std::string::npos);
  }
}

TEST_CASE("calc --format json has the contract's form", "[cli]") {
  const Outcome outcome = run("calc 8/37 14/42 --ci all --test all --format json");
  REQUIRE(outcome.status == 0);
  CHECK(outcome.err.empty());
  const json object = json::parse(outcome.out);
  CHECK(object["schema"] == "trialcalc/comparison/1");
  CHECK(object["level"] == 0.95);
  CHECK(object["arms"]["experimental"] == json({{"events", 8}, {"total", 37}}));
  CHECK(object["arms"]["control"] == json({{"events", 14}, {"total", 42}}));
  CHECK(object["risks"]["control"]["estimate"] == 14.0 / 42);
  CHECK(object["risks"]["experimental"]["intervals"].size() == trialcalc::proportion::methods().size());
  CHECK(object["measures"]["risk-ratio"]["intervals"].size() == trialcalc::risk_ratio::methods().size());
  CHECK(object["measures"]["odds-ratio"]["intervals"].size() == trialcalc::odds_ratio::methods().size());
  CHECK(object["measures"]["nnt"]["intervals"].size() == trialcalc::risk_difference::methods().size());
  CHECK(object["tests"].size() == trialcalc::two_by_two::methods().size());
  CHECK(object["tests"][0]["method"] == "pearson");
  CHECK(object["tests"][0]["alternative"] == "two-sided");
  CHECK(object["tests"][0]["df"] == 1);
  CHECK(object["tests"][0]["p"].get<double>() == Approx(0.2465).margin(5e-5));
}

TEST_CASE("what is not asked for is not computed", "[cli]") {
  const json object =
      json::parse(run("calc 8/37 14/42 --measure rr --ci koopman --test fisher --format json").out);
  CHECK(object["measures"].size() == 1);
  CHECK(object["measures"]["risk-ratio"]["intervals"].size() == 1);
  CHECK(object["measures"]["risk-ratio"]["intervals"][0]["method"] == "koopman");
  CHECK(object["risks"]["control"]["intervals"][0]["method"] == "wilson");
  CHECK(object["tests"].size() == 1);
}

TEST_CASE("what cannot be estimated is null with a reason", "[cli]") {
  const json none = json::parse(run("calc 0/10 0/12 --format json").out);
  CHECK(none["measures"]["risk-ratio"]["estimate"].is_null());
  CHECK(none["measures"]["risk-ratio"]["reason"].is_string());
  CHECK(none["measures"]["risk-ratio"]["intervals"][0]["lower"].is_null());
  CHECK(none["measures"]["risk-ratio"]["intervals"][0]["reason"] == "zero cell");
  CHECK(none["measures"]["nnt"]["estimate"] == "inf");
  CHECK(none["tests"][0]["p"].is_null());
  const json infinite = json::parse(run("calc 3/10 0/12 --ci koopman --format json").out);
  CHECK(infinite["measures"]["risk-ratio"]["estimate"] == "inf");
  CHECK(infinite["measures"]["risk-ratio"]["intervals"][0]["upper"] == "inf");
}

TEST_CASE("the number needed to treat goes through infinity", "[cli]") {
  const json nnt = json::parse(run("calc 8/37 14/42 --measure nnt --format json").out)["measures"]["nnt"];
  CHECK(nnt["estimate"].get<double>() == Approx(-1 / 0.117117).epsilon(1e-5));
  CHECK(nnt["intervals"][0]["through_infinity"] == true);
  CHECK(run("calc 8/37 14/42 --measure nnt").out.find("NNTB 8.5 (NNTH 12.3 to \u221E to NNTB 3.3)") !=
        std::string::npos);
  // Harm stands first, as Altman writes it.
  CHECK(run("calc 8/37 14/42 --measure nnt --more-is-better")
            .out.find("NNTH 8.5 (NNTH 3.3 to \u221E to NNTB 12.3)") != std::string::npos);
  // Wilson limits .0552 .1744 and .3094 .4980 by hand, and so -.3 - .1078 and -.3 + .1172 (Newcombe 1998).
  const Outcome clear = run("calc 10/100 40/100 --measure nnt");
  CHECK(clear.out.find("NNTB 3.3 (2.5 to 5.5)") != std::string::npos);
}

TEST_CASE("bad counts are refused with the argument and what was expected", "[cli]") {
  check_refused("calc 8/0 1/2", "the first argument \"8/0\": expected a total of at least 1");
  check_refused("calc 1/2 9/8", "the second argument \"9/8\": expected at most as many events as patients");
  check_refused("calc 8/37", "found only \"8/37\"");
  check_refused("calc", "expected two arguments");
  check_refused("calc 1/2 1/2 1/2", "found 3");
  for (const char* bad : {"1e3/5", "-1/5", "1.5/5", "+1/5", "' 1/5'", "1/5x", "/5", "5/", "/", "1/2/3",
                          "0x1/5", "''", "1", "\u0661/5", "1,000/2"}) {
    check_refused("calc " + std::string(bad) + " 1/2", "the first argument");
    check_refused("calc 1/2 " + std::string(bad), "the second argument");
  }
  check_refused("calc 99999999999999999999/99999999999999999999 1/2", "at most 1000000000 patients");
  check_refused("calc 1/1000000001 1/2", "at most 1000000000 patients");
}

TEST_CASE("bad options are refused with the nearest", "[cli]") {
  check_refused("calc 1/2 1/2 --ci katz-lgo", "did you mean \"katz-log\"?");
  check_refused("calc 1/2 1/2 --test fischer", "did you mean \"fisher\"?");
  check_refused("calc 1/2 1/2 --test fisher-exact", "did you mean \"fisher\"?");
  check_refused("calc 1/2 1/2 --test mcnemar", "see 'trialcalc methods mcnemar'");
  check_refused("calc 1/2 1/2 --levle 95", "did you mean \"--level\"?");
  check_refused("calc 1/2 1/2 --measure xr", "--measure: there is no \"xr\"");
  check_refused("calc 1/2 1/2 --style lancte", "did you mean \"lancet\"?");
  check_refused("calc 1/2 1/2 --format ndjson", "does not write ndjson");
  check_refused("calc 1/2 1/2 --alternative both", "expected one of two-sided, less, greater");
  for (const char* level : {"0", "100", "0.95", "-5", "abc", "nan", "inf", "1e2", "''", "95%"})
    check_refused("calc 1/2 1/2 --level " + std::string(level), "--level: expected per cent");
  check_refused("calc 1/2 1/2 --digits -1", "--digits: expected a whole number");
  check_refused("calc 1/2 1/2 --measure rr --ci newcombe", "which --measure leaves out");
  check_refused("calk 1/2 1/2", "did you mean \"calc\"?");
  check_refused("", "expected a subcommand");
}

TEST_CASE("keys are read in any letter case", "[cli]") {
  const std::string plain = run("calc 8/37 14/42 --measure rr,or --ci katz-log --test n-1").out;
  CHECK(run("calc 8/37 14/42 --measure RR,Odds-Ratio --ci Katz-Log --test N-1").out == plain);
}

TEST_CASE("a test against a margin is made on the side that is asked for", "[cli]") {
  // 40-digit likelihood, tests/reference/noninferiority.py
  const auto p = [](const std::string& options) {
    const auto object = nlohmann::json::parse(
        run("calc 36/154 12/77 --test farrington-manning --format json " + options).out);
    return object["tests"].back()["p"].get<double>();
  };
  CHECK(p("--margin rd=-.1") == Approx(0.001577125782758772).epsilon(1e-10));
  CHECK(p("--margin rd=-.1 --alternative greater") == Approx(0.001577125782758772).epsilon(1e-10));
  CHECK(p("--margin rd=-.1 --alternative less") == Approx(0.9984228742172412).epsilon(1e-10));
  CHECK(p("--margin rd=.05 --alternative greater") == Approx(0.3046850682521341).epsilon(1e-10));
}

TEST_CASE("an interval that is asked for brings its measure", "[cli]") {
  CHECK(run("calc 8/37 14/42 --ci woolf").out.find("Odds ratio") != std::string::npos);
}

TEST_CASE("output is ASCII where the locale is, and the same bytes whatever its numbers", "[cli]") {
  const Outcome ascii = run("calc 8/37 14/42 --measure all --style lancet --explain", "LC_ALL=C");
  CHECK(std::all_of(ascii.out.begin(), ascii.out.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  CHECK(ascii.out.find("NNTH 12.3 to inf to NNTB 3.3") != std::string::npos);
  CHECK(run("calc 8/37 14/42 --format json", "LC_ALL=de_DE.UTF-8").out ==
        run("calc 8/37 14/42 --format json", "LC_ALL=C").out);
}

TEST_CASE("no line is wider than 80 columns", "[cli]") {
  for (const char* arguments :
       {"calc 8/37 14/42 --ci all --test all --measure all", "compare cairo6", "show cairo6", "methods",
        "--help", "calc --help", "compare --help", "compare prodige7 --outcome ae60"}) {
    std::istringstream lines(run(arguments, "LC_ALL=C").out);
    for (std::string line; std::getline(lines, line);) {
      INFO(arguments << ": " << line);
      CHECK(line.size() <= 80);
    }
  }
}

TEST_CASE("results go to a file at once or not at all", "[cli]") {
  const Scratch scratch;
  const std::string file = (scratch / "result.json").string();
  const Outcome good = run("calc 8/37 14/42 --format json --output '" + file + "'");
  CHECK(good.status == 0);
  CHECK(good.out.empty());
  CHECK(text_of(file) == run("calc 8/37 14/42 --format json").out);
  const Outcome bad = run("calc 8/37 14/42 --output '" + (scratch / "none").string() + "/x'");
  CHECK(bad.status == 2);
  CHECK(bad.err.find("cannot write") != std::string::npos);
  if (std::filesystem::exists("/dev/full")) {
    const Outcome full = run("calc 8/37 14/42 --output /dev/full");
    CHECK(full.status == 2);
    CHECK(full.err.find("No space left") != std::string::npos);
  }
}

TEST_CASE("colour stands beside signs, and only where it is wanted", "[cli]") {
  CHECK(run("compare cairo6 --outcome cd3").out.find("\x1b[") == std::string::npos);
  CHECK(run("compare cairo6 --outcome cd3 --color always").out.find("\x1b[32m") != std::string::npos);
  CHECK(run("compare cairo6 --outcome cd3 --color never").out.find("\x1b[") == std::string::npos);
}

TEST_CASE("help has a sentence, usage, examples, options and exit statuses", "[cli]") {
  for (const char* name : {"list", "show", "compare", "calc", "methods", "validate", "new"}) {
    const Outcome help = run(std::string(name) + " --help");
    INFO(name);
    CHECK(help.status == 0);
    CHECK(help.err.empty());
    for (const char* part : {"Usage: trialcalc ", "Examples:", "Output:", "Exit status:"})
      CHECK(help.out.find(part) != std::string::npos);
  }
  CHECK(run("--version").out.starts_with("trialcalc "));
}
