#pragma once
// An analysis for a reader and for programs: the data, the measures with their intervals, the tests.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/explain.hpp"
#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "report/number_style.hpp"
#include "trialcalc/analysis.hpp"

namespace trialcalc::report {

struct AnalysisView {
  const Analysis& analysis;
  std::string kind;  ///< the subcommand's word, also in "trialcalc/table/1"
  NumberStyle style;
  Grid data;
  std::function<void(JsonWriter&)> write_data;
  Symbols symbols;
  std::int64_t people = 1;             ///< of a single proportion: decides its decimals
  int unit_decimals = 1;               ///< decimals of a difference in the data's own unit
  std::vector<Working> workings = {};  ///< for the explanation, in the order of the analysis
};

std::string analysis_text(const AnalysisView& view, const TextLook& look);
std::vector<Grid> analysis_grids(const AnalysisView& view);
std::string analysis_csv(const Analysis& analysis);
std::string analysis_json(const AnalysisView& view);

/// "measures": {...}, where there are any, "tests": [...]
void write_results(JsonWriter& json, const Analysis& analysis);

/// Every method of the analysis: its formula, the way to its result with these numbers, its source.
std::string explain_analysis(const AnalysisView& view, const TextLook& look);

}  // namespace trialcalc::report
