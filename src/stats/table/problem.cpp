#include "stats/table/problem.hpp"

#include <algorithm>

namespace trialcalc::table {

Problem problem_of(const Margins& margins, const FactorialKeys& factorials) {
  Problem problem{margins.rows, margins.columns, margins.total, 0};
  if (problem.rows.size() > problem.columns.size()) std::swap(problem.rows, problem.columns);
  std::sort(problem.columns.begin(), problem.columns.end());
  std::sort(problem.rows.begin(), problem.rows.end());
  for (const std::int64_t cell : margins.counts.cells) problem.observed += factorials.key(cell);
  return problem;
}

}  // namespace trialcalc::table
