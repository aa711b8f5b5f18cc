#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/table/deviation.hpp"
#include "stats/table/expected.hpp"
#include "stats/table/methods.hpp"

namespace trialcalc::table {

namespace {

/// (1 + x) ln(1 + x) - x, which is never negative, for x >= -1.
double entropy_excess(double x) {
  if (x <= -1) return 1;
  if (std::abs(x) > 0.05) return (1 + x) * std::log1p(x) - x;
  // Near 0 the two terms cancel: x^2/2 - x^3/6 + x^4/12 - ..., terms (-x)^k / (k (k - 1)).
  double power = x * x, sum = 0;
  for (int k = 2; k < 16; ++k, power *= -x) sum += power / (k * (k - 1));
  return sum;
}

}  // namespace

/// Likelihood-ratio test (G) of independence in an r x c table.
///
/// Formula  2 sum of O ln(O / E) over the cells, df (rows - 1)(columns - 1)
/// Given    table    counts of people; rows are arms, columns categories
///          options  one-sided only for two by two, where the first column is the event
/// Returns  statistic, df, P
/// Edges    an empty cell adds 0; rows and columns of zeros are dropped; fewer than two of either left: not
///          estimable
/// Error    relative error of the statistic below 1e-13, also close to independence: the sum is taken as
///          2 sum of E ((1 + x) ln(1 + x) - x), x = (O - E) / E, whose terms are all positive
/// Source   Wilks 1938, Annals of Mathematical Statistics 9:60; Agresti 2013, Categorical Data Analysis 3.2.1
TestResult likelihood_ratio(const CountTable& table, const TestOptions& options) {
  const Margins margins = without_empty_margins(table);
  if (margins.degenerate()) return TestResult::none(degenerate_reason);
  double sum = 0;
  for (std::size_t i = 0; i < margins.rows.size(); ++i) {
    for (std::size_t j = 0; j < margins.columns.size(); ++j) {
      const auto [difference, expected] = deviation(margins, i, j);
      sum += 2 * expected * entropy_excess(margins.counts.at(i, j) == 0 ? -1 : difference / expected);
    }
  }
  if (options.alternative == Alternative::two_sided) return numeric::chi_squared_result(sum, margins.df());
  if (!margins.two_by_two()) return TestResult::none(no_direction_reason);
  return numeric::squared_normal_result(direction(margins) * std::sqrt(sum), options.alternative);
}

Working likelihood_ratio_working(const CountTable& table, const TestOptions& options) {
  const double sum = likelihood_ratio(table, {}).statistic.value_or(0);
  return expected_working(table, {"chi-squared: 2 sum of O ln(O / E)", "X2", "", sum}, options.alternative);
}

}  // namespace trialcalc::table
