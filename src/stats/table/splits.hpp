#pragma once
// All the ways in which a column can be filled from the people left in the rows.
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "stats/table/factorial_keys.hpp"

namespace trialcalc::table {

/// Branches of less probability than `least` are left out, and what they hold is added to `neglected`.
/// More than `budget` steps are not made: then the sum is not `complete`.
struct Pruning {
  double least = 0, neglected = 0;
  std::int64_t budget = 0;

  bool complete() const { return budget >= 0; }
};

/// What a Splitter needs beside the margins; kept by its owner, who splits many times.
struct SplitSpace {
  std::vector<std::int64_t> x, undecided;
};

/// Where the walk begins: probability and key (a lower bound of it, see Splitter) of all that comes before,
/// and the key from which on a branch need not be walked through.
struct SplitStart {
  double mass;
  std::int64_t key, limit;
};

/// Walks through the vectors x with 0 <= x_i <= n_i and sum c: multivariate hypergeometric, row by row, each
/// row outward from its mode. A branch carries a lower bound of the keys it leads to: the start's, and for
/// each row `bounds.split(n_i, x_i)` once it is decided, `bounds.whole(n_i)`, the least of these, before.
/// `Visit(x, mass, key)` sees the vectors whose bound is below the limit.
template <class Bounds, class Visit>
class Splitter {
 public:
  Splitter(const FactorialKeys& factorials, Pruning& pruning, SplitSpace& space, Bounds bounds, Visit visit)
      : factorials_(factorials), pruning_(pruning), space_(space), bounds_(bounds), visit_(visit) {}

  /// Returns the probability of the branches at or beyond the limit.
  double run(std::span<const std::int64_t> rows, std::int64_t column, const SplitStart& start) {
    rows_ = rows;
    limit_ = start.limit;
    beyond_ = 0;
    space_.x.resize(rows.size());
    space_.undecided.assign(rows.size() + 1, 0);
    std::int64_t people = 0;
    for (std::size_t i = rows.size(); i-- > 0;) {
      people += rows[i];
      space_.undecided[i] = space_.undecided[i + 1] + bounds_.whole(rows[i]);
    }
    if (start.key + space_.undecided[0] >= limit_) return start.mass;
    descend(0, {people, column, start.mass, start.key});
    return beyond_;
  }

 private:
  /// What is left to distribute over the rows from a level on.
  struct Rest {
    std::int64_t people, drawn;
    double mass;
    std::int64_t key;
  };

  void descend(std::size_t level, const Rest& rest) {
    if (level + 1 == rows_.size()) return last(rest);
    const std::int64_t good = rows_[level], bad = rest.people - good, drawn = rest.drawn;
    const std::int64_t low = std::max<std::int64_t>(0, drawn - bad), high = std::min(good, drawn);
    const std::int64_t mode = std::clamp((drawn + 1) * (good + 1) / (rest.people + 2), low, high);
    const double peak = rest.mass * factorials_.hypergeometric(mode, good, bad, drawn);
    const auto ratio_up = [&](std::int64_t x) {
      return static_cast<double>(good - x) * static_cast<double>(drawn - x) /
             (static_cast<double>(x + 1) * static_cast<double>(bad - drawn + x + 1));
    };
    double mass = peak;
    for (std::int64_t x = mode; x <= high; ++x) {
      const double ratio = ratio_up(x);
      if (!step(level, rest, x, mass)) {
        pruning_.neglected += tail(mass, ratio, high - x);
        break;
      }
      mass *= ratio;
    }
    mass = peak;
    for (std::int64_t x = mode - 1; x >= low; --x) {
      mass /= ratio_up(x);
      if (step(level, rest, x, mass)) continue;
      pruning_.neglected += tail(mass, x > low ? 1 / ratio_up(x - 1) : 0, x - low);
      break;
    }
  }

  bool step(std::size_t level, const Rest& rest, std::int64_t x, double mass) {
    if (mass < pruning_.least || --pruning_.budget < 0) return false;
    const std::int64_t good = rows_[level], key = rest.key + bounds_.split(good, x);
    if (key + space_.undecided[level + 1] >= limit_) {
      beyond_ += mass;
      return true;
    }
    space_.x[level] = x;
    descend(level + 1, {rest.people - good, rest.drawn - x, mass, key});
    return true;
  }

  void last(const Rest& rest) {
    const std::int64_t key = rest.key + bounds_.split(rows_.back(), rest.drawn);
    if (key >= limit_) {
      beyond_ += rest.mass;
      return;
    }
    space_.x.back() = rest.drawn;
    visit_(std::span<const std::int64_t>(space_.x), rest.mass, key);
  }

  /// The hypergeometric distribution is log-concave: from here on each term is at most `ratio` times the
  /// last.
  static double tail(double mass, double ratio, std::int64_t further) {
    const double all = mass * static_cast<double>(further + 1);
    return ratio < 1 ? std::min(all, mass / (1 - ratio)) : all;
  }

  const FactorialKeys& factorials_;
  Pruning& pruning_;
  SplitSpace& space_;
  Bounds bounds_;
  Visit visit_;
  std::span<const std::int64_t> rows_;
  std::int64_t limit_ = 0;
  double beyond_ = 0;
};

}  // namespace trialcalc::table
