#pragma once
// Fragility for a reader.

#include <string>

#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "report/number_style.hpp"
#include "trialcalc/fragility.hpp"

namespace trialcalc::report {

struct FragilityView {
  TwoByTwo table;
  const Fragility& fragility;
  const TestMethod& test;
  double alpha;
  std::optional<std::int64_t> lost;  ///< patients lost to follow-up
};

Grid fragility_grid(const FragilityView& view, const NumberStyle& style);
std::string fragility_json(const FragilityView& view);

/// Its members of an object that is open.
void write_fragility(JsonWriter& json, const FragilityView& view);

}  // namespace trialcalc::report
