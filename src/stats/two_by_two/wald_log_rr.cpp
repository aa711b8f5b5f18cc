#include <cmath>

#include "stats/two_by_two/asymptotic.hpp"
#include "stats/two_by_two/log_ratio.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

namespace {

double variance(const TwoByTwo& table) {
  const auto part = [](const Counts& arm) {
    return static_cast<double>(arm.others()) /
           (static_cast<double>(arm.events) * static_cast<double>(arm.total));
  };
  return part(table.experimental) + part(table.control);
}

}  // namespace

/// Wald test of the logarithm of the risk ratio.
///
/// Formula  z = ln(p1 / p2) / sqrt(1/a - 1/n1 + 1/c - 1/n2), standard normal
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative
/// Returns  P and z
/// Edges    a = 0 or c = 0, or everybody has the event: not estimable
/// Error    relative 1e-14 of z; log_p where P underflows
/// Source   Katz, Baptista, Azen & Pike 1978, Biometrics 34:469
TestResult wald_log_rr(const TwoByTwo& table, const TestOptions& options) {
  if (const auto reason = empty_margin(table); !reason.empty()) return TestResult::none(reason);
  const auto& [experimental, control] = table;
  if (experimental.events == 0 || control.events == 0) return TestResult::none("zero cell");
  const double a = static_cast<double>(experimental.events), n1 = static_cast<double>(experimental.total);
  const double c = static_cast<double>(control.events), n2 = static_cast<double>(control.total);
  const double log_rr = log_ratio(a * n2, c * n1, static_cast<double>(cross_difference(table)));
  return normal_test(log_rr / std::sqrt(variance(table)), options.alternative);
}

Working wald_log_rr_working(const TwoByTwo& table, const TestOptions& options) {
  const double z = wald_log_rr(table, options).statistic.value_or(0);
  const double ratio = table.experimental.risk() / table.control.risk();
  return normal_working(
      {{"logarithm of the risk ratio", "L", "ln(p1 / p2)", std::log(ratio)},
       {"standard error", "SE", "sqrt(1/a - 1/n1 + 1/c - 1/n2)", std::sqrt(variance(table))},
       {"statistic", "Z", "L / SE", z}},
      options.alternative);
}

}  // namespace trialcalc::two_by_two
