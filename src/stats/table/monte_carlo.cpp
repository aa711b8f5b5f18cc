#include "stats/table/monte_carlo.hpp"

#include <algorithm>
#include <cmath>

#include "stats/numeric/distributions.hpp"
#include "stats/table/wide.hpp"

namespace trialcalc::table {

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::int64_t most_tables = 2'000'000, fewest_tables = 2'000;
/// Nanoseconds, roughly, that a simulation may take; those of a cell that is drawn, and of a step away from
/// its mode; those of a person who is drawn, and of a cell that is only compared.
constexpr double max_time = 1e9, cell_time = 600, step_time = 10, person_time = 6, compare_time = 10;

/// Sebastiano Vigna's splitmix64: the same numbers on every platform, unlike the distributions of <random>.
class Random {
 public:
  /// Uniform on [0, 1) in steps of 2^-53.
  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  /// One of 0 ... n - 1, as evenly as 64 bits allow.
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>((static_cast<UnsignedWide>(next()) * n) >> 64);
  }

 private:
  std::uint64_t next() {
    std::uint64_t x = state_ += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
  }

  std::uint64_t state_ = seed;
};

struct Urn {
  std::int64_t good, bad, drawn;

  /// P(x + 1) / P(x).
  double ratio(std::int64_t x) const {
    return static_cast<double>(good - x) * static_cast<double>(drawn - x) /
           (static_cast<double>(x + 1) * static_cast<double>(bad - drawn + x + 1));
  }
};

/// A hypergeometric number by inversion, from the mode outward on both sides in turn.
std::int64_t draw_cell(const Urn& urn, Random& random) {
  const auto [good, bad, drawn] = urn;
  const std::int64_t low = std::max<std::int64_t>(0, drawn - bad), high = std::min(good, drawn);
  if (low == high) return low;
  const double expected =
      static_cast<double>(drawn + 1) * (static_cast<double>(good + 1) / static_cast<double>(good + bad + 2));
  const std::int64_t mode = std::clamp(static_cast<std::int64_t>(expected), low, high);
  const double peak = std::exp(numeric::log_choose(good, mode) + numeric::log_choose(bad, drawn - mode) -
                               numeric::log_choose(good + bad, drawn));
  double left = random.uniform() - peak, above = peak, below = peak;
  for (std::int64_t up = mode, down = mode; left >= 0 && (up < high || down > low);) {
    if (up < high) {
      above *= urn.ratio(up++);
      if ((left -= above) < 0) return up;
    }
    if (down > low) {
      below /= urn.ratio(--down);
      if ((left -= below) < 0) return down;
    }
    // What rounding left of the probability belongs to nobody.
    if (above + below < 1e-18 * peak) break;
  }
  return mode;
}

/// ln x! - ln o!, without loss of digits where x is near o.
double log_factorial_ratio(std::int64_t x, std::int64_t o) {
  if (x < o) return -log_factorial_ratio(o, x);
  if (x - o > 100)
    return numeric::log_gamma(static_cast<double>(x) + 1) - numeric::log_gamma(static_cast<double>(o) + 1);
  double product = 1, sum = 0;
  for (std::int64_t k = o + 1; k <= x; ++k) {
    product *= static_cast<double>(k);
    if (product < 1e250) continue;
    sum += std::log(product);
    product = 1;
  }
  return sum + std::log(product);
}

/// Random tables with given margins, cell by cell or person by person, whichever is quicker.
class RandomTable {
 public:
  explicit RandomTable(const Margins& margins) : margins_(margins), cells_(margins.counts.cells.size()) {
    if (person_by_person()) {
      for (std::size_t i = 0; i < margins.rows.size(); ++i)
        people_.insert(people_.end(), static_cast<std::size_t>(margins.rows[i]), i);
    }
  }

  /// Row by row.
  const std::vector<std::int64_t>& draw() {
    people_.empty() ? draw_cells() : draw_people();
    return cells_;
  }
  /// Nanoseconds that one takes.
  double time() const { return people_.empty() ? time_by_cells() : time_by_people(); }

 private:
  bool person_by_person() const { return time_by_people() < time_by_cells(); }
  double time_by_people() const { return person_time * static_cast<double>(margins_.total); }
  double time_by_cells() const;

  std::int64_t& cell(std::size_t i, std::size_t j) { return cells_[i * margins_.columns.size() + j]; }

  void draw_cells() {
    rows_ = margins_.rows;
    std::int64_t people = margins_.total;
    for (std::size_t j = 0; j < margins_.columns.size(); ++j) {
      std::int64_t rest = people, drawn = margins_.columns[j];
      people -= drawn;
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        rest -= rows_[i];
        const std::int64_t x = rest == 0 ? drawn : draw_cell({rows_[i], rest, drawn}, random_);
        drawn -= x;
        rows_[i] -= x;
        cell(i, j) = x;
      }
    }
  }

  /// Fisher and Yates's shuffle, the people in order of column.
  void draw_people() {
    std::fill(cells_.begin(), cells_.end(), 0);
    std::size_t left = people_.size();
    for (std::size_t j = 0; j < margins_.columns.size(); ++j) {
      for (std::int64_t k = 0; k < margins_.columns[j]; ++k) {
        std::swap(people_[random_.below(left)], people_[left - 1]);
        ++cell(people_[--left], j);
      }
    }
  }

  const Margins& margins_;
  Random random_;
  std::vector<std::int64_t> cells_, rows_;
  std::vector<std::size_t> people_;  // the row of each
};

double RandomTable::time_by_cells() const {
  double time = 0;
  const double people = static_cast<double>(margins_.total);
  for (const std::int64_t row : margins_.rows) {
    for (const std::int64_t column : margins_.columns) {
      const double share = static_cast<double>(row) / people;
      time += cell_time + step_time * std::sqrt(static_cast<double>(column) * share * (1 - share));
    }
  }
  return time;
}

/// Close to equal is equal: what this gets wrong is far below the standard error.
bool as_extreme(const std::vector<std::int64_t>& cells, const std::vector<std::int64_t>& observed) {
  double log_ratio = 0;  // ln of the observed table's probability over this one's
  for (std::size_t i = 0; i < cells.size(); ++i) log_ratio += log_factorial_ratio(cells[i], observed[i]);
  return log_ratio >= -1e-10;
}

}  // namespace

SimulatedP simulated_fisher(const Margins& margins) {
  RandomTable table(margins);
  const std::vector<std::int64_t>& observed = margins.counts.cells;
  const double time = table.time() + compare_time * static_cast<double>(observed.size());
  const auto tables = std::clamp(static_cast<std::int64_t>(max_time / time), fewest_tables, most_tables);
  std::int64_t extreme = 0;
  for (std::int64_t i = 0; i < tables; ++i) extreme += as_extreme(table.draw(), observed);
  // The observed table is one of those it is compared with, so that P is never 0.
  const double p = static_cast<double>(extreme + 1) / static_cast<double>(tables + 1);
  return {p, std::sqrt(p * (1 - p) / static_cast<double>(tables))};
}

}  // namespace trialcalc::table
