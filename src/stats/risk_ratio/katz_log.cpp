#include <cmath>

#include "stats/risk_ratio/methods.hpp"
#include "stats/two_arms/cells.hpp"

namespace trialcalc::risk_ratio {

namespace {

/// (n1 - a) / (a n1) keeps the digits that 1/a - 1/n1 loses when nearly everybody has the event.
double log_variance(const two_arms::Cells& cells) {
  return cells.b / (cells.a * cells.n1()) + cells.d / (cells.c * cells.n2());
}

}  // namespace

/// Katz log interval for the risk ratio: normal on the scale of its logarithm.
///
/// Formula  exp(ln(p1 / p2) -+ z sqrt(1/a - 1/n1 + 1/c - 1/n2))
/// Given    table       counts of people, 0 <= events <= total, total >= 1
///          confidence  two-sided level
/// Returns  bounds on the ratio scale (no unit), 0 < lower <= upper
/// Edges    a = 0 or c = 0: not estimable (the logarithm or its variance is infinite)
///          a = n1 and c = n2: the variance is 0 and both bounds are 1
/// Source   Katz, Baptista, Azen & Pike 1978, Biometrics 34:469
Interval katz_log(const TwoByTwo& table, const Confidence& confidence) {
  const auto& [experimental, control] = table;
  if (experimental.events == 0 || control.events == 0) return Interval::none("zero cell");
  const double a = static_cast<double>(experimental.events), n1 = static_cast<double>(experimental.total);
  const double c = static_cast<double>(control.events), n2 = static_cast<double>(control.total);
  const double ratio = (a * n2) / (n1 * c);
  const double factor = std::exp(confidence.z() * std::sqrt(log_variance(two_arms::Cells(table))));
  return {ratio / factor, ratio * factor, {}, {}};
}

Working katz_log_working(const TwoByTwo& table, const Confidence&) {
  const two_arms::Cells cells(table);
  return {
      {{"risk ratio", "RR", "p1 / p2", cells.p1() / cells.p2()},
       {"standard error of ln RR", "SE", "sqrt(1/a - 1/n1 + 1/c - 1/n2)", std::sqrt(log_variance(cells))}},
      "RR exp(-+ z SE)"};
}

}  // namespace trialcalc::risk_ratio
