#pragma once
#include "cli/compute_options.hpp"

namespace trialcalc::cli {

/// What is asked of each kind of data that a batch can hold.
struct BatchRequest {
  PlanRequest two_arms;   ///< with a binary outcome
  AnalysisRequest other;  ///< means, and tables of counts
};

/// A key goes to the data that have it; data of which no key is left get their usual methods, and where no
/// measures are asked for, all. Throws UsageError.
BatchRequest batch_request(const ComputeOptions& options);

}  // namespace trialcalc::cli
