#pragma once
// One comparison as JSON: the object "trialcalc/comparison/1" of compare, calc and batch.

#include <string>

#include "report/json_writer.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::report {

inline constexpr std::string_view comparison_schema = "trialcalc/comparison/1";

struct ArmLabel {
  std::string id, name;  ///< both empty when the arm has only its role
};

struct ComparisonLabels {
  std::string id;  ///< of the outcome; empty: none
  ArmLabel experimental, control;
};

/// Writes one object, schema first.
void write_comparison(JsonWriter& json, const Comparison& comparison, const ComparisonLabels& labels = {});

/// The same, open at its end for more members; the caller ends the object.
void begin_comparison(JsonWriter& json, const Comparison& comparison, const ComparisonLabels& labels);

/// Its parts: "arms": {...}; "risks": {...}, "measures": {...}, "tests": [...].
void write_arms(JsonWriter& json, const TwoByTwo& table, const ComparisonLabels& labels);
void write_results(JsonWriter& json, const Comparison& comparison);

/// {"method": "pearson", "alternative": "two-sided", ..., "p": 0.25}
void write_test(JsonWriter& json, const MethodTest& test);

/// {"method": "katz-log", "lower": 0.31, "upper": 1.37}
void write_interval(JsonWriter& json, const MethodInterval& interval);

/// "estimate": 0.65, "intervals": [...], within an object.
void write_estimate(JsonWriter& json, double estimate, std::string_view not_estimable,
                    const std::vector<MethodInterval>& intervals);

}  // namespace trialcalc::report
