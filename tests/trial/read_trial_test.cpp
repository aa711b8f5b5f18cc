#include "trialcalc/read_trial.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "paths.hpp"

using namespace trialcalc;

namespace {

/// A small valid trial; its lines are counted in the tests.
const std::string base = R"({
  "schema": "trialcalc/trial/1", "id": "small", "name": "Small",
  "arms": [
    {"id": "new", "name": "New", "role": "experimental"},
    {"id": "old", "name": "Old", "role": "control"}
  ],
  "sources": [{"id": "paper", "kind": "paper"}],
  "populations": [
    {"id": "itt", "name": "ITT", "n": {"new": 37, "old": 42}}
  ],
  "outcomes": [
    {"id": "harm", "name": "Harm", "kind": "binary", "population": "itt",
     "events": {"new": 8, "old": 14},
     "reported": [
       {"source": "paper", "where": "Table 2", "p": ".25",
        "rows": [{"category": "events", "cells": {"new": {"count": "8"}}}]}
     ]}
  ]
}
)";

/// The text with one part replaced, which must be there.
std::string with(std::string text, const std::string& part, const std::string& by) {
  INFO(part);
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

std::vector<ReadError> errors_of(const std::string& text) {
  try {
    read_trial(text, "small.json");
  } catch (const BadTrial& bad) {
    CHECK(bad.errors().size() <= max_errors_listed);
    return bad.errors();
  }
  return {};
}

/// Just one error, there, that says this.
void check_error(const std::string& text, const std::string& pointer, std::size_t line,
                 const std::string& says) {
  const auto errors = errors_of(text);
  for (const ReadError& error : errors) UNSCOPED_INFO(error.text());
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].file == "small.json");
  CHECK(errors[0].pointer == pointer);
  CHECK(errors[0].line == line);
  INFO(says);
  CHECK(errors[0].text().find(says) != std::string::npos);
}

std::string file_text(const std::string& path) {
  std::ifstream file(trialcalc::tests::source_dir() + "/" + path);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a valid trial is read", "[trial]") {
  const Trial trial = read_trial(base, "small.json");
  CHECK(trial.id == "small");
  REQUIRE(trial.arms.size() == 2);
  CHECK(trial.arms[0].role == Role::experimental);
  REQUIRE(trial.outcomes.size() == 1);
  CHECK(trial.outcomes[0].events.at("old") == 14);
  CHECK(trial.outcomes[0].reported[0].p == ".25");
  CHECK(trial.outcomes[0].reported[0].rows[0].cells.at("new").count == "8");
}

TEST_CASE("every key of the format is read", "[trial]") {
  const Trial trial = read_trial(file_text("tests/trial/full_trial.json"), "full_trial.json");
  CHECK(trial.outcomes[0].reported[0].effect->method == "katz-log");
  CHECK(trial.outcomes[0].aliases == std::vector<std::string>{"morbidity"});
  CHECK(trial.outcomes[1].categories[0].counts.at("old") == 29);
  CHECK(trial.outcomes[2].reported[0].rows[0].cells.at("new").iqr == "5-15");
  CHECK(trial.identities[0].relation == Relation::at_least);
  CHECK(trial.design->stopping[0].difference_above == "20");
  CHECK(trial.quoted[0].missing == "its counts");
}

TEST_CASE("a comment and a schema reference are allowed", "[trial]") {
  CHECK(errors_of(with(base, "\"id\": \"small\"", R"("$schema": "x", "$comment": ["any", 1], "id": "small")"))
            .empty());
}

TEST_CASE("a file that is not a trial in JSON", "[trial]") {
  check_error("", "", 1, "an empty file");
  check_error(" \n\t\n", "", 1, "an empty file");
  check_error("not JSON", "", 1, "expected JSON");
  check_error("[]", "", 1, "expected an object, found an array");
  check_error("null", "", 1, "expected an object, found null");
  check_error("\"text\"", "", 1, "found \"text\"");
  check_error("\xEF\xBB\xBF" + base, "", 1, "byte-order mark");
  check_error(base + "{}", "", 20, "expected JSON");
  check_error(base + std::string(1, '\0') + "garbage", "", 20, "a NUL byte");
  check_error(with(base, "\"id\": \"small\",", "'id': 'small',"), "", 2, "expected JSON");
  check_error(with(base, "\"kind\": \"paper\"", "\"kind\": paper"), "/sources/0/kind", 7, "invalid literal");
  check_error(with(base, "]\n}\n", "],\n}\n"), "", 19, "expected JSON");
}

