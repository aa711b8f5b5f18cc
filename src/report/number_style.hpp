#pragma once
// How numbers are written: in the plain style or a journal's. Rounding is half up, decided in decimal on the
// shortest digits of the double, so that 0.285 is 0.29 and 12.5% is 13%.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trialcalc::report {

/// x rounded half up (away from zero) to so many decimals; `shift` moves the point to the right first (2 for
/// per cent). An infinity is "∞" or "-∞". A number that rounds to zero has no sign.
std::string decimal(double x, int decimals, int shift = 0);

/// How many digits a P value gets.
enum class PDigits {
  three_decimals,  ///< 0.247
  ama,             ///< two decimals, three below .01 and where two would hide which side of .05 it is
  nejm,            ///< two decimals, three below 0.01
  two_significant  ///< two significant digits, at most four decimals
};

struct NumberStyle {
  std::string_view key = "plain";
  std::string_view point = ".";  ///< decimal point
  bool leading_zero_of_p = true;
  std::string_view p_word = "P";
  std::string_view equals = " = ", less = " < ", greater = " > ";
  PDigits p_digits = PDigits::three_decimals;
  double smallest_p = 0.001;            ///< smaller ones are "<" this
  double largest_p = 1;                 ///< larger ones are ">" this
  std::string_view to = " to ";         ///< between two limits that are not negative
  std::string_view interval = "% CI ";  ///< in a sentence, between a level and its limits
  std::string_view after_name = " ";    ///< in a sentence, between a measure and its value
  std::string_view between = ", ";      ///< in a sentence, between a value and its interval
  std::optional<int> digits;            ///< decimals that were asked for; unset: each kind has its own
};

/// plain, jama, lancet, nejm, bmj.
std::span<const NumberStyle> number_styles();
const NumberStyle* find_style(std::string_view key);  ///< nullptr: none of that name

/// "0.25", ".25", "<.001": a P value without its word.
std::string p_text(double p, const NumberStyle& style);
/// "P = .25", "p<0·0001".
std::string p_phrase(double p, const NumberStyle& style);

/// A ratio: two decimals; more for one below 0.1, none above 1000.
std::string ratio_text(double ratio, const NumberStyle& style);
/// A risk as per cent: whole in a group of fewer than 100, else with one decimal. Without the sign.
std::string percent_text(double risk, std::int64_t total, const NumberStyle& style);
/// A difference of risks in percentage points: one decimal.
std::string points_text(double difference, const NumberStyle& style);
/// So many decimals, or as many as were asked for.
std::string fixed_text(double x, int decimals, const NumberStyle& style);
/// "NNTB 8.5", "NNTH 12", "∞": patients for one to benefit or be harmed.
std::string nnt_text(double nnt, bool more_is_better, const NumberStyle& style);
/// A number of any other kind (a statistic, a substituted symbol) to four significant digits.
std::string plain_text(double x);
/// The same without zeros at its end: an alpha of 0.05, a share of 5%.
std::string short_text(double x);

/// "0.31 to 1.37", "0.31-1.37" as the style joins limits; "to" when one of them is negative or infinite.
std::string range_text(std::string_view lower, std::string_view upper, const NumberStyle& style);

/// The level in per cent, as short as it is: "95", "95.37".
std::string level_text(double level);

}  // namespace trialcalc::report
