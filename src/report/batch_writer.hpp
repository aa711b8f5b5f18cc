#pragma once
// The results of a batch, line by line, as NDJSON or CSV.

#include <memory>
#include <string>
#include <string_view>

#include "trialcalc/analysis.hpp"
#include "trialcalc/batch.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::report {

/// Appends to the text it is given; keeps nothing, so that threads may share it.
class BatchWriter {
 public:
  virtual ~BatchWriter() = default;

  virtual std::string head() const { return {}; }  ///< before all lines
  /// `published` is nullptr where nothing was.
  virtual void add(std::string& out, const BatchLine& line, const Comparison& comparison,
                   const Check* published) const = 0;
  virtual void add(std::string& out, const BatchLine& line, const Analysis& analysis) const = 0;
  virtual void add_error(std::string& out, const BatchLine& line, std::size_t number,
                         std::string_view message) const = 0;
};

/// `echo`: with the data, the schema and the arms too.
std::unique_ptr<BatchWriter> batch_json_writer(bool echo);
std::unique_ptr<BatchWriter> batch_csv_writer(bool echo);

}  // namespace trialcalc::report