TEST_CASE("a file cut anywhere is refused", "[trial]") {
  const std::size_t whole = base.rfind('}');
  for (std::size_t length = 0; length <= whole; ++length) {
    const auto errors = errors_of(base.substr(0, length));
    INFO(length);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].line >= 1);
    CHECK(errors[0].line <= 19);
  }
  check_error(base.substr(0, base.find("\"where\"")), "/outcomes/0/reported/0", 15, "the end of the file");
}

TEST_CASE("invalid UTF-8 is refused, and the message is valid", "[trial]") {
  for (const std::string bytes : {"\xFF", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "a\x80"}) {
    const auto errors = errors_of(with(base, "\"Harm\"", "\"" + bytes + "\""));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].line == 12);
    CHECK(errors[0].pointer == "/outcomes/0/name");
    INFO(errors[0].text());
    const std::string text = errors[0].text();
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }));
  }
}

TEST_CASE("duplicate keys are refused, all of them", "[trial]") {
  check_error(with(base, "{\"new\": 8,", "{\"new\": 8, \"new\": 8,"), "/outcomes/0/events/new", 13,
              "\"new\" again");
  check_error(with(base, "\"name\": \"Small\"", "\"name\": \"Small\", \"\\u006eame\": \"S\""), "/name", 2,
              "\"name\" again");
  const std::string twice = with(with(base, "\"id\": \"harm\",", "\"id\": \"harm\", \"id\": \"harm\","),
                                 "\"kind\": \"paper\"", "\"kind\": \"paper\", \"kind\": \"paper\"");
  CHECK(errors_of(twice).size() == 2);
}

