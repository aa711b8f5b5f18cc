#pragma once
// The answer to one line of a batch: read, compute, write.

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "report/batch_writer.hpp"
#include "trialcalc/analysis.hpp"
#include "trialcalc/batch.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::cli {

/// What is done with every line; the threads share it.
struct BatchTask {
  std::function<void(std::string_view, BatchLine&)> read;  ///< throws BadLine
  Plan plan;                                               ///< for two arms with a binary outcome
  AnalysisRequest request;                                 ///< for other data
  std::unique_ptr<report::BatchWriter> writer;
  std::atomic<bool> all_well = true;  ///< no bad line, no discrepant number
};

class BatchAnswer {
 public:
  explicit BatchAnswer(BatchTask& task) : task_(task) {}

  void operator()(std::string_view text, std::size_t number, std::string& out);

 private:
  void answer(const TwoByTwo& table, std::string& out);
  void answer(const auto& data, std::string& out);

  BatchTask& task_;
  BatchLine line_;  // memory that the next line reuses
  Comparison comparison_;
};

}  // namespace trialcalc::cli
