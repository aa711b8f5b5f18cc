#include <cmath>

#include "stats/numeric/asymptotic.hpp"
#include "stats/table/methods.hpp"
#include "stats/table/trend.hpp"
#include "stats/two_by_two/asymptotic.hpp"

namespace trialcalc::table {

/// Cochran-Armitage test of a linear trend over equally spaced scores 0, 1, 2, ...
///
/// Formula  z = (N sum x s - n1 sum c s) sqrt(N) / sqrt(n1 n2 (N sum c s^2 - (sum c s)^2)); x of the c people
///          with score s are in the first group, of n1
/// Given    table    2 x k (columns scored) or k x 2 (rows scored); 2 x 2 counts as 2 x k
///          options  greater: the first row (k x 2: the first column) lies at the higher scores
/// Returns  statistic z^2, df 1, P
/// Edges    empty columns keep their score; an empty group, or all people at one score: not estimable
/// Error    sums in exact integers; relative error of the statistic below 1e-14
/// Source   Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375
TestResult cochran_armitage(const CountTable& table, const TestOptions& options) {
  const Trend trend = trend_of(table);
  if (!trend.reason.empty()) return TestResult::none(trend.reason);
  const Wide cs = trend.sum_c_s();
  const auto excess = static_cast<double>(trend.people * trend.sum_x_s() - trend.first * cs);
  const auto spread = static_cast<double>(trend.people * trend.sum_c_s2() - cs * cs);
  const auto n1 = static_cast<double>(trend.first), people = static_cast<double>(trend.people);
  const double z = excess / std::sqrt(n1 * (people - n1) / people * spread);
  return numeric::squared_normal_result(z, options.alternative);
}

Working cochran_armitage_working(const CountTable& table, const TestOptions& options) {
  const Trend trend = trend_of(table);
  const auto number = [](Wide x) { return static_cast<double>(x); };
  const TestResult result = cochran_armitage(table, {});
  std::vector<Step> steps = {
      {"people", "N", "", number(trend.people)},
      {"people in the first group", "n1", "", number(trend.first)},
      {"sum of the first group's scores", "A", "", number(trend.sum_x_s())},
      {"sum of all scores", "C", "", number(trend.sum_c_s())},
      {"sum of all squared scores", "Q", "", number(trend.sum_c_s2())},
      {"chi-squared", "X2", "(N A - n1 C)^2 N / (n1 (N - n1) (N Q - C^2))", result.statistic.value_or(0)}};
  const double excess = number(trend.people * trend.sum_x_s() - trend.first * trend.sum_c_s());
  const double root = std::copysign(std::sqrt(result.statistic.value_or(0)), excess);
  if (options.alternative == Alternative::two_sided)
    return {std::move(steps), "the area of chi-squared on 1 df above X2"};
  steps.push_back({"root of X2, positive where the first group has the higher scores", "Z", "", root});
  return two_by_two::normal_working(std::move(steps), options.alternative);
}

}  // namespace trialcalc::table
