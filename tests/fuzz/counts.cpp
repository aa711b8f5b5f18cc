// "8/37" on the command line: counts that are valid and write themselves again, or a refusal.
#include <string>

#include "cli/counts_argument.hpp"
#include "cli/errors.hpp"
#include "fuzz.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialcalc;
  try {
    const Counts counts = cli::parse_counts(fuzz::text_of(data, size), "argument");
    fuzz::expect(0 <= counts.events && counts.events <= counts.total, "events are part of the total");
    fuzz::expect(1 <= counts.total && counts.total <= max_group_size, "a total within bounds");
    const std::string written = std::to_string(counts.events) + "/" + std::to_string(counts.total);
    fuzz::expect(cli::parse_counts(written, "argument") == counts, "read as written");
  } catch (const cli::UsageError&) {
  }
  return 0;
}
