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
void add_intervals(std::vector<Working>& all, const std::vector<MethodInterval>& results, const Data& data,
                   double level) {
  for (const MethodInterval& result : results) all.push_back(working_of<Row>(result, data, level));
}

template <class TestRow, class Data>
void add_tests(std::vector<Working>& all, const std::vector<MethodTest>& tests, const Data& data) {
  for (const MethodTest& test : tests) all.push_back(working_of<TestRow>(test, data));
}

template <class IntervalRow, class TestRow, class Data>
std::vector<Working> of_analysis(const Data& data, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add_intervals<IntervalRow>(all, measure.intervals, data, analysis.level);
  add_tests<TestRow>(all, analysis.tests, data);
  add_tests<TestRow>(all, analysis.homogeneity_tests, data);
  return all;
}

}  // namespace

std::vector<Working> workings(const Comparison& comparison) {
  std::vector<Working> all;
  const auto& [experimental, control] = comparison.table;
  const double level = comparison.level;
  add_intervals<ProportionMethod>(all, comparison.experimental.intervals, experimental, level);
  add_intervals<ProportionMethod>(all, comparison.control.intervals, control, level);
  for (const MeasureResult& measure : comparison.measures)
    add_intervals<IntervalMethod>(all, measure.intervals, comparison.table, level);
  add_tests<TestMethod>(all, comparison.tests, comparison.table);
  return all;
}

std::vector<Working> workings(const TwoMeans& means, const Analysis& analysis) {
  return of_analysis<MeanIntervalMethod, MeanTestMethod>(means, analysis);
}

std::vector<Working> workings(const Pairs& pairs, const Analysis& analysis) {
  return of_analysis<PairedIntervalMethod, PairedTestMethod>(pairs, analysis);
}

std::vector<Working> workings(std::span<const TwoByTwo> strata, const Analysis& analysis) {
  return of_analysis<StrataIntervalMethod, StrataTestMethod>(strata, analysis);
}

std::vector<Working> workings(const Counts& counts, const Analysis& analysis) {
  std::vector<Working> all;
  for (const AnalysedMeasure& measure : analysis.measures)
    add_intervals<ProportionMethod>(all, measure.intervals, counts, analysis.level);
  return all;
}

std::vector<Working> workings(const CountTable& table, const Analysis& analysis) {
  std::vector<Working> all;
  add_tests<TableTestMethod>(all, analysis.tests, table);
  return all;
}

}  // namespace trialcalc
