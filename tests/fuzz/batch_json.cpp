// A line of NDJSON: valid data, or a refusal; the line is reused as batch reuses it.
#include "batch_data.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static trialcalc::BatchLine line;
  try {
    trialcalc::read_json_line(fuzz::text_of(data, size), line);
    fuzz::expect_valid(line);
  } catch (const trialcalc::BadLine&) {
  }
  return 0;
}
