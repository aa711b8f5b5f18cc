// calc --published TEXT: results whose numbers are printed ones, with a verdict each, or a refusal.
#include "trialcalc/published.hpp"
#include "fuzz.hpp"
#include "trialcalc/printed.hpp"
#include "trialcalc/published_check.hpp"

namespace {

using namespace trialcalc;

void expect_printed(const std::string& text) {
  fuzz::expect(text.empty() || PrintedNumber::parse(text).has_value(), "a printed number");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  try {
    for (const PublishedResult& result : parse_published_results(text)) {
      for (const std::string* number : {&result.estimate, &result.lower, &result.upper, &result.p})
        expect_printed(*number);
      fuzz::expect(!result.estimate.empty() || !result.lower.empty() || !result.p.empty(),
                   "a number at least");
    }
    check_published({{2, 7}, {5, 8}}, text);  // small arms: what is tried here is the reading
  } catch (const BadPublished& bad) {
    fuzz::expect(bad.position() <= size, "a place in the text");
  }
  return 0;
}
