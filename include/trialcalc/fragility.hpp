#pragma once
// How many patients' outcomes would have to change for P to cross alpha.

#include <cstdint>
#include <optional>
#include <string_view>

#include "trialcalc/methods.hpp"

namespace trialcalc {

/// Which arm's outcomes are changed: the one with the lower risk in the original definition.
enum class ChangedArm { experimental, control };

struct Fragility {
  std::optional<std::int64_t> index;  ///< changes until P is no longer below alpha; 0 when it is not at first
  std::optional<std::int64_t> reverse_index;  ///< changes until P is below alpha; none when it is at first
  std::optional<double> quotient;             ///< the index over all patients
  std::optional<double> reverse_quotient;     ///< the reverse index over all patients
  double p_start = 1;
  std::optional<double> p_after;  ///< P of `after`
  ChangedArm arm = ChangedArm::experimental;
  int direction = 0;               ///< +1: events added, -1: events taken away, 0: nothing changed
  TwoByTwo before, after;          ///< one change before P crosses alpha, and when it has crossed
  std::string_view not_estimable;  ///< the reason there is no index; empty when there is
};

/// Fragility index, its quotient, and the reverse index of a result that is not significant.
///
/// Formula  events are added to the arm with the lower risk, non-events taken from it, one patient at a time,
///          until P >= alpha; reverse: events are taken from it until P < alpha, or, when none is left, added
///          to the other arm. The quotient is the index over n1 + n2.
/// Given    table  counts of people, 0 <= events <= total, total >= 1
///          test   any two-sided test of the registry; the definition has Fisher's exact test
///          alpha  in (0, 1)
/// Edges    P not below alpha at first: index 0. No change of one arm crosses alpha, or the test has no P:
///          not estimable, with the reason. Equal risks: the arm that takes fewer changes.
/// Error    steps are single up to 2000, then found by bisection
/// Source   Walsh et al 2014, J Clin Epidemiol 67:622; Ahmed, Fowler & McCredie 2016, Chest 149:1118
///          (quotient); Khan et al 2020, Am Heart J 230:142 (reverse)
Fragility fragility(const TwoByTwo& table, const TestMethod& test, double alpha);

/// P at first, one change before the last, and after it: that the last one takes P across alpha. The counts
/// at first are a of n1 and c of n2, then a1 and c1, then a2 and c2. Empty where nothing crosses.
Working fragility_working(const TwoByTwo& table, const Fragility& fragility, const TestMethod& test);

}  // namespace trialcalc
