#pragma once
// A number needed to treat for a reader.

#include <string>
#include <variant>

#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "report/number_style.hpp"
#include "trialcalc/comparison.hpp"
#include "trialcalc/nnt.hpp"

namespace trialcalc::report {

/// Counts, risks, or a ratio.
using NntOrigin = std::variant<TwoByTwo, TwoRisks, RatioAtBaseline>;

/// Where the number comes from, and what it is.
struct NntView {
  std::string from;  ///< "8/37 v 14/42"
  double level;
  MethodInterval difference;  ///< of risks, with its estimate; its interval may be missing
  bool more_is_better = false;
  NntOrigin origin = {};  ///< for the explanation
};

Grid nnt_grid(const NntView& view, const NumberStyle& style);
std::string nnt_json(const NntView& view);

/// Its members of an object that is open.
void write_nnt(JsonWriter& json, const NntView& view);

}  // namespace trialcalc::report
