#include "stats/table/column_group.hpp"

#include <cmath>

namespace trialcalc::table {

namespace {

/// min over x of a(x) + b(n - x) for convex a and b: their steps upward, merged by size.
Vector smallest_sums(const Vector& a, const Vector& b) {
  Vector sums(a.size());
  sums[0] = a[0] + b[0];
  for (std::size_t n = 1, x = 0; n < sums.size(); ++n) {
    const std::size_t y = n - 1 - x;
    const std::int64_t step_a = a[x + 1] - a[x], step_b = b[y + 1] - b[y];
    sums[n] = sums[n - 1] + std::min(step_a, step_b);
    if (step_a <= step_b) ++x;
  }
  return sums;
}

}  // namespace

ColumnGroup::ColumnGroup(std::span<const std::int64_t> columns, std::size_t rows, std::int64_t people,
                         const FactorialKeys& factorials)
    : columns_(columns.begin(), columns.end()),
      offset_(columns.size() + 1),
      least_(columns.size()),
      factorials_(factorials) {
  for (const std::int64_t c : columns_) {
    const double v = std::log(static_cast<double>(c) + static_cast<double>(rows) / 2);
    multiplier_.push_back(std::llround(v * factorials.steps_per_nat()));
    people_ += c;
  }
  Vector cells(static_cast<std::size_t>(people) + 1);
  for (std::size_t j = columns_.size(); j-- > 0;) {
    offset_[j] = offset_[j + 1] + multiplier_[j] * columns_[j];
    for (std::size_t x = 0; x < cells.size(); ++x) cells[x] = cell(j, static_cast<std::int64_t>(x));
    least_[j] = j + 1 == columns_.size() ? cells : smallest_sums(cells, least_[j + 1]);
  }
}

std::int64_t ColumnGroup::least(std::span<const std::int64_t> rows, std::size_t j) const {
  std::int64_t sum = offset_[j];
  for (const std::int64_t n : rows) sum += row_least(j, n);
  return sum;
}

Fillings::Fillings(const ColumnGroup& group, Pruning& pruning)
    : group_(group), pruning_(pruning), spaces_(group.columns().size()), rests_(group.columns().size()) {}

double Fillings::list(std::span<const std::int64_t> rows, double mass, std::int64_t limit, PathList& paths) {
  paths.clear();
  paths_ = &paths;
  return list_from(0, rows, {mass, 0, limit});
}

double Fillings::list_from(std::size_t j, std::span<const std::int64_t> rows, const SplitStart& start) {
  const std::size_t after = group_.columns().size() - j - 1;
  const std::int64_t offset = start.key + group_.offset(j);
  if (after == 0) {
    paths_->add(start.key + group_.least(rows, j), start.mass);  // of one filling, the bound is the key
    return 0;
  }
  double beyond = 0;
  const auto visit = [&](std::span<const std::int64_t> x, double mass, std::int64_t key) {
    if (after == 1) return paths_->add(key, mass);
    Vector& rest = rests_[j];
    rest.resize(rows.size());
    std::int64_t cells = start.key;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rest[i] = rows[i] - x[i];
      cells += group_.factorials().key(x[i]);
    }
    beyond += list_from(j + 1, rest, {mass, cells, start.limit});
  };
  Splitter splitter(group_.factorials(), pruning_, spaces_[j], ColumnBounds{group_, j}, visit);
  return splitter.run(rows, group_.columns()[j], {start.mass, offset, start.limit}) + beyond;
}

}  // namespace trialcalc::table
