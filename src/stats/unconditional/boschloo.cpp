#include "stats/unconditional/fisher_order.hpp"
#include "stats/unconditional/methods.hpp"

namespace trialcalc::unconditional {

/// Boschloo's exact unconditional test: Fisher's P is the statistic, so that it is never above Fisher's P.
///
/// Formula  sup over risk of sum over tables with Fisher's P at most the observed of
///          Bin(x; n1, risk) Bin(y; n2, risk); for the two-sided alternative Fisher's P is the sum of the
///          tables of the margin that are at most as probable
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative; berger_boos = gamma: gamma plus the supremum over the Clopper-Pearson
///                   interval at level 1 - gamma for the common risk
/// Returns  p, Fisher's P as the statistic, the common risk where the supremum is reached, the bound on the
///          error of p
/// Edges    empty margins: P = 1. More than max_patients: not estimable
/// Error    P values that doubles cannot tell apart are compared in integers; the supremum is global, proven
/// to 1e-9 of p
///          or better, see p_error
/// Source   Boschloo 1970, Statistica Neerlandica 24:1
TestResult boschloo(const TwoByTwo& table, const TestOptions& options) {
  if (options.alternative == Alternative::two_sided) return fisher_two_sided(table, options);
  const bool greater = options.alternative == Alternative::greater;
  return fisher_greater(greater ? table : swapped(table), options);
}

}  // namespace trialcalc::unconditional
