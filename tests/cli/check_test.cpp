#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.hpp"
#include "cli/process.hpp"
#include "paths.hpp"

using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

json cairo6() { return json::parse(text_of(trialcalc::tests::source_dir() + "/data/trials/cairo6.json")); }

/// The cell of an outcome's row in a place.
json& cell(json& trial, const std::string& id, const std::string& where, const std::string& category,
           const std::string& arm) {
  for (json& outcome : trial["outcomes"])
    for (json& reported : outcome["reported"])
      if (outcome["id"] == id && reported["where"] == where)
        for (json& row : reported["rows"])
          if (row.value("category", "") == category) return row["cells"][arm];
  throw std::logic_error("no such cell");
}

/// Outcomes in one arm and no comparison: nothing is discrepant.
const char* const consistent = R"({"schema": "trialcalc/trial/1", "id": "small", "name": "Small",
  "arms": [{"id": "a", "name": "A", "role": "experimental"}, {"id": "b", "name": "B", "role": "control"}],
  "sources": [{"id": "s", "kind": "paper", "citation": "c"}],
  "populations": [{"id": "all", "name": "All", "n": {"a": 10, "b": 10}}],
  "outcomes": [{"id": "o", "name": "NAME", "kind": "binary", "population": "all", "events": {"a": 3, "b": 5},
    "reported": [{"source": "s", "where": "Table 1",
      "rows": [{"category": "events", "cells": {"a": {"count": "3", "percent": "30"}, "b": {"count": "5", "percent": "50"}}}]}]}]})";

std::string named(const std::string& name) {
  std::string text = consistent;
  return text.replace(text.find("NAME"), 4, name);
}

const json* find(const json& check, const std::string& outcome, const std::string& arm,
                 const std::string& kind, const std::string& category, const std::string& where) {
  for (const json& one : check["findings"])
    if (one["outcome"] == outcome && one["arm"] == arm && one["kind"] == kind &&
        one["category"] == category && one["where"] == where)
      return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("check --format json has the contract's form", "[cli]") {
  const Outcome outcome = run("check cairo6 --format json");
  CHECK(outcome.status == 1);
  CHECK(outcome.err.empty());
  const json check = json::parse(outcome.out);
  CHECK(check["schema"] == "trialcalc/check/1");
  CHECK(check["trial"] == "cairo6");
  std::set<std::string> ids, kinds;
  std::size_t printed = 0;
  for (const json& one : check["findings"]) {
    for (const char* key : {"id", "source", "where", "outcome", "category", "arm", "kind", "label",
                            "reported", "recomputed", "verdict", "method", "reason"})
      REQUIRE(one.contains(key));
    CHECK(ids.insert(one["id"]).second);
    CHECK_FALSE(one["where"].get<std::string>().empty());
    CHECK_FALSE(one["reason"].get<std::string>().empty());
    kinds.insert(one["kind"]);
    printed += one["kind"] != "identity";
  }
  CHECK(printed >= 540);
  static const std::set<std::string> allowed = {
      "count",           "percent",      "total", "p",     "risk-ratio", "odds-ratio",
      "risk-difference", "hazard-ratio", "lower", "upper", "mean",       "sd",
      "median",          "range",        "iqr",   "n",     "identity"};
  CHECK(std::includes(allowed.begin(), allowed.end(), kinds.begin(), kinds.end()));
  REQUIRE(check["summary"].size() == 5);
  for (const auto& [verdict, count] : check["summary"].items())
    CHECK(count == std::count_if(check["findings"].begin(), check["findings"].end(),
                                 [key = verdict](const json& one) { return one["verdict"] == key; }));
  for (const json& one : check["findings"])
    if (one.contains("follows_from")) {
      CHECK(ids.contains(one["follows_from"]));
      CHECK(one["verdict"] == "discrepant");
    }
}

TEST_CASE("check names the methods of each P value and interval, and a rule for each source", "[cli]") {
  const json check = json::parse(run("check cairo6 --format json").out);
  std::set<std::string> kinds;
  for (const json& one : check["attribution"]) {
    kinds.insert(one["kind"]);
    if (one["kind"] == "rule") {
      for (const char* key : {"source", "rule", "explains", "of", "exceptions"}) CHECK(one.contains(key));
      continue;
    }
    for (const char* key : {"source", "where", "outcome", "reported", "methods", "usual_not", "significant",
                            "not_significant", "note"})
      CHECK(one.contains(key));
    // JAMA Surg 2021;156:710, Abstract: P = .25 for 8 of 37 against 14 of 42
    if (one["kind"] == "p" && one["outcome"] == "cd3") {
      CHECK(one["methods"][0] == "pearson");
      CHECK(std::count(one["usual_not"].begin(), one["usual_not"].end(), "yates") == 1);
    }
  }
  CHECK(kinds == std::set<std::string>{"p", "interval", "rule"});
}

TEST_CASE("check has the same exit status in every format", "[cli]") {
  for (const char* format : {"text", "json", "ndjson", "csv", "markdown"}) {
    INFO(format);
    const std::string option = std::string(" --format ") + format;
    CHECK(run("check cairo6" + option).status == 1);
    CHECK(run("check -" + option, "LC_ALL=C.UTF-8", consistent).status == 0);
    const Outcome refused = run("check nosuch" + option);
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
  }
}

TEST_CASE("check finds a planted misprint at its cell", "[cli]") {
  json trial = cairo6();
  cell(trial, "ostomy", "Table 2", "events", "control")["percent"] = "44";
  const Outcome outcome = run("check - --format json", "LC_ALL=C.UTF-8", trial.dump());
  CHECK(outcome.status == 1);
  const json check = json::parse(outcome.out);
  const json* found = find(check, "ostomy", "control", "percent", "events", "Table 2");
  REQUIRE(found);
  CHECK((*found)["verdict"] == "discrepant");
  CHECK((*found)["reported"] == "44");
  CHECK((*found)["recomputed"].get<double>() == Approx(100 * 18 / 42.0));
  CHECK_FALSE(found->contains("follows_from"));
  const std::string text = run("check -", "LC_ALL=C.UTF-8", trial.dump()).out;
  CHECK(has(text, "44%      42.86%  Table 2, control"));
}

TEST_CASE("check of several trials is a list, in the order asked", "[cli]") {
  const Outcome outcome = run("check verwaal - cairo6 --format json", "LC_ALL=C.UTF-8", consistent);
  CHECK(outcome.status == 1);
  const json list = json::parse(outcome.out);
  CHECK(list["schema"] == "trialcalc/check-list/1");
  REQUIRE(list["checks"].size() == 3);
  CHECK(list["checks"][0]["trial"] == "verwaal");
  CHECK(list["checks"][1]["trial"] == "small");
  CHECK(list["checks"][2]["trial"] == "cairo6");
  const std::string lines = run("check verwaal prodige7 --format ndjson").out;
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
  CHECK(json::parse(lines.substr(0, lines.find('\n')))["trial"] == "verwaal");
}

TEST_CASE("check refuses what it can't read, naming all of it", "[cli]") {
  CHECK(run("check").status == 2);
  const Outcome unknown = run("check cairo7");
  CHECK(unknown.status == 2);
  CHECK(has(unknown.err, "cairo6"));
  const Scratch scratch;
  std::ofstream(scratch / "a.json") << "{";
  std::ofstream(scratch / "b.json") << "[]";
  const Outcome bad =
      run("check cairo6 '" + (scratch / "a.json").string() + "' '" + (scratch / "b.json").string() + "'");
  CHECK(bad.status == 2);
  CHECK(bad.out.empty());
  CHECK(has(bad.err, "a.json"));
  CHECK(has(bad.err, "b.json"));
}

TEST_CASE("check keeps to eighty columns and to ASCII where the locale is", "[cli]") {
  for (const char* all : {"", " --all"}) {
    std::istringstream lines(run(std::string("check cairo6 prodige7") + all, "LC_ALL=C").out);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(line.size() <= 80);
      CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; }));
    }
  }
}

