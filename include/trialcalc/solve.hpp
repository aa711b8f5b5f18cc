#pragma once
// Every 2x2 table that prints what a report prints.

#include <functional>
#include <optional>
#include <vector>

#include "trialcalc/comparison.hpp"
#include "trialcalc/digits.hpp"

namespace trialcalc {

/// How many patients an arm may have.
struct ArmSizes {
  std::int64_t low = 1, high = max_group_size;
};

/// A printed effect: any of its numbers may be missing.
struct PrintedEffect {
  Measure measure = Measure::risk_ratio;
  std::optional<PrintedNumber> estimate, lower, upper;
  const IntervalMethod* method = nullptr;  ///< of the limits; needed where one is printed
  bool in_points = false;                  ///< a risk difference in percentage points
};

/// What the report prints. All that is printed must be printed by a table.
struct SolveQuestion {
  ArmSizes experimental, control;
  std::optional<std::int64_t> patients;  ///< both arms together
  std::optional<PrintedNumber> experimental_percent, control_percent;
  std::vector<PrintedEffect> effects;
  std::optional<PrintedNumber> p;
  std::vector<const TestMethod*> tests;  ///< one of them has to print P
  Confidence confidence{0.95};
  RoundingChoice rounding = RoundingChoice::half_up;
};

struct SolveResult {
  std::vector<TwoByTwo> tables;  ///< by experimental total, control total, events
  bool complete = true;          ///< all tables were found: none is missing
  std::int64_t splits = 0;       ///< pairs of arm sizes looked at
  std::int64_t evaluated = 0;    ///< tables and boxes of tables looked at
};

/// Called now and then with the share of arm sizes done and the tables so far; false stops the search.
using SolveProgress = std::function<bool(double share, std::size_t tables)>;

/// All tables that print the numbers.
///
/// Formula  for each pair of arm sizes, boxes of event counts are halved; a box is left out when it is proven
///          that no table in it can print the estimate, or the limits (see limit_bounds.hpp)
/// Given    0 < level; arm sizes from 1 to 1e9
/// Returns  every table, or none, which is a proof; `complete` is false when `progress` stopped the search
/// Error    a limit or P within 1e-12 of a rounding tie counts for both sides; counts are compared exactly
SolveResult solve(const SolveQuestion& question, const SolveProgress& progress = {});

/// Does this table print all the numbers? The plain check that the search uses at its leaves.
bool prints_all(const SolveQuestion& question, const TwoByTwo& table);

/// Those of the question's tests that print its P for this table.
std::vector<const TestMethod*> tests_that_print(const SolveQuestion& question, const TwoByTwo& table);

}  // namespace trialcalc
