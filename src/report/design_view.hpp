#pragma once
// Sample sizes by each formula, for a reader.

#include <optional>
#include <string>
#include <vector>

#include "report/explain.hpp"
#include "report/grid.hpp"
#include "trialcalc/methods.hpp"

namespace trialcalc::report {

/// One formula's answer; what does not apply is missing.
struct DesignRow {
  const Method* method = nullptr;
  std::optional<double> exact_n;        ///< per arm, not rounded
  std::optional<std::int64_t> n1, n2;   ///< evaluable, rounded up
  std::optional<std::int64_t> n_total;  ///< with those who drop out
  std::optional<std::int64_t> events;
  std::optional<double> power;  ///< of the size that was given
  Working working = {};         ///< for the explanation
};

/// A rule on one arm, or on both.
enum class StoppingKind { below, difference_above };

struct StoppingRow {
  std::string rule;
  double probability;
  StoppingKind kind = StoppingKind::below;
  Symbols symbols = {};
  Working working = {};
};

/// The share of patients who have the event; how it comes about where it was not given.
struct EventShare {
  struct Arm {
    std::string_view name;
    Symbols symbols;
    Working working;
  };
  double value = 0;
  std::vector<Arm> arms = {};
};

struct DesignView {
  std::string title;
  std::vector<DesignRow> rows;
  std::vector<StoppingRow> stopping;
  double dropout = 0;
  Symbols symbols = {};  ///< of the formulas
  std::optional<EventShare> share = {};
};

Grid design_grid(const DesignView& view);
std::string design_json(const DesignView& view);

}  // namespace trialcalc::report
