// A header and the record behind it: valid data, or a refusal.
#include "batch_data.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static trialcalc::BatchLine line;
  const std::string_view text = fuzz::text_of(data, size);
  const std::size_t end = text.find('\n');
  try {
    const trialcalc::CsvColumns columns(text.substr(0, end));
    if (end == std::string_view::npos) return 0;
    const std::string_view record = text.substr(end + 1);
    columns.is_header(record);
    columns.read(record, line);
    fuzz::expect_valid(line);
  } catch (const trialcalc::BadLine&) {
  }
  return 0;
}
