// A published table laid out over what is printed, with the sums that do not hold at their cells.
#include "trialcalc/table_layout.hpp"

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

const std::string outcome = R"({"id": "course", "name": "Course", "kind": "categorical", "population": "all",
  "categories": [{"id": "done", "name": "Finished", "counts": {"new": 30, "old": 28}},
                 {"id": "ended", "name": "Stopped", "counts": {"new": 10, "old": 12}}],
  "reported": [{"source": "paper", "where": "Table 2", "rows": [
    {"category": "done", "cells": {"new": {"count": "30"}, "old": {"count": "28"}, "total": {"count": "59"}}},
    {"category": "ended", "label": "Stopped early", "cells": {"new": {"count": "10"}}}]}]})";

/// The sizes of the population as two places of the table print them.
Trial trial_with_sizes(const std::string& first, const std::string& second) {
  Trial trial = small_trial(outcome, R"(, "tables": [{"name": "Table 2", "source": "paper",
    "columns": ["new", "old", "total"], "rows": [{"population": "all"}, {"outcome": "course"}]}])");
  for (const std::string& n : {first, second}) {
    Reported reported;
    reported.source = "paper";
    reported.where = "Table 2";
    reported.rows.push_back({});
    reported.rows[0].cells["new"].n = n;
    reported.rows[0].cells["new"].note = "note of " + n;
    trial.populations[0].reported.push_back(reported);
  }
  return trial;
}

}  // namespace

TEST_CASE("sizes that two places print alike are one row, others are two", "[verify]") {
  const auto rows = [](const Trial& trial) { return lay_out_tables(trial, check(trial)).at(0).rows; };
  const auto alike = rows(trial_with_sizes("40", "40"));
  REQUIRE(alike.size() == 4);  // sizes, the outcome's name, two categories
  CHECK(alike[0].kind == LaidOutRow::Kind::population);
  CHECK(alike[0].cells.at("new").notes.size() == 2);
  CHECK(rows(trial_with_sizes("40", "41")).size() == 5);
}

TEST_CASE("a row has its printed label, else its category's name; a broken sum is at its total", "[verify]") {
  const Trial trial = trial_with_sizes("40", "40");
  const auto table = lay_out_tables(trial, check(trial)).at(0);
  CHECK(table.rows.at(1).label == "Course");
  CHECK(table.rows.at(2).label == "Finished");
  CHECK(table.rows.at(3).label == "Stopped early");
  CHECK(table.rows.at(2).cells.at("total").sums.size() == 1);  // 30 + 28 is not 59
  CHECK(table.rows.at(2).cells.at("new").sums.empty());
}
