// A trial file: read, or refused with errors that are printable.
#include "fuzz.hpp"
#include "trial/json_node.hpp"
#include "trialcalc/read_trial.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    trialcalc::read_trial(fuzz::text_of(data, size), "fuzz.json");
  } catch (const trialcalc::BadTrial& bad) {
    fuzz::expect(!bad.errors().empty(), "a refusal has a reason");
    for (const trialcalc::ReadError& error : bad.errors()) {
      const std::string text = error.text();
      fuzz::expect(trialcalc::json::excerpt(text, text.size()) == text, "errors are printable");
    }
  }
  return 0;
}
