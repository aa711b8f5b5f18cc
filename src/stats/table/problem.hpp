#pragma once
// A table as the exact sums see it.
#include <cstdint>
#include <vector>

#include "stats/table/factorial_keys.hpp"
#include "stats/table/margins.hpp"

namespace trialcalc::table {

using Vector = std::vector<std::int64_t>;

/// Margins in increasing order, the smaller side as rows, because the state of the sums is the row margins.
struct Problem {
  Vector rows, columns;
  std::int64_t people = 0;
  std::int64_t observed = 0;  ///< key of the observed table: the sum of ln x! over its cells, in steps
};

Problem problem_of(const Margins& margins, const FactorialKeys& factorials);

}  // namespace trialcalc::table