TEST_CASE("check says the verdicts in words, with and without colour", "[cli]") {
  const std::string plain = run("check cairo6").out, coloured = run("check cairo6 --color always").out;
  for (const char* word : {"reproduced", "explained", "compatible", "discrepant", "not-checkable",
                           "Discrepant", "printed by pearson"}) {
    INFO(word);
    CHECK(has(plain, word));
  }
  CHECK_FALSE(has(plain, "\x1b"));
  CHECK(has(coloured, "\x1b[31m"));
  CHECK(run("check cairo6 --all").out.size() > 3 * plain.size());
  const std::string markdown = run("check cairo6 --format markdown").out;
  CHECK(has(markdown, "| Printed | Recomputed | Place | What | Why |"));
  CHECK(has(markdown, "| discrepant | "));
}

TEST_CASE("names from a file can't steer a terminal, a spreadsheet or a page", "[cli]") {
  const std::string steering = named("x\\u001b[31m\\u202e|<b>");
  const Outcome text = run("check - --all", "LC_ALL=C.UTF-8", steering);
  CHECK_FALSE(has(text.out + text.err, "\x1b"));
  CHECK_FALSE(has(text.out + text.err, "\u202E"));
  const std::string markdown = run("check - --all --format markdown", "LC_ALL=C.UTF-8", named("x|<b>")).out;
  CHECK(has(markdown, "x\\|\\<b\\>"));
  const std::string csv = run("check - --format csv", "LC_ALL=C.UTF-8", named("=HYPERLINK(1)")).out;
  CHECK(has(csv, ",'=HYPERLINK(1),"));
}

TEST_CASE("check --format csv has a row for each finding", "[cli]") {
  const std::string csv = run("check - --format csv", "LC_ALL=C.UTF-8", consistent).out;
  CHECK(csv.starts_with(
      "trial,id,source,where,outcome,category,arm,kind,label,reported,recomputed,verdict,method,"
      "reason,follows_from\r\n"));
  CHECK(has(csv, "small,f2,s,Table 1,o,events,a,percent,NAME,30,30,reproduced,half-up,3/10 is 30%,\r\n"));
}
