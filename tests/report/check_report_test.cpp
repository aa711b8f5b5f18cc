#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "report/check_report.hpp"
#include "report/check_view.hpp"
#include "report/reproduce_cell.hpp"

using namespace trialcalc;
using namespace trialcalc::report;

namespace {

Finding finding(const std::string& id, const std::string& kind, const std::string& reported,
                Verdict verdict) {
  Finding one;
  one.id = id;
  one.source = "paper";
  one.where = "Table 1";
  one.outcome = "o";
  one.arm = "total";
  one.kind = kind;
  one.label = "Deaths";
  one.reported = reported;
  one.verdict = verdict;
  one.reason = "why";
  return one;
}

Check example() {
  Check check{"t", "Trial", {}, {}, {}};
  check.findings.push_back(finding("f1", "percent", "30", Verdict::discrepant));
  check.findings.push_back(finding("f2", "count", "3", Verdict::discrepant));
  check.findings.push_back(finding("f3", "identity", "1 + 1 = 3", Verdict::discrepant));
  check.findings.push_back(finding("f4", "count", "7", Verdict::reproduced));
  check.findings.push_back(finding("f5", "median", "4", Verdict::not_checkable));
  check.findings[1].recomputed = 2;
  check.findings[2].follows_from = "f2";
  return check;
}

}  // namespace

TEST_CASE("what most follows from comes first, with what follows below it", "[report]") {
  const Check check = example();
  const auto roots = discrepant_roots(check);
  REQUIRE(roots.size() == 2);
  CHECK(roots[0].finding->id == "f2");
  REQUIRE(roots[0].follows.size() == 1);
  CHECK(roots[0].follows[0]->id == "f3");
  CHECK(roots[1].finding->id == "f1");
  CHECK(check_text(check, {}, Detail::notable) ==
        "Trial (t)\n"
        "4 printed numbers, and 1 sum or bound among them\n"
        "\n"
        "  1  reproduced\n"
        "  0  explained\n"
        "  0  compatible\n"
        "  3  discrepant\n"
        "  1  not-checkable\n"
        "\n"
        "Discrepant: 2, and 1 that follows\n"
        "    printed  recomputed\n"
        "          3           2  Table 1, total\n"
        "                         Deaths\n"
        "                         why\n"
        "  1 + 1 = 3                follows: Table 1, total\n"
        "                           Deaths\n"
        "                           why\n"
        "\n"
        "        30%              Table 1, total\n"
        "                         Deaths\n"
        "                         why\n"
        "\n"
        "Not checkable\n"
        "  1  why\n"
        "\n"
        "--all lists every number.\n");
}

TEST_CASE("discrepancies that name each other do not hang the report", "[report]") {
  Check check = example();
  check.findings[0].follows_from = "f3";
  check.findings[1].follows_from = "f1";
  CHECK(discrepant_roots(check).size() <= 3);
  check.findings[1].follows_from = "nowhere";
  std::size_t shown = 0;
  for (const Root& root : discrepant_roots(check)) shown += 1 + root.follows.size();
  CHECK(shown == 3);
}

TEST_CASE("a check as JSON leaves follows_from out at a root", "[report]") {
  const Check check = example();
  const auto object = nlohmann::json::parse(check_json(std::span(&check, 1)));
  CHECK(object["findings"][2]["follows_from"] == "f2");
  CHECK_FALSE(object["findings"][1].contains("follows_from"));
  CHECK(object["findings"][1]["recomputed"] == 2);
  CHECK(object["findings"][0]["recomputed"].is_null());
  CHECK(object["summary"]["not-checkable"] == 1);
  const std::vector<Check> none;
  CHECK(nlohmann::json::parse(check_json(none))["checks"].empty());
}

TEST_CASE("one thing said of one number in several places is said once", "[report]") {
  Check check = example();
  check.findings.push_back(check.findings[0]);
  check.findings.back().id = "f6";
  check.findings.back().where = "Abstract";
  const auto values = repeated(check, {&check.findings[0], &check.findings[5]});
  REQUIRE(values.size() == 1);
  CHECK(place(values[0]) == "Table 1; Abstract, total");
}

TEST_CASE("a recomputed value takes the form of the printed one", "[report]") {
  CHECK(in_form_of(".20", 0.2536) == ".25");
  CHECK(in_form_of("0.20", 0.2536) == "0.25");
  CHECK(in_form_of("0\u00B720", 0.2536) == "0\u00B725");
  CHECK(in_form_of("22", 21.62) == "22");
  CHECK(in_form_of("1.5", -0.04) == "0.0");
}

TEST_CASE("a cell is composed as papers print it", "[report]") {
  Check check = example();
  check.findings = {finding("f1", "count", "1", Verdict::reproduced),
                    finding("f2", "percent", "3", Verdict::discrepant),
                    finding("f3", "percent", "6", Verdict::reproduced),
                    finding("f4", "mean", "317", Verdict::reproduced),
                    finding("f5", "sd", "122", Verdict::reproduced),
                    finding("f6", "n", "37", Verdict::reproduced),
                    finding("f7", "median", "41.7", Verdict::reproduced),
                    finding("f8", "lower", "36.2", Verdict::reproduced),
                    finding("f9", "upper", "53.8", Verdict::reproduced)};
  check.findings[1].recomputed = 4.2;
  CHECK(printed_cell({{0, 1, 2}, {}, {}}, check) == "1 (3)/(6)");
  CHECK(recomputed_cell({{0, 1, 2}, {}, {}}, check) == "1 (4)/(6)");
  CHECK(differing_numbers({{0, 1, 2}, {}, {}}, check) == "(4)");
  CHECK(printed_cell({{3, 4}, {}, {}}, check) == "317 (122)");
  CHECK(printed_cell({{5}, {}, {}}, check) == "n = 37");
  CHECK(printed_cell({{0, 5, 2}, {}, {}}, check) == "1/37 (6)");
  CHECK(printed_cell({{6, 7, 8}, {}, {}}, check) == "41.7 (36.2-53.8)");
  CHECK(cell_verdict({{0, 1}, {}, {}}, check) == Verdict::discrepant);
}
