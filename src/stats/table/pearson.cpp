#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/table/deviation.hpp"
#include "stats/table/expected.hpp"
#include "stats/table/methods.hpp"

namespace trialcalc::table {

/// Pearson's chi-squared test of independence in an r x c table, without correction.
///
/// Formula  sum of (O - E)^2 / E over the cells, df (rows - 1)(columns - 1)
/// Given    table    counts of people; rows are arms, columns categories
///          options  one-sided only for two by two, where the first column is the event
/// Returns  statistic, df, P
/// Edges    rows and columns of zeros are dropped; fewer than two of either left: not estimable
/// Error    relative error of the statistic below 1e-14 a cell
/// Source   Pearson 1900, Philosophical Magazine 50:157
TestResult pearson(const CountTable& table, const TestOptions& options) {
  const Margins margins = without_empty_margins(table);
  if (margins.degenerate()) return TestResult::none(degenerate_reason);
  double sum = 0;
  for (std::size_t i = 0; i < margins.rows.size(); ++i) {
    for (std::size_t j = 0; j < margins.columns.size(); ++j) {
      const auto [difference, expected] = deviation(margins, i, j);
      sum += difference / expected * difference;
    }
  }
  if (options.alternative == Alternative::two_sided) return numeric::chi_squared_result(sum, margins.df());
  if (!margins.two_by_two()) return TestResult::none(no_direction_reason);
  return numeric::squared_normal_result(direction(margins) * std::sqrt(sum), options.alternative);
}

Working pearson_working(const CountTable& table, const TestOptions& options) {
  const double sum = pearson(table, {}).statistic.value_or(0);
  return expected_working(table, {"chi-squared: sum of (O - E)^2 / E", "X2", "", sum}, options.alternative);
}

}  // namespace trialcalc::table
