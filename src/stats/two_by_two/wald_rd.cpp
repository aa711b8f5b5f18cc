#include <cmath>

#include "stats/two_by_two/asymptotic.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

namespace {

double variance(const TwoByTwo& table) {
  const auto part = [](const Counts& arm) {
    const double n = static_cast<double>(arm.total);
    return arm.risk() * (static_cast<double>(arm.others()) / n) / n;
  };
  return part(table.experimental) + part(table.control);
}

}  // namespace

/// Wald test of the risk difference, with unpooled standard error.
///
/// Formula  z = (p1 - p2) / sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2), standard normal
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative
/// Returns  P and z
/// Edges    nobody or everybody has the event; everybody in one arm and nobody in the other (standard error
/// 0):
///          not estimable
/// Error    relative 1e-14 of z; log_p where P underflows
/// Source   Wald 1943, Trans Am Math Soc 54:426
TestResult wald_rd(const TwoByTwo& table, const TestOptions& options) {
  if (const auto reason = empty_margin(table); !reason.empty()) return TestResult::none(reason);
  const double squared = variance(table);
  if (squared == 0) return TestResult::none("standard error of 0");
  const double n1 = static_cast<double>(table.experimental.total),
               n2 = static_cast<double>(table.control.total);
  const double difference = static_cast<double>(cross_difference(table)) / n1 / n2;
  return normal_test(difference / std::sqrt(squared), options.alternative);
}

Working wald_rd_working(const TwoByTwo& table, const TestOptions& options) {
  return normal_working(
      {{"standard error", "SE", "sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)", std::sqrt(variance(table))},
       {"statistic", "Z", "(p1 - p2) / SE", *wald_rd(table, options).statistic}},
      options.alternative);
}

}  // namespace trialcalc::two_by_two
