#include <cmath>

#include "stats/two_by_two/asymptotic.hpp"
#include "stats/two_by_two/log_ratio.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

namespace {

double variance(const TwoByTwo& table) {
  const auto part = [](const Counts& arm) {
    return 1 / static_cast<double>(arm.events) + 1 / static_cast<double>(arm.others());
  };
  return part(table.experimental) + part(table.control);
}

}  // namespace

/// Wald test of the logarithm of the odds ratio.
///
/// Formula  z = ln(a d / (b c)) / sqrt(1/a + 1/b + 1/c + 1/d), standard normal
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative
/// Returns  P and z
/// Edges    any zero cell: not estimable
/// Error    relative 1e-14 of z; log_p where P underflows
/// Source   Woolf 1955, Ann Hum Genet 19:251
TestResult wald_log_or(const TwoByTwo& table, const TestOptions& options) {
  if (const auto reason = empty_margin(table); !reason.empty()) return TestResult::none(reason);
  const double a = static_cast<double>(table.experimental.events);
  const double b = static_cast<double>(table.experimental.others());
  const double c = static_cast<double>(table.control.events), d = static_cast<double>(table.control.others());
  if (a == 0 || b == 0 || c == 0 || d == 0) return TestResult::none("zero cell");
  const double log_or = log_ratio(a * d, b * c, static_cast<double>(cross_difference(table)));
  return normal_test(log_or / std::sqrt(variance(table)), options.alternative);
}

Working wald_log_or_working(const TwoByTwo& table, const TestOptions& options) {
  const auto& [experimental, control] = table;
  const double odds1 = static_cast<double>(experimental.events) / static_cast<double>(experimental.others());
  const double odds2 = static_cast<double>(control.events) / static_cast<double>(control.others());
  return normal_working({{"logarithm of the odds ratio", "L", "ln(a d / (b c))", std::log(odds1 / odds2)},
                         {"standard error", "SE", "sqrt(1/a + 1/b + 1/c + 1/d)", std::sqrt(variance(table))},
                         {"statistic", "Z", "L / SE", *wald_log_or(table, options).statistic}},
                        options.alternative);
}

}  // namespace trialcalc::two_by_two
