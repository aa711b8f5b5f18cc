#pragma once
// The exact sum column by column, for tables of many columns.
#include "stats/table/path_list.hpp"
#include "stats/table/problem.hpp"
#include "stats/table/splits.hpp"

namespace trialcalc::table {

/// Mehta and Patel's network: a node is what is left of the row margins, in order of size; the paths to it
/// are kept by key, equal ones together, until two columns are left. Sets the pruning's budget below 0 when
/// it grows beyond its memory, or sees that it will grow beyond the budget.
Tail sum_by_network(const Problem& problem, const FactorialKeys& factorials, Pruning& pruning);

/// The steps that this takes at least, roughly: as if there were one path to each node.
double steps_by_network(const Problem& problem, const FactorialKeys& factorials);

}  // namespace trialcalc::table
