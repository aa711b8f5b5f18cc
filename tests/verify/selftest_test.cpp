#include <stdexcept>

#include "catch.hpp"
#include "cli/process.hpp"
#include "trialcalc/selftest.hpp"

using namespace trialcalc;

TEST_CASE("every shipped example is complete and is reproduced", "[verify]") {
  const auto examples = shipped_examples();
  CHECK(examples.size() > 200);
  for (const WorkedExample& example : examples) {
    INFO(example.family << ' ' << example.method << ' ' << example.input << ' ' << example.quantity
                        << " from " << example.source);
    CHECK_FALSE(example.source.empty());
    CHECK(recompute(example).reproduced);
  }
}

TEST_CASE("a worked example that is not reproduced is found", "[verify]") {
  // SAS prints .0259.
  CHECK(recompute({"test", "pearson", "11/15 2/8", "", "p", ".0259", "SAS"}).reproduced);
  CHECK_FALSE(recompute({"test", "pearson", "11/15 2/8", "", "p", ".0258", "SAS"}).reproduced);
  CHECK_FALSE(recompute({"risk-ratio", "katz-log", "0/15 2/8", "", "upper", "1.0", "none"}).computed);
}

TEST_CASE("examples that cannot be read are refused", "[verify]") {
  for (const WorkedExample& bad :
       std::vector<WorkedExample>{{"tets", "pearson", "11/15 2/8", "", "p", ".0259", "x"},
                                  {"test", "paerson", "11/15 2/8", "", "p", ".0259", "x"},
                                  {"test", "pearson", "11/15", "", "p", ".0259", "x"},
                                  {"test", "pearson", "11/15 2/8", "level", "p", ".0259", "x"},
                                  {"test", "pearson", "11/15 2/8", "", "q", ".0259", "x"},
                                  {"test", "pearson", "11/15 2/8", "", "p", "", "x"},
                                  {"table", "pearson", "1,2;3", "", "p", ".5", "x"},
                                  {"risk-ratio", "katz-log", "11/15 2/8", "", "median", "2.9", "x"},
                                  {"test", "pearson", "11/15 2/8", "alternative=more", "p", ".1", "x"},
                                  {"test", "pearson", "11/15 2/8", "width=3", "p", ".1", "x"},
                                  {"strata-tets", "cmh", "16/27,5/25 12/28,7/26", "", "p", ".1", "x"}})
    CHECK_THROWS_AS(recompute(bad), std::invalid_argument);
  CHECK_THROWS_AS(read_examples("a\n1,2\n"), std::invalid_argument);
  CHECK(read_examples("a\n# none\n\nf,m,i,o,q,1,\"s, t\"\r\n").at(0).source == "s, t");
}

TEST_CASE("selftest prints a record", "[cli]") {
  const Outcome outcome = run("selftest");
  CHECK(outcome.status == 0);
  CHECK(outcome.out.find("published numbers reproduced") != std::string::npos);
  CHECK(run("selftest --all").out.find("Newcombe 1998, Stat Med 17:873") != std::string::npos);
  CHECK(run("selftest --format json").out.find("\"failed\": 0") != std::string::npos);
}
