#include "report/number_style.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace trialcalc::report {

namespace {

// jama    AMA Manual of Style, 11th ed, 19.5: P to two decimals, to three below .01 and where two would hide
//         on which side of .05 it is; P < .001 and P > .99 beyond; no zero before the point (18.7.1).
//         "95% CI, 0.31-1.37", with "to" where a limit is negative.
// nejm    Statistical Reporting Guidelines: P above 0.01 to two decimals, from 0.01 to 0.001 to three, below
//         that P<0.001 (quoted by Aguinis et al, BMJ Evid Based Med 2021;26:39, table 1).
// lancet  Formatting guidelines: a small p to two significant figures, unless p<0.0001; the decimal point
//         raised; a dash between limits.
// bmj     House style: P to two significant figures as a rule; "95% confidence interval 0.31 to 1.37".
constexpr NumberStyle styles[] = {
    {},
    {.key = "jama",
     .leading_zero_of_p = false,
     .p_digits = PDigits::ama,
     .largest_p = 0.99,
     .to = "-",
     .interval = "% CI, ",
     .after_name = ", ",
     .between = "; "},
    {.key = "lancet",
     .point = "\u00B7",
     .p_word = "p",
     .equals = "=",
     .less = "<",
     .greater = ">",
     .p_digits = PDigits::two_significant,
     .smallest_p = 0.0001,
     .largest_p = 0.99,
     .to = "\u2013"},
    {.key = "nejm",
     .equals = "=",
     .less = "<",
     .greater = ">",
     .p_digits = PDigits::nejm,
     .largest_p = 0.99,
     .interval = "% CI, ",
     .after_name = ", ",
     .between = "; "},
    {.key = "bmj",
     .equals = "=",
     .less = "<",
     .greater = ">",
     .p_digits = PDigits::two_significant,
     .largest_p = 0.99,
     .interval = "% confidence interval "},
};

/// The shortest decimal digits that read back as x: x = 0.d1 d2 d3 ... times 10^exponent.
struct Digits {
  std::string digits;
  int exponent = 0;
};

Digits shortest(double x) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, x, std::chars_format::scientific).ptr;
  Digits result;
  const char* at = text;
  for (; at != end && *at != 'e'; ++at)
    if (*at != '.') result.digits += *at;
  int power = 0;
  std::from_chars(at + (at[1] == '+' ? 2 : 1), end, power);
  result.exponent = power + 1;
  return result;
}

/// Adds one unit in the last place of a string of digits, growing it where it carries over.
void increment(std::string& digits) {
  for (auto at = digits.rbegin(); at != digits.rend(); ++at) {
    if (*at != '9') {
      ++*at;
      return;
    }
    *at = '0';
  }
  digits.insert(digits.begin(), '1');
}

std::string with_point(std::string text, const NumberStyle& style) {
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text.replace(point, 1, style.point);
  return text;
}

/// Decimals that show so many significant digits of x.
int decimals_for(double x, int significant) {
  if (x == 0 || !std::isfinite(x)) return 0;
  return std::max(0, significant - shortest(std::abs(x)).exponent);
}

std::string scientific(double x, int digits) {
  char text[40];
  const auto end = std::to_chars(text, text + sizeof text, x, std::chars_format::scientific, digits).ptr;
  std::string result(text, end);
  const std::size_t plus = result.find("e+");
  if (plus != std::string::npos) result.erase(plus + 1, 1);
  return result;
}

int p_decimals(double p, const NumberStyle& style) {
  if (style.digits) return *style.digits;
  switch (style.p_digits) {
    case PDigits::three_decimals:
      return 3;
    case PDigits::nejm:
      return p < 0.01 ? 3 : 2;
    case PDigits::two_significant:
      return std::clamp(decimals_for(p, 2), 2, style.smallest_p < 0.001 ? 4 : 3);
    case PDigits::ama:
      break;
  }
  const bool near_threshold = p < 0.05 && decimal(p, 2) == "0.05";
  return p < 0.01 || near_threshold ? 3 : 2;
}

/// -1 where P is smaller than the style prints, 1 where it is larger, else 0.
int beyond(double p, const NumberStyle& style) {
  if (p < style.smallest_p) return -1;
  return p > style.largest_p ? 1 : 0;
}

