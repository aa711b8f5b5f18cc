#pragma once
// How many tables there are to look at: an estimate of the work of the exact sums.
#include <span>

#include "stats/table/problem.hpp"

namespace trialcalc::table {

/// The tables more probable than the observed one, as if the cells were normal: the points of an ellipsoid,
/// whose squared radius is twice the excess of the observed key over the least one.
class Ellipsoid {
 public:
  /// `least` is the least key of all tables.
  Ellipsoid(const Problem& problem, const FactorialKeys& factorials, std::int64_t least);

  /// Shares of the rows between two groups of columns, with the fillings of either group.
  double halves(std::span<const std::int64_t> left, std::span<const std::int64_t> right) const;

  /// Pairs of what is left of the rows before and after a column, over all columns but the last.
  double network() const;

 private:
  double log_spread(double people, double column) const;
  double log_fillings(std::span<const std::int64_t> group) const;
  double points(double dimensions, double log_spreads) const;

  const Problem& problem_;
  double squared_radius_ = 0, free_rows_ = 0, log_shares_ = 0;
};

}  // namespace trialcalc::table
