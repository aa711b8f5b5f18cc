// A printed number: it prints its own value under each rounding rule, and its sets hold it.
#include "trialcalc/printed.hpp"
#include "fuzz.hpp"

namespace {

using namespace trialcalc;

void examine(const PrintedNumber& number) {
  fuzz::expect(same_value(number, number) && may_agree(number, number), "the same as itself");
  for (Rounding rounding : all_roundings) {
    const RealSet set = number.set(rounding);
    fuzz::expect(set.low <= set.high, "a set in order");
    if (number.form() != PrintedNumber::Form::equal) continue;
    fuzz::expect(set.contains(number.value()), "its value lies in its set");
    fuzz::expect(number.prints(number.value(), rounding), "it prints its value");
    std::int64_t scale = 1;
    for (int i = 0; i < number.decimals(); ++i) scale *= 10;
    fuzz::expect(number.prints(Ratio{number.scaled(), scale}, rounding), "it prints its exact value");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto number = PrintedNumber::parse(text)) examine(*number);
  if (const auto range = parse_printed_range(text)) {
    examine(range->first);
    examine(range->second);
    fuzz::expect(may_agree(range->first, range->second) == may_agree(range->second, range->first),
                 "agreement is mutual");
  }
  return 0;
}
