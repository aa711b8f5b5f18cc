// The workings of tables, strata and pairs, each under the key of its method.
#include <algorithm>

#include "stats/paired/methods.hpp"
#include "stats/strata/methods.hpp"
#include "stats/table/methods.hpp"
#include "trialcalc/analysis.hpp"

namespace trialcalc {

namespace {

template <class Data, class Options>
struct KeyedWorking {
  std::string_view key;
  Working (*working)(Data, const Options&);
};

using strata::Strata;

constexpr KeyedWorking<const CountTable&, TestOptions> table_tests[] = {
    {"pearson", table::pearson_working},
    {"likelihood-ratio", table::likelihood_ratio_working},
    {"cochran-armitage", table::cochran_armitage_working},
};

constexpr KeyedWorking<Strata, Confidence> strata_odds_ratios[] = {
    {"robins-breslow-greenland", strata::robins_breslow_greenland_working},
    {"peto", strata::peto_working},
};
constexpr KeyedWorking<Strata, Confidence> strata_risk_ratios[] = {
    {"greenland-robins", strata::greenland_robins_rr_working},
};
constexpr KeyedWorking<Strata, Confidence> strata_risk_differences[] = {
    {"sato", strata::sato_working},
    {"greenland-robins", strata::greenland_robins_rd_working},
};
constexpr KeyedWorking<Strata, TestOptions> strata_tests[] = {
    {"cmh", strata::cmh_working},
    {"cmh-cc", strata::cmh_cc_working},
    {"breslow-day", strata::breslow_day_working},
    {"tarone", strata::tarone_working},
};

constexpr KeyedWorking<const Pairs&, Confidence> paired_intervals[] = {
    {"wald", paired::wald_working},
    {"newcombe", paired::newcombe_working},
    {"tango", paired::tango_working},
    {"bonett-price", paired::bonett_price_working},
};
constexpr KeyedWorking<const Pairs&, TestOptions> paired_tests[] = {
    {"mcnemar", paired::mcnemar_working},
    {"mcnemar-cc", paired::mcnemar_cc_working},
    {"mcnemar-exact", paired::mcnemar_exact_working},
};

/// Empty where the method's one formula says all.
template <class Data, class Options>
Working working_of(const auto& rows, const Method& method, const Data& data, const Options& options) {
  const auto row =
      std::find_if(std::begin(rows), std::end(rows), [&](const auto& one) { return one.key == method.key; });
  return row == std::end(rows) ? Working() : row->working(data, options);
}

template <class Data>
void add_intervals(std::vector<Working>& all, const auto& rows, const AnalysedMeasure& measure,
                   const Data& data, double level) {
  for (const MethodInterval& one : measure.intervals)
    all.push_back(one.interval.not_estimable.empty() ? working_of(rows, *one.method, data, Confidence(level))
                                                     : Working());
}

template <class Data>
void add_tests(std::vector<Working>& all, const auto& rows, const std::vector<MethodTest>& tests,
               const Data& data) {
  for (const MethodTest& one : tests)
    all.push_back(one.result.not_estimable.empty()
                      ? working_of(rows, *one.method, data, TestOptions{one.alternative, 0})
                      : Working());
}

std::span<const KeyedWorking<Strata, Confidence>> strata_intervals(std::string_view measure) {
  if (measure == measure_key(Measure::odds_ratio)) return strata_odds_ratios;
  if (measure == measure_key(Measure::risk_ratio)) return strata_risk_ratios;
  return strata_risk_differences;
}

}  // namespace

std::vector<Working> workings(const CountTable& table, const Analysis& analysis) {
  std::vector<Working> all;
  add_tests(all, table_tests, analysis.tests, table);
  return all;
}

std::vector<Working> workings(std::span<const TwoByTwo> strata, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add_intervals(all, strata_intervals(measure.key), measure, strata, analysis.level);
  add_tests(all, strata_tests, analysis.tests, strata);
  add_tests(all, strata_tests, analysis.homogeneity_tests, strata);
  return all;
}

std::vector<Working> workings(const Pairs& pairs, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add_intervals(all, paired_intervals, measure, pairs, analysis.level);
  add_tests(all, paired_tests, analysis.tests, pairs);
  return all;
}

}  // namespace trialcalc
