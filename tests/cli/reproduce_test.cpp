#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "cli/process.hpp"
#include "paths.hpp"

using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("reproduce prints the paper's table", "[cli]") {
  const Outcome outcome = run("reproduce cairo6 --table 'Table 2' --format markdown");
  CHECK(outcome.status == 1);  // 2 (3) where the arms add to 3, and 1 of 42 as 1%
  CHECK(outcome.err.empty());
  // JAMA Surg 2021;156:710, Table 2
  for (const char* text :
       {"**Table 2. Intraoperative and Postoperative Characteristics of the Modified Intention-to-Treat "
        "Population**",
        "Perioperative therapy (n = 37) | CRS-HIPEC alone (n = 42) | Total (n = 79) | P value |",
        "| **Intraoperative characteristics** |",
        "| &emsp;Macroscopic complete | 33 (89) | 36 (86) | 69 (87) | .74",
        "| &emsp;Yes | 8 (22) | 14 (33) | 22 (28) | .25", "5 (0-34)", "317 (122)", "326 (140)",
        "| 1 (3)/(6) | 3 (7)/(12) | 4 (5)/(10) |", "2 (3) \\[3\\] \u2717", "1 (1) \\[(2)\\] \u2717",
        "8 (6-16)", "| No HIPEC performed | 4 | 6 | 10 |", "discrepant: 1/42 is 2.381%"}) {
    INFO(text);
    CHECK(has(outcome.out, text));
  }
}

TEST_CASE("reproduce finds a table by name or number", "[cli]") {
  const Outcome second = run("reproduce cairo6 --table 2");
  CHECK(has(second.out, "Table 2."));
  CHECK_FALSE(has(second.out, "Table 1."));
  for (const char* name : {"'Table 2'", "'TABLE 2'", "table2"})
    CHECK(run(std::string("reproduce cairo6 --table ") + name).out == second.out);
  const std::string two = run("reproduce cairo6 --table 4 --table 3").out;
  CHECK(two.find("Table 4.") < two.find("Table 3."));
  CHECK(has(run("reproduce cairo6").out, "Table 1."));
  const Outcome unknown = run("reproduce cairo6 --table tabel2");
  CHECK(unknown.status == 2);
  CHECK(unknown.out.empty());
  CHECK(has(unknown.err, "did you mean \"Table 2\"?"));
  CHECK(has(run("reproduce cairo6 --table 7").err, "Table 1, Table 2, Table 3, Table 4"));
  CHECK(run("reproduce").status == 2);
  CHECK(run("reproduce verwaal").status == 2);
}

TEST_CASE("reproduce has an exit status for the tables it prints", "[cli]") {
  for (const char* format : {"text", "json", "csv", "markdown"}) {
    const std::string option = std::string(" --format ") + format;
    INFO(format);
    CHECK(run("reproduce cairo6 --table 4" + option).status == 0);
    CHECK(run("reproduce cairo6 --table 2" + option).status == 1);
  }
}

TEST_CASE("reproduce --format json and csv give each cell", "[cli]") {
  const json object = json::parse(run("reproduce cairo6 --table 2 --format json").out);
  CHECK(object["schema"] == "trialcalc/reproduce/1");
  REQUIRE(object["tables"].size() == 1);
  const json& table = object["tables"][0];
  CHECK(table["columns"][0] == json({{"id", "experimental"}, {"name", "Perioperative therapy"}}));
  std::size_t found = 0;
  for (const json& row : table["rows"])
    if (row.value("id", "") == "reoperation-events" && row.value("category", "") == "hemorrhage-3") {
      ++found;
      const json& cell = row["cells"]["control"];
      CHECK(cell["printed"] == "1 (1)");
      CHECK(cell["recomputed"] == "1 (2)");
      CHECK(cell["verdict"] == "discrepant");
      CHECK(cell["findings"].size() == 2);
    }
  CHECK(found == 1);
  const std::string csv = run("reproduce cairo6 --table 2 --format csv").out;
  CHECK(csv.starts_with("table,heading,id,category,label,column,printed,recomputed,verdict,reason\r\n"));
  CHECK(
      has(csv,
          "Table 2,Postoperative characteristics,cd3,events,Yes,experimental,8 (22),8 (22),reproduced,\r\n"));
  CHECK(has(csv, "control,1 (1),1 (2),discrepant,"));
}

TEST_CASE("reproduce shows a planted P value with what was recomputed", "[cli]") {
  json trial = json::parse(text_of(trialcalc::tests::source_dir() + "/data/trials/cairo6.json"));
  for (json& outcome : trial["outcomes"])
    for (json& reported : outcome["reported"])
      if (outcome["id"] == "anastomosis" && reported["where"] == "Table 2") reported["p"] = ".93";
  const Outcome outcome = run("reproduce - --table 2", "LC_ALL=C.UTF-8", trial.dump());
  CHECK(outcome.status == 1);
  CHECK(has(outcome.out, ".93 [.23] \u2717"));
  const Outcome ascii = run("reproduce - --table 2", "LC_ALL=C", trial.dump());
  CHECK(has(ascii.out, ".93 [.23] x#"));
}

TEST_CASE("reproduce keeps to eighty columns and to ASCII where the locale is", "[cli]") {
  std::istringstream lines(run("reproduce cairo6", "LC_ALL=C").out);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(line.size() <= 80);
    CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
  }
}
