#pragma once
// What the data of a batch line are, whatever text they were read from.

#include <cmath>

#include "fuzz.hpp"
#include "trialcalc/batch.hpp"

namespace fuzz {

inline void expect_valid(const trialcalc::Counts& counts) {
  expect(0 <= counts.events && counts.events <= counts.total, "events are part of the total");
  expect(1 <= counts.total && counts.total <= trialcalc::max_group_size, "a total within bounds");
}

inline void expect_valid(const trialcalc::MeanSd& arm) {
  expect(std::isfinite(arm.mean) && std::isfinite(arm.sd) && arm.sd >= 0, "a mean and an SD");
  expect(1 <= arm.n && arm.n <= trialcalc::max_group_size, "patients within bounds");
}

inline void expect_valid(const trialcalc::TwoByTwo& data) {
  expect_valid(data.experimental);
  expect_valid(data.control);
}

inline void expect_valid(const trialcalc::TwoMeans& data) {
  expect_valid(data.experimental);
  expect_valid(data.control);
}

inline void expect_valid(const trialcalc::CountTable& table) {
  expect(table.rows >= 2 && table.columns >= 2, "two rows and columns at least");
  expect(table.cells.size() == table.rows * table.columns, "a cell in each place");
  for (const std::int64_t cell : table.cells)
    expect(0 <= cell && cell <= trialcalc::max_group_size, "a count");
}

inline void expect_valid(const trialcalc::BatchLine& line) {
  std::visit([](const auto& data) { expect_valid(data); }, line.data);
}

}  // namespace fuzz
