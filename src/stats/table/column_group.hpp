#pragma once
// Some columns of a table: the least key that they can have, and all the ways to fill them.
#include <cstdint>
#include <span>
#include <vector>

#include "stats/table/path_list.hpp"
#include "stats/table/problem.hpp"
#include "stats/table/splits.hpp"

namespace trialcalc::table {

/// Bounds on the keys of fillings, i.e. on the sum of ln x! over their cells, given the row margins.
///
/// Proof  With any number v_j for each column, sum ln x_ij! = sum (ln x_ij! - v_j x_ij) + sum v_j c_j. The
///        first sum, minimised over each row alone, with no regard to the columns, is a lower bound
///        (Lagrange's); v_j = ln(c_j + rows / 2) brings it close, since at the least key ln(x_ij + 1/2) is
///        nearly a number of the row plus a number of the column. All numbers are integers, in steps.
class ColumnGroup {
 public:
  /// Columns that share `rows` rows of at most `people` people.
  ColumnGroup(std::span<const std::int64_t> columns, std::size_t rows, std::int64_t people,
              const FactorialKeys& factorials);

  const Vector& columns() const { return columns_; }
  std::int64_t people() const { return people_; }

  /// A row of n people over the columns from j on: sum of ln x! - v x, at least.
  std::int64_t row_least(std::size_t j, std::int64_t n) const {
    return least_[j][static_cast<std::size_t>(n)];
  }
  /// The sum of v c over the columns from j on.
  std::int64_t offset(std::size_t j) const { return offset_[j]; }
  /// No filling of the columns from j on has a smaller key.
  std::int64_t least(std::span<const std::int64_t> rows, std::size_t j = 0) const;

  /// ln x! - v x of a cell of column j.
  std::int64_t cell(std::size_t j, std::int64_t x) const { return factorials_.key(x) - multiplier_[j] * x; }

  const FactorialKeys& factorials() const { return factorials_; }

 private:
  Vector columns_, multiplier_, offset_;
  std::vector<Vector> least_;
  std::int64_t people_ = 0;
  const FactorialKeys& factorials_;
};

/// Column j of a group against those after it.
struct ColumnBounds {
  const ColumnGroup& group;
  std::size_t j;

  std::int64_t split(std::int64_t n, std::int64_t x) const {
    return group.cell(j, x) + group.row_least(j + 1, n - x);
  }
  std::int64_t whole(std::int64_t n) const { return group.row_least(j, n); }
};

/// Lists the fillings of a group.
class Fillings {
 public:
  Fillings(const ColumnGroup& group, Pruning& pruning);

  /// Adds to `paths` those with a key below the limit; returns the probability of the others. Those of all
  /// make up `mass`.
  double list(std::span<const std::int64_t> rows, double mass, std::int64_t limit, PathList& paths);

 private:
  double list_from(std::size_t j, std::span<const std::int64_t> rows, const SplitStart& start);

  const ColumnGroup& group_;
  Pruning& pruning_;
  std::vector<SplitSpace> spaces_;
  std::vector<Vector> rests_;
  PathList* paths_ = nullptr;
};

}  // namespace trialcalc::table