std::string p_number(double p, const NumberStyle& style) {
  const int side = beyond(p, style);
  std::string text = side < 0   ? decimal(style.smallest_p, style.smallest_p < 0.001 ? 4 : 3)
                     : side > 0 ? decimal(style.largest_p, 2)
                                : decimal(p, p_decimals(p, style));
  if (!style.leading_zero_of_p && text.starts_with("0.")) text.erase(0, 1);
  return with_point(std::move(text), style);
}

}  // namespace

std::string decimal(double x, int decimals, int shift) {
  if (std::isnan(x)) return "-";
  if (std::isinf(x)) return x > 0 ? "\u221E" : "-\u221E";
  Digits number = shortest(std::abs(x));
  const int kept = number.exponent + shift + decimals;  // digits before the place where it is cut
  std::string& digits = number.digits;
  const bool up =
      kept >= 0 && kept < static_cast<int>(digits.size()) && digits[static_cast<std::size_t>(kept)] >= '5';
  digits.resize(static_cast<std::size_t>(std::max(kept, 0)), '0');
  if (up) increment(digits);
  const auto fraction = static_cast<std::size_t>(decimals);
  if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
  const bool zero = digits.find_first_not_of('0') == std::string::npos;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - fraction - 1));
  if (decimals > 0) digits.insert(digits.size() - fraction, ".");
  return (x < 0 && !zero ? "-" : "") + digits;
}

std::span<const NumberStyle> number_styles() { return styles; }

const NumberStyle* find_style(std::string_view key) {
  for (const NumberStyle& style : styles)
    if (style.key == key) return &style;
  return nullptr;
}

std::string p_text(double p, const NumberStyle& style) {
  constexpr std::string_view signs[] = {"<", "", ">"};
  return std::string(signs[beyond(p, style) + 1]) + p_number(p, style);
}

std::string p_phrase(double p, const NumberStyle& style) {
  const std::string_view signs[] = {style.less, style.equals, style.greater};
  return std::string(style.p_word) + std::string(signs[beyond(p, style) + 1]) + p_number(p, style);
}

std::string ratio_text(double ratio, const NumberStyle& style) {
  const double size = std::abs(ratio);
  if (std::isfinite(ratio) && size >= 1e7) return with_point(scientific(ratio, 2), style);
  if (std::isfinite(ratio) && size > 0 && size < 1e-6) return with_point(scientific(ratio, 1), style);
  int decimals = size >= 1000 ? 0 : 2;
  if (size < 0.1) decimals = std::max(decimals, decimals_for(ratio, 2));
  return with_point(decimal(ratio, style.digits.value_or(decimals)), style);
}

std::string percent_text(double risk, std::int64_t total, const NumberStyle& style) {
  return with_point(decimal(risk, style.digits.value_or(total < 100 ? 0 : 1), 2), style);
}

std::string points_text(double difference, const NumberStyle& style) {
  return with_point(decimal(difference, style.digits.value_or(1), 2), style);
}

std::string fixed_text(double x, int decimals, const NumberStyle& style) {
  return with_point(decimal(x, style.digits.value_or(decimals)), style);
}

std::string nnt_text(double nnt, bool more_is_better, const NumberStyle& style) {
  if (std::isinf(nnt)) return "\u221E";
  const double size = std::abs(nnt);
  const std::string number = with_point(decimal(size, style.digits.value_or(size < 100 ? 1 : 0)), style);
  return (nnt > 0) == more_is_better ? "NNTB " + number : "NNTH " + number;
}

std::string plain_text(double x) {
  const double size = std::abs(x);
  if (std::isfinite(x) && size > 0 && (size >= 1e9 || size < 1e-4)) return scientific(x, 3);
  return decimal(x, decimals_for(x, 4));
}

std::string short_text(double x) {
  std::string text = plain_text(x);
  if (text.find('.') == std::string::npos || text.find('e') != std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string range_text(std::string_view lower, std::string_view upper, const NumberStyle& style) {
  const bool words = lower.starts_with('-') || upper.starts_with('-') || upper.ends_with("\u221E");
  return std::string(lower) + std::string(words ? " to " : style.to) + std::string(upper);
}

std::string level_text(double level) {
  const Digits number = shortest(level);
  const int decimals = std::max(0, static_cast<int>(number.digits.size()) - number.exponent - 2);
  std::string text = decimal(level, decimals, 2);
  while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) text.pop_back();
  return text;
}

}  // namespace trialcalc::report
