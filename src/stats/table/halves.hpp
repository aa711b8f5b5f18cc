#pragma once
// The exact sum from two groups of columns whose fillings are listed, not multiplied out.
#include "stats/table/path_list.hpp"
#include "stats/table/problem.hpp"
#include "stats/table/splits.hpp"

namespace trialcalc::table {

/// Probability of the tables with a key of at least the observed one: for each way to share the rows between
/// two groups of columns, each filling of the one is met with the sorted fillings of the other. Shares and
/// parts of fillings that lead nowhere but beyond the observed key are summed as a whole.
/// Given  three columns or more
Tail sum_by_halves(const Problem& problem, const FactorialKeys& factorials, Pruning& pruning);

/// Points that this looks at, roughly; each takes some ten steps.
double steps_by_halves(const Problem& problem, const FactorialKeys& factorials);

}  // namespace trialcalc::table
