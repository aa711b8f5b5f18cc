#include "stats/table/network.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "stats/table/column_group.hpp"
#include "stats/table/ellipsoid.hpp"

namespace trialcalc::table {

namespace {

/// Paths kept from one column to the next, over all nodes: some 100 MB at most, and twice that in all.
constexpr std::size_t max_paths = 2'500'000;

std::uint64_t mixed(std::uint64_t x) {  // splitmix64
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

struct VectorHash {
  std::size_t operator()(const Vector& v) const {
    std::uint64_t hash = 0;
    for (const std::int64_t x : v) hash = mixed(hash + static_cast<std::uint64_t>(x) + 0x9e3779b97f4a7c15u);
    return hash;
  }
};

/// The paths to a node by key; open addressing, where a mass of 0 is a free place.
class PathTable {
 public:
  /// True when the key was not there before.
  bool add(std::int64_t key, double mass) {
    if (mass <= 0) return false;
    if (4 * size_ >= 3 * places_.size()) grow();
    Path& path = place(key);
    const bool fresh = path.mass == 0;
    path.key = key;
    path.mass += mass;
    size_ += fresh;
    return fresh;
  }
  template <class Visit>
  void each(Visit visit) const {
    for (const Path& path : places_)
      if (path.mass > 0) visit(path);
  }

 private:
  Path& place(std::int64_t key) {
    const std::size_t mask = places_.size() - 1;
    std::size_t i = mixed(static_cast<std::uint64_t>(key)) & mask;
    while (places_[i].mass != 0 && places_[i].key != key) i = (i + 1) & mask;
    return places_[i];
  }
  void grow() {
    std::vector<Path> old(std::max<std::size_t>(4, 2 * places_.size()));
    std::swap(old, places_);
    for (const Path& path : old)
      if (path.mass > 0) place(path.key) = path;
  }

  std::vector<Path> places_;
  std::size_t size_ = 0;
};

using Stage = std::unordered_map<Vector, PathTable, VectorHash>;

/// Bounds on the sum of ln x! over the cells that are still to be filled, in steps.
struct Bounds {
  std::int64_t least = 0, most = 0;
};

class Walk {
 public:
  Walk(const Problem& problem, const FactorialKeys& factorials, Pruning& pruning)
      : problem_(problem),
        factorials_(factorials),
        pruning_(pruning),
        columns_(problem.columns, problem.rows.size(), problem.rows.back(), factorials),
        last_two_(std::span(problem.columns).last(2), problem.rows.size(), problem.rows.back(), factorials),
        fillings_(last_two_, pruning) {}

  Tail sum() {
    Stage stage;
    stage[problem_.rows].add(0, 1);
    for (column_ = 0; column_ + 2 < problem_.columns.size() && pruning_.complete(); ++column_) {
      Stage next;
      paths_ = 0;
      Foresight foresight{stage.size(), pruning_.budget};
      for (auto& [node, paths] : stage) {
        advance(node, paths, next);
        paths = {};
        if (!foresight.affordable(pruning_.budget, paths_)) pruning_.budget = -1;
        if (!pruning_.complete()) return {};
      }
      stage = std::move(next);
    }
    for (const auto& [node, paths] : stage) finish(node, paths);
    return sum_;
  }

 private:
  /// Tells from some of a stage's nodes, which come in no order, whether all are within budget and memory.
  struct Foresight {
    std::size_t nodes;
    std::int64_t budget;
    std::size_t done = 0;

    bool affordable(std::int64_t left, std::size_t paths) {
      constexpr std::size_t enough_to_tell = 50;
      if (++done < std::min(nodes, enough_to_tell)) return paths <= max_paths;
      const double share = static_cast<double>(done) / static_cast<double>(nodes);
      return static_cast<double>(budget - left) <= share * static_cast<double>(budget) &&
             static_cast<double>(paths) <= std::sqrt(share) * static_cast<double>(max_paths);
    }
  };

  struct Edge {
    PathTable* child;
    Bounds bounds;
    std::int64_t key;
    double mass;
  };

  /// Bounds for `rows` and the columns after the present one. ln x! is convex: most when the people of each
  /// row, or of each column, are all in one cell.
  Bounds bounds(const Vector& rows) const {
    std::int64_t by_row = 0, by_column = 0;
    for (const std::int64_t row : rows) by_row += factorials_.key(row);
    for (std::size_t j = column_ + 1; j < problem_.columns.size(); ++j)
      by_column += factorials_.key(problem_.columns[j]);
    return {columns_.least(rows, column_ + 1), std::min(by_row, by_column)};
  }

  /// Probability of all paths to a node, and the least of their keys.
  static Path together(const PathTable& paths) {
    Path all{std::numeric_limits<std::int64_t>::max(), 0};
    paths.each([&](const Path& path) {
      all.mass += path.mass;
      all.key = std::min(all.key, path.key);
    });
    return all;
  }

  /// The key from which on, after this path, a filling is surely as extreme as the observed table.
  std::int64_t limit_after(const Path& path) const {
    return problem_.observed + factorials_.slack() + 1 - path.key;
  }

  void advance(const Vector& node, const PathTable& paths, Stage& next) {
    for (const Edge& edge : edges_of(node, together(paths), next)) {
      pruning_.budget -= 1;
      paths.each([&](const Path& path) { follow(edge, path); });
      if (!pruning_.complete()) return;
    }
  }

  void follow(const Edge& edge, const Path& path) {
    const double mass = edge.mass * path.mass;
    const std::int64_t key = edge.key + path.key, wanted = problem_.observed - key;
    const std::int64_t slack = factorials_.slack();
    --pruning_.budget;
    if (edge.bounds.least - slack > wanted) {
      sum_.mass += mass;
    } else if (edge.bounds.most + slack >= wanted) {
      if (mass < pruning_.least)
        pruning_.neglected += mass;
      else
        paths_ += edge.child->add(key, mass);
    }
  }

  /// The ways to fill this column, those to the same node with the same key together. Those that are extreme
  /// after every path are summed at once.
  std::vector<Edge> edges_of(const Vector& node, const Path& all, Stage& next) {
    std::unordered_map<Vector, double, VectorHash> found;
    Vector child;
    const auto visit = [&](std::span<const std::int64_t> x, double q, std::int64_t) {
      child = node;
      std::int64_t key = 0;
      for (std::size_t i = 0; i < x.size(); ++i) {
        child[i] -= x[i];
        key += factorials_.key(x[i]);
      }
      std::sort(child.begin(), child.end());
      child.push_back(key);
      found[child] += q / all.mass;
    };
    Splitter splitter(factorials_, pruning_, space_, ColumnBounds{columns_, column_}, visit);
    sum_.mass +=
        splitter.run(node, problem_.columns[column_], {all.mass, columns_.offset(column_), limit_after(all)});
    std::vector<Edge> edges;
    for (const auto& [to, q] : found) {
      Vector rows(to.begin(), to.end() - 1);
      const Bounds limits = bounds(rows);
      edges.push_back({&next[std::move(rows)], limits, to.back(), q});
    }
    return edges;
  }

  void finish(const Vector& node, const PathTable& paths) {
    const Path all = together(paths);
    if (!pruning_.complete() || all.mass <= 0) return;
    list_.add(limit_after(all), fillings_.list(node, all.mass, limit_after(all), list_));
    list_.arrange();
    paths.each([&](const Path& path) {
      const Tail tail = list_.at_least(problem_.observed - path.key, factorials_.slack());
      sum_.mass += path.mass / all.mass * tail.mass;
      sum_.uncertain += path.mass / all.mass * tail.uncertain;
    });
  }

  const Problem& problem_;
  const FactorialKeys& factorials_;
  Pruning& pruning_;
  ColumnGroup columns_, last_two_;
  Fillings fillings_;
  SplitSpace space_;
  std::size_t column_ = 0, paths_ = 0;
  PathList list_;
  Tail sum_;
};

}  // namespace

double steps_by_network(const Problem& problem, const FactorialKeys& factorials) {
  const ColumnGroup all(problem.columns, problem.rows.size(), problem.rows.back(), factorials);
  return Ellipsoid(problem, factorials, all.least(problem.rows)).network();
}

Tail sum_by_network(const Problem& problem, const FactorialKeys& factorials, Pruning& pruning) {
  return Walk(problem, factorials, pruning).sum();
}

}  // namespace trialcalc::table