TEST_CASE("deep nesting is refused", "[trial]") {
  check_error(std::string(10'000, '['), "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", 1,
              "at most 32 nested brackets");
  std::string objects;
  for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
  CHECK(errors_of(objects).size() == 1);
}

TEST_CASE("numbers that count no patients are refused", "[trial]") {
  const auto events = [](const std::string& number) {
    return with(base, "\"new\": 8", "\"new\": " + number);
  };
  const char* at = "/outcomes/0/events/new";
  check_error(events("1e400"), at, 13, "1e400");
  check_error(events("-1e400"), at, 13, "1e400");
  check_error(events("-1"), at, 13, "a whole number from 0 to 1000000000, found the number -1");
  check_error(events("8.5"), at, 13, "found the number 8.5");
  check_error(events("8.0"), at, 13, "found the number 8.0");
  check_error(events("8e0"), at, 13, "found the number 8e0");
  check_error(events("1000000001"), at, 13, "a whole number");
  check_error(events("99999999999999999999"), at, 13, "a whole number");
  check_error(events("18446744073709551615"), at, 13, "a whole number");
  check_error(events("\"8\""), at, 13, "found \"8\"");
  check_error(events("null"), at, 13, "found null");
  check_error(events("true"), at, 13, "found true");
  check_error(events("[8]"), at, 13, "found an array");
  check_error(events("38"), at, 13, "at most the 37 patients of the arm, found 38");
  check_error(events("08"), "/outcomes/0/events", 13, "expected JSON");
  check_error(events("+8"), at, 13, "expected JSON");
  check_error(events("NaN"), at, 13, "expected JSON");
  check_error(with(base, "\"old\": 14}", "\"total\": 80}"), "/outcomes/0/events/total", 13,
              "at most the 79 patients");
  check_error(with(base, "{\"new\": 37,", "{\"new\": 0,"), "/populations/0/n/new", 9, "at least one patient");
}

TEST_CASE("the line is the one on which a value ends", "[trial]") {
  check_error(with(base, "\"new\": 8, ", "\"new\":\n-8\n\n,"), "/outcomes/0/events/new", 14, "-8");
  check_error(with(base, "\"new\": 8, \"old\": 14}", "\"old\": 14, \"new\": -8\n}"), "/outcomes/0/events/new",
              13, "-8");
}

TEST_CASE("printed values are strings", "[trial]") {
  const auto p = [](const std::string& value) { return with(base, "\".25\"", value); };
  const char* at = "/outcomes/0/reported/0/p";
  check_error(p("0.25"), at, 15,
              "a printed value as a string, such as \".25\" or \"<.001\", found the number 0.25");
  check_error(p("1"), at, 15, "found the number 1");
  check_error(p("null"), at, 15, "found null");
  check_error(p("\"\""), at, 15, "found \"\"");
  check_error(p("\"high\""), at, 15, "found \"high\"");
  check_error(p("\"1\\u0007\""), at, 15, "a printed value");
  check_error(p("\"" + std::string(33, '1') + "\""), at, 15, "a printed value");
  for (const char* good : {"\"<.001\"", "\"0·43\"", "\"NS\"", "\"n.s.\"", "\"≥0,05\""})
    CHECK(errors_of(p(good)).empty());
  check_error(with(base, "\"8\"", "8"), "/outcomes/0/reported/0/rows/0/cells/new/count", 16,
              "found the number 8");
}

TEST_CASE("unknown keys are told with the nearest known one", "[trial]") {
  check_error(with(base, "\"where\"", "\"wehre\": \"x\", \"where\""), "/outcomes/0/reported/0/wehre", 15,
              "did you mean \"where\"?");
  check_error(with(base, "\"events\": {", "\"evnets\": {"), "/outcomes/0/evnets", 13,
              "did you mean \"events\"?");
  check_error(with(base, "\"id\": \"small\"", "\"id\": \"small\", \"zzzzzzzz\": 1"), "/zzzzzzzz", 2,
              "a known key, found");
  check_error(with(base, "\"id\": \"small\"", R"("id": "small", "a/b~c": 1)"), "/a~1b~0c", 2, "\"a/b~c\"");
  check_error(with(base, "\"id\": \"small\"", "\"id\": \"small\", \"" + std::string(100'000, 'x') + "\": 1"),
              "/" + std::string(80, 'x') + "...", 2, "a known key");
}

TEST_CASE("missing and wrong arms", "[trial]") {
  const std::string arms =
      base.substr(base.find("\"arms\""), base.find("\"sources\"") - base.find("\"arms\""));
  check_error(with(base, arms, ""), "", 1, "expected the key \"arms\", found none");
  check_error(with(base, arms, "\"arms\": {},\n"), "/arms", 3, "expected an array");
  const auto none = errors_of(with(base, arms, "\"arms\": [],\n"));
  CHECK(none.size() >= 2);
  CHECK(none[0].text() == "small.json:3: /arms: expected two arms or more, found 0");
  check_error(with(base, "\"control\"", "\"other\""), "/arms", 3, "one with the role control, found 1 and 0");
  check_error(with(base, "\"control\"", "\"contorl\""), "/arms/1/role", 5,
              "one of experimental, control, other");
  check_error(with(base, "\"id\": \"new\"", "\"id\": \"total\""), "/arms/0/id", 4,
              "an id other than \"total\"");
  check_error(with(base, "{\"new\": 8,", "{\"nw\": 8,"), "/outcomes/0/events/nw", 13,
              "did you mean \"new\"?");
  check_error(with(base, "{\"new\": 37,", "{"), "/outcomes/0/events/new", 13, "an arm with a size");
}

TEST_CASE("ids are plain and once each", "[trial]") {
  check_error(with(base, "\"id\": \"old\"", "\"id\": \"new\""), "/arms/1/id", 5, "\"new\" again");
  check_error(with(base, "{\"id\": \"itt\"",
                   "{\"id\": \"itt\", \"name\": \"I\", \"n\": {\"new\": 1}}, {\"id\": \"itt\""),
              "/populations/1/id", 9, "\"itt\" again");
  check_error(with(base, "\"id\": \"harm\"", "\"id\": \"harm\", \"aliases\": [\"itt\"]"),
              "/outcomes/0/aliases/0", 12, "\"itt\" again");
  for (const std::string bad :
       {"ha\\u001b[31mrm", "Harm", "ha rm", "", "-harm", "h/arm", "härm", "ha\\u0000rm"}) {
    INFO(bad);
    const auto errors = errors_of(with(base, "\"id\": \"harm\"", "\"id\": \"" + bad + "\""));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].pointer == "/outcomes/0/id");
    CHECK(errors[0].line == 12);
    const std::string text = errors[0].text();
    CHECK(std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }));
  }
  check_error(with(base, "\"id\": \"harm\"", "\"id\": \"" + std::string(65, 'h') + "\""), "/outcomes/0/id",
              12, "an id");
  CHECK(errors_of(with(base, "\"id\": \"harm\"", "\"id\": \"" + std::string(64, 'h') + "\"")).empty());
}

