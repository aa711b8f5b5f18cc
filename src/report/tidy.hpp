#pragma once
// Tidy tables: one row for each number, unrounded, for CSV.

#include <string>

#include "report/comparison_json.hpp"
#include "report/grid.hpp"
#include "trialcalc/analysis.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::report {

/// The columns, without rows; every function below adds rows to such a grid. `id` names the outcome.
Grid tidy_columns();

void add_comparison_rows(Grid& grid, const Comparison& comparison, const ComparisonLabels& labels);
/// Its parts: the counts, and what is computed from them.
void add_count_rows(Grid& grid, const std::string& id, const TwoByTwo& table);
void add_result_rows(Grid& grid, const std::string& id, const Comparison& comparison);
void add_analysis_rows(Grid& grid, const Analysis& analysis);
void add_test_row(Grid& grid, const std::string& id, const MethodTest& test);

/// The shortest digits that read back the same; "inf" or "-inf".
std::string unrounded(double value);

}  // namespace trialcalc::report
