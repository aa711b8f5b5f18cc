// trialcalc new: a commented template of a trial file, itself a valid one.

#include <memory>

#include "cli/errors.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"

namespace trialcalc::cli {

namespace {

constexpr const char* file_template = R"json({
  "$comment": "One trial a file. Every printed number is a string, exactly as printed; counts to compute with are integers. Delete what you do not need; 'trialcalc validate FILE' checks the rest.",
  "schema": "trialcalc/trial/1",
  "id": "my-trial",
  "name": "My trial",
  "title": "Title of the main report",
  "registration": "NCT00000000",
  "arms": [
    {"$comment": "Roles are experimental, control or other. The ids are the keys of all cells below.",
     "id": "experimental", "name": "New treatment", "role": "experimental"},
    {"id": "control", "name": "Usual treatment", "role": "control"}
  ],
  "sources": [
    {"$comment": "Style is plain, jama, lancet, nejm or bmj. Tests, level and alpha are those the report says it used.",
     "id": "paper", "kind": "paper", "citation": "Author A, et al. Journal. 2025;1(1):1-10", "doi": "10.0000/example",
     "style": "jama", "tests": ["pearson", "fisher"], "level": "95", "alpha": ".05"}
  ],
  "populations": [
    {"$comment": "A group of patients that outcomes are counted among, with n for each arm.",
     "id": "itt", "name": "Intention-to-treat", "n": {"experimental": 37, "control": 42}}
  ],
  "outcomes": [
    {"$comment": "Direction is fewer-is-better, more-is-better or neutral. Kind is binary, categorical, continuous or time-to-event.",
     "id": "events", "name": "Any serious event", "aliases": ["serious-events"], "kind": "binary",
     "direction": "fewer-is-better", "primary": true, "population": "itt",
     "events": {"experimental": 8, "control": 14},
     "reported": [
       {"source": "paper", "where": "Table 2", "p": ".25",
        "effect": {"measure": "risk-ratio", "estimate": "0.65", "lower": "0.31", "upper": "1.37", "level": "95"},
        "rows": [{"category": "events",
                  "cells": {"experimental": {"count": "8", "percent": "22"}, "control": {"count": "14", "percent": "33"}}}]}
     ]},
    {"id": "stage", "name": "Stage", "kind": "categorical", "population": "itt",
     "categories": [
       {"id": "early", "name": "Early", "counts": {"experimental": 20, "control": 21}},
       {"id": "late", "name": "Late", "counts": {"experimental": 17, "control": 21}}
     ]},
    {"$comment": "whole_numbers only where each value is known to be one, or the mean of so many items, perhaps from low to high.",
     "id": "age", "name": "Age", "kind": "continuous", "unit": "years", "population": "itt",
     "whole_numbers": {"items": 1},
     "reported": [
       {"source": "paper", "where": "Table 1",
        "rows": [{"cells": {"experimental": {"mean": "59", "sd": "11"}, "control": {"mean": "64", "sd": "10"}}}]}
     ]}
  ]
}
)json";

}  // namespace

Prepare setup_new(CLI::App& app) {
  auto options = std::make_shared<OutputOptions>();
  options->format = "json";
  add_output_options(app, *options, {"json"});
  return [options]() -> Run {
    return [options] {
      write_result(*options, file_template);
      return static_cast<int>(exit_done);
    };
  };
}

}  // namespace trialcalc::cli
