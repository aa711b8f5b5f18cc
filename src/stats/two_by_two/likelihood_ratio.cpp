#include <cmath>

#include "stats/numeric/deviance.hpp"
#include "stats/two_by_two/asymptotic.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

/// Likelihood-ratio chi-squared test (G).
///
/// Formula  G = 2 sum over cells of O ln(O / E), chi-squared on 1 df; a zero cell adds nothing
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative: one-sided P from the signed root of G
/// Returns  P, G and its degrees of freedom
/// Edges    nobody or everybody has the event: not estimable
/// Error    relative 1e-14 of G, also near the null, where the logarithms cancel; log_p where P underflows
/// Source   Wilks 1938, Ann Math Stat 9:60
TestResult likelihood_ratio(const TwoByTwo& table, const TestOptions& options) {
  if (const auto reason = empty_margin(table); !reason.empty()) return TestResult::none(reason);
  const auto& [experimental, control] = table;
  const double n = static_cast<double>(table.patients());
  const double difference = static_cast<double>(cross_difference(table)) / n;  // O - E of the cell a
  const auto cell = [&](std::int64_t observed, std::int64_t row, std::int64_t column, double deviation) {
    const double expected = static_cast<double>(row) * static_cast<double>(column) / n;
    return numeric::half_deviance(static_cast<double>(observed), expected, deviation);
  };
  const std::int64_t m = table.events(), others = table.patients() - m;
  const double half = cell(experimental.events, experimental.total, m, difference) +
                      cell(experimental.others(), experimental.total, others, -difference) +
                      cell(control.events, control.total, m, -difference) +
                      cell(control.others(), control.total, others, difference);
  return chi_squared_test(std::copysign(std::sqrt(2 * half), difference), options.alternative);
}

Working likelihood_ratio_working(const TwoByTwo& table, const TestOptions& options) {
  const double m = static_cast<double>(table.events()), n = static_cast<double>(table.patients());
  const double n1 = static_cast<double>(table.experimental.total);
  const TestResult two_sided = likelihood_ratio(table, {});
  const double g = two_sided.statistic.value_or(0);
  return chi_squared_working({{"events expected in the experimental arm", "A", "n1 m / N", n1 * m / n},
                              {"events expected in the control arm", "C", "n2 m / N", m - n1 * m / n},
                              {"G, twice the sum of O ln(O / E) over the four cells", "X2", "", g}},
                             std::copysign(std::sqrt(g), static_cast<double>(cross_difference(table))),
                             options.alternative);
}

}  // namespace trialcalc::two_by_two
