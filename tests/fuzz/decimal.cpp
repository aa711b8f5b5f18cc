// Any double, written with any decimals in any style, reads back as a printed number that it prints.
#include <cmath>
#include <cstring>

#include "fuzz.hpp"
#include "report/number_style.hpp"
#include "trialcalc/printed.hpp"

namespace {

using namespace trialcalc;

constexpr int most_decimals = 20;

void examine(double x, int decimals, const report::NumberStyle& style) {
  const std::string text = report::decimal(x, decimals);
  if (const auto printed = PrintedNumber::parse(text))
    fuzz::expect(printed->decimals() == decimals && printed->prints(x), "it prints the double");
  else
    fuzz::expect(!std::isfinite(x) || text.size() > 15, "a printed number");
  report::plain_text(x);
  report::short_text(x);
  report::ratio_text(x, style);
  report::points_text(x, style);
  report::nnt_text(x, decimals % 2 == 0, style);
  if (0 < x && x < 1) report::level_text(x);
  if (0 <= x && x <= 1)
    fuzz::expect(PrintedNumber::parse(report::p_text(x, style)).has_value(), "P as a printed number");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  double x = 0;
  if (size < sizeof x + 2) return 0;
  std::memcpy(&x, data, sizeof x);
  const auto styles = report::number_styles();
  examine(x, data[sizeof x] % (most_decimals + 1), styles[data[sizeof x + 1] % styles.size()]);
  return 0;
}
