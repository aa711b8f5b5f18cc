#pragma once
// The options of every subcommand that computes.

#include <optional>
#include <string>
#include <vector>

#include "report/number_style.hpp"
#include "trialcalc/analysis.hpp"
#include "trialcalc/comparison.hpp"

namespace CLI {
class App;
}

namespace trialcalc::cli {

struct ComputeOptions {
  std::optional<std::string> level;  ///< per cent; unset: 95, or what the report says
  std::vector<std::string> measures, intervals, tests;
  std::string alternative = "two-sided";
  std::optional<std::string> berger_boos, margin;
  std::optional<std::string> digits, style;  ///< unset: as usual
  bool explain = false;
};

/// For two arms and a binary outcome: what to compute, and how it looks.
void add_compute_options(CLI::App& app, ComputeOptions& options);
/// The former alone.
void add_method_options(CLI::App& app, ComputeOptions& options);

/// What the options of an analysis of other data are for. A list without families has no option.
struct AnalysisOptions {
  const AnalysisFamilies& families;
  std::string usual_intervals, usual_tests;  ///< for the help: what is computed where nothing is asked for
  bool has_measures = false;                 ///< strata: risk ratio, risk difference, odds ratio
};

void add_analysis_options(CLI::App& app, ComputeOptions& options, const AnalysisOptions& own);

/// Given  all_methods  every method where none is asked for, as data formats have it
/// Throws UsageError as plan_request does.
AnalysisRequest analysis_request(const ComputeOptions& options, const AnalysisOptions& own, bool all_methods);

/// Adds --level, the text that parse_level takes.
void add_level_option(CLI::App& app, std::optional<std::string>& level);

/// The level as a proportion. Throws UsageError unless it is per cent, from 1 to below 100.
double parse_level(const std::string& per_cent);

/// Measures that --measure or the asked-for interval methods name; `usual` where neither does.
/// Throws UsageError for unknown words and keys, and for an interval of a measure that is left out.
PlanRequest plan_request(const ComputeOptions& options, const std::vector<Measure>& usual);

/// The style that was asked for, or else `usual`. Throws UsageError.
report::NumberStyle style_of(const ComputeOptions& options, std::string_view usual = "plain");

}  // namespace trialcalc::cli
