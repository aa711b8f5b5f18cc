#include "stats/table/halves.hpp"

#include <cmath>

#include "stats/table/column_group.hpp"
#include "stats/table/ellipsoid.hpp"

namespace trialcalc::table {

namespace {

/// Longer lists of fillings than this, some 200 MB, are not made.
constexpr std::size_t max_fillings = 4'000'000;

struct Groups {
  ColumnGroup left, right, all;
};

/// Shares of a row between the two groups.
struct ShareBounds {
  const Groups& groups;

  std::int64_t split(std::int64_t n, std::int64_t x) const {
    return groups.left.row_least(0, x) + groups.right.row_least(0, n - x);
  }
  std::int64_t whole(std::int64_t n) const { return groups.all.row_least(0, n); }
};

class Halves {
 public:
  Halves(const Problem& problem, const Groups& groups, Pruning& pruning)
      : problem_(problem),
        groups_(groups),
        pruning_(pruning),
        limit_(problem.observed + groups.all.factorials().slack() + 1),
        left_fillings_(groups.left, pruning),
        right_fillings_(groups.right, pruning) {}

  Tail sum() {
    const auto visit = [this](std::span<const std::int64_t> left, double mass, std::int64_t) {
      meet(left, mass);
    };
    SplitSpace space;
    Splitter splitter(groups_.all.factorials(), pruning_, space, ShareBounds{groups_}, visit);
    sum_.mass += splitter.run(problem_.rows, groups_.left.people(), {1, groups_.all.offset(0), limit_});
    return sum_;
  }

 private:
  void meet(std::span<const std::int64_t> left, double mass) {
    if (!pruning_.complete()) return;
    right_.resize(left.size());
    for (std::size_t i = 0; i < left.size(); ++i) right_[i] = problem_.rows[i] - left[i];
    const std::int64_t left_limit = limit_ - groups_.right.least(right_),
                       right_limit = limit_ - groups_.left.least(left);
    sum_.mass += left_fillings_.list(left, mass, left_limit, left_paths_);
    right_paths_.add(right_limit, right_fillings_.list(right_, mass, right_limit, right_paths_));
    right_paths_.arrange();
    pruning_.budget -= static_cast<std::int64_t>(left_paths_.paths().size());
    if (std::max(left_paths_.paths().size(), right_paths_.paths().size()) > max_fillings)
      pruning_.budget = -1;
    for (const Path& path : left_paths_.paths()) {
      const Tail tail = right_paths_.at_least(problem_.observed - path.key, groups_.all.factorials().slack());
      sum_.mass += path.mass / mass * tail.mass;
      sum_.uncertain += path.mass / mass * tail.uncertain;
    }
  }

  const Problem& problem_;
  const Groups& groups_;
  Pruning& pruning_;
  std::int64_t limit_;  // beyond it a table is surely as extreme as the observed one
  Fillings left_fillings_, right_fillings_;
  Vector right_;
  PathList left_paths_, right_paths_;
  Tail sum_;
};

/// The first so many columns are the left group.
struct Cut {
  std::size_t columns = 1;
  double steps = HUGE_VAL;
};

Cut best_cut(const Problem& problem, const FactorialKeys& factorials) {
  const std::span<const std::int64_t> columns(problem.columns);
  const ColumnGroup all(columns, problem.rows.size(), problem.rows.back(), factorials);
  const Ellipsoid ellipsoid(problem, factorials, all.least(problem.rows));
  Cut best;
  for (std::size_t cut = 1; cut < columns.size(); ++cut) {
    const double steps = ellipsoid.halves(columns.first(cut), columns.subspan(cut));
    if (steps < best.steps) best = {cut, steps};
  }
  return best;
}

}  // namespace

double steps_by_halves(const Problem& problem, const FactorialKeys& factorials) {
  return best_cut(problem, factorials).steps;
}

Tail sum_by_halves(const Problem& problem, const FactorialKeys& factorials, Pruning& pruning) {
  const std::span<const std::int64_t> columns(problem.columns);
  const std::size_t cut = best_cut(problem, factorials).columns, rows = problem.rows.size();
  const std::int64_t most = problem.rows.back();
  const Groups groups{{columns.first(cut), rows, most, factorials},
                      {columns.subspan(cut), rows, most, factorials},
                      {columns, rows, most, factorials}};
  return Halves(problem, groups, pruning).sum();
}

}  // namespace trialcalc::table
