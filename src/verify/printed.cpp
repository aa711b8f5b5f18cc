#include "trialcalc/printed.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace trialcalc {

namespace {

__extension__ using Int128 = __int128;

constexpr int most_digits = 15;
constexpr double infinity = std::numeric_limits<double>::infinity();

Int128 power_of_ten(int exponent) {
  Int128 power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool drop(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

// The space, and those that typesetters use: no-break, thin, narrow no-break.
constexpr std::string_view spaces[] = {" ", "\u00A0", "\u2009", "\u202F"};

void trim(std::string_view& text) {
  const auto take_any = [&] {
    return std::any_of(std::begin(spaces), std::end(spaces), [&](auto s) { return take(text, s); });
  };
  const auto drop_any = [&] {
    return std::any_of(std::begin(spaces), std::end(spaces), [&](auto s) { return drop(text, s); });
  };
  while (take_any()) {
  }
  while (drop_any()) {
  }
}

void trim_unit(std::string_view& text) {
  trim(text);
  if (drop(text, "%")) trim(text);
}

PrintedNumber::Form take_form(std::string_view& text) {
  using Form = PrintedNumber::Form;
  if (take(text, "<=") || take(text, "≤")) return Form::at_most;
  if (take(text, ">=") || take(text, "≥")) return Form::at_least;
  if (take(text, "<")) return Form::below;
  if (take(text, ">")) return Form::above;
  take(text, "=");
  return Form::equal;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "1,234" is a thousand and more: a separator before just three digits, after a group of one to three that
/// is not zero ("0,254" is a decimal), or after another such group ("1,234,567").
bool take_thousands_separator(std::string_view& text, std::int64_t so_far, bool grouped) {
  if (so_far == 0 || (so_far > 999 && !grouped)) return false;
  for (std::string_view separator : {",", "\u00A0", "\u2009", "\u202F"}) {
    std::string_view rest = text;
    if (!take(rest, separator) || rest.size() < 3) continue;
    const bool three = is_digit(rest[0]) && is_digit(rest[1]) && is_digit(rest[2]);
    if (!three || (rest.size() > 3 && is_digit(rest[3]))) continue;
    text = rest;
    return true;
  }
  return false;
}

/// The point, the middle dots of British journals, the comma of continental ones.
bool take_point(std::string_view& text, bool grouped) {
  for (std::string_view point : {".", "\u00B7", "\u2219", "\u2027", "\u22C5"})
    if (take(text, point)) return true;
  return !grouped && take(text, ",");
}

/// The sign of n/d - (2 s + k) / (2 * 10^decimals), k = -1, 0, 1 or 2 halves above the printed value.
int compare(const Ratio& exact, Int128 halves, int decimals) {
  const Int128 left = static_cast<Int128>(exact.numerator) * 2 * power_of_ten(decimals);
  const Int128 right = halves * exact.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace

std::optional<PrintedNumber> PrintedNumber::parse(std::string_view text) {
  PrintedNumber number;
  trim_unit(text);
  if (text == "NS" || text == "ns" || text == "n.s." || text == "N.S.") {
    number.form_ = Form::not_significant;
    number.decimals_ = 2;
    number.scaled_ = 5;
    return number;
  }
  number.form_ = take_form(text);
  trim(text);
  const bool negative = take(text, "-") || take(text, "−") || take(text, "–") || take(text, "\u2010") ||
                        take(text, "\u2011") || take(text, "\u2012");
  if (!negative) take(text, "+");
  int digits = 0;
  bool after_point = false, grouped = false;
  while (!text.empty()) {
    if (is_digit(text.front())) {
      number.scaled_ = number.scaled_ * 10 + (text.front() - '0');
      text.remove_prefix(1);
      if (++digits > most_digits) return {};
      if (after_point) ++number.decimals_;
    } else if (!after_point && take_thousands_separator(text, number.scaled_, grouped)) {
      grouped = true;
    } else if (!after_point && take_point(text, grouped)) {
      after_point = true;
    } else {
      return {};
    }
  }
  if (digits == 0 || (after_point && number.decimals_ == 0)) return {};
  if (negative) number.scaled_ = -number.scaled_;
  return number;
}

double PrintedNumber::value() const {
  return static_cast<double>(scaled_) / static_cast<double>(power_of_ten(decimals_));
}

PrintedNumber::Halves PrintedNumber::halves_around(Rounding rounding) const {
  const bool even = scaled_ % 2 == 0;
  // Half-up rounds away from zero, truncation towards it, as journals and software do.
  switch (rounding) {
    case Rounding::half_up:
      return {-1, 1, scaled_ > 0, scaled_ < 0};
    case Rounding::half_even:
      return {-1, 1, even, even};
    case Rounding::truncated:
      return {scaled_ > 0 ? 0 : -2, scaled_ < 0 ? 0 : 2, scaled_ > 0, scaled_ < 0};
    case Rounding::ceiling:
      return {-2, 0, false, true};
  }
  return {0, 0, true, true};
}

RealSet PrintedNumber::set(Rounding rounding) const {
  switch (form_) {
    case Form::below:
      return {-infinity, value(), true, false};
    case Form::at_most:
      return {-infinity, value(), true, true};
    case Form::above:
      return {value(), infinity, false, true};
    case Form::at_least:
    case Form::not_significant:
      return {value(), infinity, true, true};
    case Form::equal:
      break;
  }
  const Halves halves = halves_around(rounding);
  // Divided, not multiplied by a rounded 1/10^d: the bound is the double nearest to the decimal.
  const double scale = 2 * static_cast<double>(power_of_ten(decimals_));
  const auto bound = [&](int by) { return (2 * static_cast<double>(scaled_) + by) / scale; };
  return {bound(halves.low), bound(halves.high), halves.low_closed, halves.high_closed};
}

bool PrintedNumber::prints(const Ratio& exact, Rounding rounding) const {
  const Int128 twice = static_cast<Int128>(scaled_) * 2;
  const auto against = [&](int halves) { return compare(exact, twice + halves, decimals_); };
  switch (form_) {
    case Form::below:
      return against(0) < 0;
    case Form::at_most:
      return against(0) <= 0;
    case Form::above:
      return against(0) > 0;
    case Form::at_least:
    case Form::not_significant:
      return against(0) >= 0;
    case Form::equal:
      break;
  }
  const Halves halves = halves_around(rounding);
  const int above_low = against(halves.low), below_high = -against(halves.high);
  return (above_low > 0 || (above_low == 0 && halves.low_closed)) &&
         (below_high > 0 || (below_high == 0 && halves.high_closed));
}

bool PrintedNumber::prints(double computed, Rounding rounding) const {
  if (!std::isfinite(computed)) return false;
  const RealSet reals = set(rounding);
  const double slack = 1e-12 * std::abs(computed);
  if (form_ != Form::equal) return reals.contains(computed);
  return reals.contains(computed) || (std::abs(computed - reals.low) <= slack) ||
         (std::abs(computed - reals.high) <= slack);
}

bool same_value(const PrintedNumber& a, const PrintedNumber& b) {
  if (a.form_ != b.form_) return false;
  return static_cast<Int128>(a.scaled_) * power_of_ten(b.decimals_) ==
         static_cast<Int128>(b.scaled_) * power_of_ten(a.decimals_);
}

bool may_agree(const PrintedNumber& a, const PrintedNumber& b) {
  if (same_value(a, b)) return true;
  const RealSet first = a.set(), second = b.set();
  if (first.high < second.low || second.high < first.low) return false;
  if (first.high == second.low) return first.high_closed && second.low_closed;
  if (second.high == first.low) return second.high_closed && first.low_closed;
  return true;
}

std::optional<Rounding> rounding_that_prints(const PrintedNumber& printed, const Ratio& exact) {
  for (Rounding rounding : all_roundings)
    if (printed.prints(exact, rounding)) return rounding;
  return {};
}

std::optional<Rounding> rounding_that_prints(const PrintedNumber& printed, double value) {
  for (Rounding rounding : all_roundings)
    if (printed.prints(value, rounding)) return rounding;
  return {};
}

std::optional<std::pair<PrintedNumber, PrintedNumber>> parse_printed_range(std::string_view text) {
  trim_unit(text);
  for (std::string_view separator : {" to ", "–", "—", "\u2010", "\u2011", "\u2012", "-", ", ", ";", "−"}) {
    // From the second character on: the first may be a minus sign.
    const auto at = text.find(separator, 1);
    if (at == std::string_view::npos) continue;
    const auto low = PrintedNumber::parse(text.substr(0, at));
    const auto high = PrintedNumber::parse(text.substr(at + separator.size()));
    if (low && high) return std::pair(*low, *high);
  }
  return {};
}

}  // namespace trialcalc