TEST_CASE("references lead somewhere", "[trial]") {
  check_error(with(base, "\"source\": \"paper\"", "\"source\": \"papre\""), "/outcomes/0/reported/0/source",
              15, "the id of a source (did you mean \"paper\"?), found \"papre\"");
  check_error(with(base, "\"population\": \"itt\"", "\"population\": \"it\""), "/outcomes/0/population", 12,
              "did you mean \"itt\"?");
  check_error(with(base, ", \"population\": \"itt\"", ""), "/outcomes/0", 12, "a population, or n by arm");
  check_error(with(base, "\"category\": \"events\"", "\"category\": \"event\""),
              "/outcomes/0/reported/0/rows/0/category", 16, "did you mean \"events\"?");
  check_error(with(base, "\"outcomes\":",
                   R"("tables": [{"name": "T", "source": "paper", "columns": ["new", "q"]}], "outcomes":)"),
              "/tables/0/columns/1", 11, "an arm's id, \"total\" or \"p\"");
  const std::string identity =
      R"("identities": [{"id": "i", "name": "I", "source": "paper", "where": "Figure", "sum": ["harm/new"], "value": "VALUE"}],)";
  const auto value = [&](const std::string& path) {
    return with(base, "\"outcomes\":", with(identity, "VALUE", path) + "\"outcomes\":");
  };
  for (const char* good : {"harm/old", "harm/no-events/old", "itt/total", "-harm/new"})
    CHECK(errors_of(value(good)).empty());
  for (const char* bad :
       {"harm", "", "/", "harm/", "harm/mid", "harm/other/new", "mitt/new", "harm/events/new/x"}) {
    INFO(bad);
    const auto errors = errors_of(value(bad));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].pointer == "/identities/0/value");
    CHECK(errors[0].line == 11);
  }
}

TEST_CASE("kinds of outcomes keep to their members", "[trial]") {
  check_error(with(base, "\"kind\": \"binary\"", "\"kind\": \"continuos\""), "/outcomes/0/kind", 12,
              "one of binary");
  const std::string categorical = with(base, "\"kind\": \"binary\"", "\"kind\": \"categorical\"");
  CHECK(errors_of(categorical).size() == 3);  // events, no categories, a row of a category that isn't there
  check_error(
      with(base, "\"kind\": \"binary\"", R"("kind": "binary", "categories": [{"id": "a", "name": "A"}])"),
      "/outcomes/0/categories", 12, "only there");
  check_error(with(base, "\"name\": \"Harm\"", "\"name\": \"\""), "/outcomes/0/name", 12, "not empty");
}

TEST_CASE("all errors of a file are listed, in the parts and between them", "[trial]") {
  std::string text = with(base, "\"id\": \"old\"", "\"id\": \"new\"");     // duplicate id
  text = with(text, "\"Harm\"", "\"Harm\", \"colour\": 1");                // unknown key
  text = with(text, "\"new\": 8", "\"new\": 38");                          // larger than the total
  text = with(text, "\".25\"", "0.25");                                    // a number for a printed value
  text = with(text, "\"source\": \"paper\"", "\"source\": \"abstract\"");  // a reference to nothing
  text = with(text, "\"old\": 14", "\"old\": -14");                        // negative
  std::vector<std::string> pointers;
  for (const ReadError& error : errors_of(text)) pointers.push_back(error.pointer);
  for (const char* pointer :
       {"/arms/1/id", "/outcomes/0/colour", "/outcomes/0/events/new", "/outcomes/0/reported/0/p",
        "/outcomes/0/reported/0/source", "/outcomes/0/events/old"}) {
    INFO(pointer);
    CHECK(std::count(pointers.begin(), pointers.end(), pointer) == 1);
  }
}

TEST_CASE("one slip is told once", "[trial]") {
  check_error(with(base, "\"id\": \"new\"", "\"id\": \"New\""), "/arms/0/id", 4, "an id");
  check_error(with(base, "\"id\": \"paper\"", "\"id\": \"The paper\""), "/sources/0/id", 7, "an id");
  check_error(with(base, "\"new\": 37", "\"new\": -37"), "/populations/0/n/new", 9, "a whole number");
  check_error(with(base, "\"id\": \"itt\", ", ""), "/populations/0", 9, "the key \"id\"");
  check_error(with(base, "\"source\": \"paper\", ", ""), "/outcomes/0/reported/0", 15, "the key \"source\"");
}

TEST_CASE("hostile files are refused in bounded time and memory", "[trial]") {
  const auto start = std::chrono::steady_clock::now();
  std::string unknown = with(base, "\"id\": \"small\"", "\"id\": \"small\"");
  std::string keys;
  for (int i = 0; i < 50'000; ++i) keys += "\"" + std::string(60, 'k') + std::to_string(i) + "\": 1, ";
  try {
    read_trial(with(base, "\"schema\"", keys + "\"schema\""), "small.json");
    FAIL_CHECK("was read");
  } catch (const BadTrial& bad) {
    CHECK(bad.errors().size() == max_errors_listed);
    CHECK(bad.unlisted() == 50'000 - max_errors_listed);
    CHECK(std::string(bad.what()).ends_with("and 49950 more"));
  }
  std::string zeros = "[";
  while (zeros.size() < 2 * max_values + 2) zeros += "0,";
  check_error(zeros + "0]", "", 1, "at most 100000 values");
  check_error(std::string(max_file_bytes + 1, ' '), "", 0, "at most 16 MiB");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
