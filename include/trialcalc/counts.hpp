#pragma once
// The inputs of the methods, by name rather than as a matrix whose orientation must be guessed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace trialcalc {

/// People with the event among the people of one group: 0 <= events <= total, total >= 1.
struct Counts {
  std::int64_t events = 0, total = 0;

  double risk() const { return static_cast<double>(events) / static_cast<double>(total); }
  std::int64_t others() const { return total - events; }
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// Two arms and one binary outcome. In formulas: a of n1 (experimental), c of n2 (control),
/// b = n1 - a, d = n2 - c, N = n1 + n2, m = a + c.
struct TwoByTwo {
  Counts experimental, control;

  std::int64_t patients() const { return experimental.total + control.total; }
  std::int64_t events() const { return experimental.events + control.events; }
  friend bool operator==(const TwoByTwo&, const TwoByTwo&) = default;
};

/// The largest number of people in one group that any method accepts.
inline constexpr std::int64_t max_group_size = 1'000'000'000;

/// More cells than any printed table has; the exact test of such a table is out of reach anyway.
inline constexpr std::size_t max_table_cells = 1000;

/// Larger than any measured value; its square stays within a double.
inline constexpr double max_measurement = 1e100;

/// r x c counts of people, row by row: rows are arms, columns are categories.
struct CountTable {
  std::size_t rows = 0, columns = 0;
  std::vector<std::int64_t> cells;  ///< rows * columns of them

  std::int64_t at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
};

/// One arm of a continuous outcome: mean and SD in the outcome's unit, n people.
struct MeanSd {
  double mean = 0, sd = 0;
  std::int64_t n = 0;
};

struct TwoMeans {
  MeanSd experimental, control;
};

/// Matched pairs: b with the event under the first condition only, c under the second only, n pairs in all.
/// Most reports print no more; `both`, with the event under either condition, is known to some.
struct Pairs {
  std::int64_t first_only = 0, second_only = 0, total = 0;
  std::optional<std::int64_t> both = std::nullopt;
};

}  // namespace trialcalc
