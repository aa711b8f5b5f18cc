#pragma once
// Data other than two arms with a binary outcome: measures and tests by the methods of their families.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialcalc/comparison.hpp"
#include "trialcalc/counts.hpp"

namespace trialcalc {

/// How the numbers of a measure are meant.
enum class Scale { ratio, proportion, difference_of_proportions, data_unit, standard_deviations };

struct AnalysedMeasure {
  std::string_view key, name;
  Scale scale = Scale::ratio;
  double estimate = 0;             ///< +inf where only the denominator is 0
  std::string_view not_estimable;  ///< the reason there is no estimate; empty when there is
  std::vector<MethodInterval> intervals;
};

struct Analysis {
  double level = 0.95;
  std::vector<AnalysedMeasure> measures;
  std::vector<MethodTest> tests;              ///< of an effect
  std::vector<MethodTest> homogeneity_tests;  ///< strata: is the effect the same in all of them
};

struct AnalysisRequest {
  double level = 0.95;
  std::vector<Measure> measures;       ///< strata only; empty: risk ratio, risk difference, odds ratio
  std::vector<std::string> intervals;  ///< keys, or "all". Empty, or none of a measure's: the usual ones
  std::vector<std::string> tests;      ///< the same
  TestOptions test_options;
};

/// Keys of the families, as method_families() has them, that a kind of data uses.
struct AnalysisFamilies {
  std::vector<std::string_view> intervals, tests;
};

/// Given  at least two rows and two columns, somebody in the table
/// A trend is tested where it is asked for by its key, and in tables of two arms or two categories.
Analysis analyse(const CountTable& table, const AnalysisRequest& request);
/// Given  at least one stratum
Analysis analyse(std::span<const TwoByTwo> strata, const AnalysisRequest& request);
Analysis analyse(const TwoMeans& means, const AnalysisRequest& request);
Analysis analyse(const Pairs& pairs, const AnalysisRequest& request);
Analysis analyse(const Counts& counts, const AnalysisRequest& request);

inline const AnalysisFamilies table_families = {{}, {"table"}};
inline const AnalysisFamilies strata_families = {
    {"strata-risk-ratio", "strata-risk-difference", "strata-odds-ratio"}, {"strata-test"}};
inline const AnalysisFamilies means_families = {{"means", "standardised"}, {"means-test"}};
inline const AnalysisFamilies paired_families = {{"paired"}, {"paired-test"}};
inline const AnalysisFamilies proportion_families = {{"proportion"}, {}};

}  // namespace trialcalc
