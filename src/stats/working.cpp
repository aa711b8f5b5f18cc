#include "trialcalc/working.hpp"

#include "trialcalc/analysis.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc {

namespace {

/// A result holds the plain part of a registry row; the row itself has the working of its family.
template <class Row, class Data>
Working working_of(const MethodInterval& result, const Data& data, double level) {
  const auto& row = static_cast<const Row&>(*result.method);
  if (!row.working || !result.interval.not_estimable.empty()) return {};
  return row.working(data, Confidence(level));
}

template <class Row, class Data>
Working working_of(const MethodTest& test, const Data& data) {
  const auto& row = static_cast<const Row&>(*test.method);
  if (!row.working || !test.result.not_estimable.empty()) return {};
  return row.working(data, {test.alternative, 0});
}

template <class Row, class Data>
void add(std::vector<Working>& all, const std::vector<MethodInterval>& results, const Data& data,
         double level) {
  for (const MethodInterval& result : results) all.push_back(working_of<Row>(result, data, level));
}

}  // namespace

std::vector<Working> workings(const Comparison& comparison) {
  std::vector<Working> all;
  const auto& [experimental, control] = comparison.table;
  const double level = comparison.level;
  add<ProportionMethod>(all, comparison.experimental.intervals, experimental, level);
  add<ProportionMethod>(all, comparison.control.intervals, control, level);
  for (const MeasureResult& measure : comparison.measures)
    add<IntervalMethod>(all, measure.intervals, comparison.table, level);
  for (const MethodTest& test : comparison.tests)
    all.push_back(working_of<TestMethod>(test, comparison.table));
  return all;
}

std::vector<Working> workings(const TwoMeans& means, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add<MeanIntervalMethod>(all, measure.intervals, means, analysis.level);
  for (const MethodTest& test : analysis.tests) all.push_back(working_of<MeanTestMethod>(test, means));
  return all;
}

std::vector<Working> workings(const Counts& counts, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add<ProportionMethod>(all, measure.intervals, counts, analysis.level);
  return all;
}

std::vector<Working> workings(const CountTable& table, const Analysis& analysis) {
  std::vector<Working> all;
  for (const MethodTest& test : analysis.tests) all.push_back(working_of<TableTestMethod>(test, table));
  return all;
}

std::vector<Working> workings(const Pairs& pairs, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add<PairedIntervalMethod>(all, measure.intervals, pairs, analysis.level);
  for (const MethodTest& test : analysis.tests) all.push_back(working_of<PairedTestMethod>(test, pairs));
  return all;
}

std::vector<Working> workings(std::span<const TwoByTwo> strata, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add<StrataIntervalMethod>(all, measure.intervals, strata, analysis.level);
  for (const auto* tests : {&analysis.tests, &analysis.homogeneity_tests})
    for (const MethodTest& test : *tests) all.push_back(working_of<StrataTestMethod>(test, strata));
  return all;
}

}  // namespace trialcalc
