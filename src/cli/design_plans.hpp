#pragma once
// What each design of `trialcalc design` computes from its options.

#include <optional>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "report/design_view.hpp"

namespace trialcalc::cli {

struct DesignOptions {
  std::vector<std::string> arguments;
  std::string alpha = "0.05", power = "0.80", dropout = "0", ratio = "1";
  std::optional<std::string> n, hr, medians, events, event_probability, accrual, follow_up, below,
      difference_above;
  OutputOptions output;
};

// Each throws UsageError for what it can't compute with.
report::DesignView two_proportions(const DesignOptions& options);
report::DesignView logrank(const DesignOptions& options);
report::DesignView stopping_rule(const DesignOptions& options);

/// "50%"
std::string with_percent(double p);

}  // namespace trialcalc::cli
