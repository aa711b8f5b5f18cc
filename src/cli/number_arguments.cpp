#include "cli/number_arguments.hpp"

#include <charconv>
#include <cmath>

#include "cli/errors.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

[[noreturn]] void refuse(std::string_view what, const std::string& expected, const std::string& found) {
  throw UsageError(std::string(what) + ": expected " + expected + ", found " + in_quotes(found));
}

std::string shown(double x) {
  char text[40];
  return {text, std::to_chars(text, text + sizeof text, x).ptr};
}

template <class Number>
std::optional<Number> read(const std::string& text) {
  Number value{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

struct RoundingRow {
  std::string_view word;
  RoundingChoice rounding;
};
constexpr RoundingRow roundings[] = {{"nearest", RoundingChoice::nearest},
                                     {"half-up", RoundingChoice::half_up},
                                     {"half-even", RoundingChoice::half_even},
                                     {"truncate", RoundingChoice::truncated},
                                     {"any", RoundingChoice::any}};

}  // namespace

PrintedNumber parse_printed(const std::string& marked, std::string_view what) {
  const std::string text = without_marks(marked);
  const auto number = PrintedNumber::parse(text);
  if (!number) refuse(what, "a number as printed, such as 0.65 or <.001", text);
  return *number;
}

PrintedNumber parse_plain_printed(const std::string& text, std::string_view what) {
  const PrintedNumber number = parse_printed(text, what);
  if (number.form() != PrintedNumber::Form::equal)
    refuse(what, "a number as printed, such as 5.19", without_marks(text));
  return number;
}

static std::optional<std::pair<PrintedNumber, PrintedNumber>> two_limits(const std::string& text,
                                                                         std::string_view what) {
  const std::size_t comma = text.find(',');
  if (comma != std::string::npos && text.find(',', comma + 1) == std::string::npos)
    return std::pair(parse_plain_printed(text.substr(0, comma), what),
                     parse_plain_printed(text.substr(comma + 1), what));
  return parse_printed_range(text);
}

std::pair<PrintedNumber, PrintedNumber> parse_limits(const std::string& marked, std::string_view what) {
  const std::string text = without_marks(marked);
  const auto limits = two_limits(text, what);
  if (!limits) refuse(what, "two limits such as 0.88,1.23", text);
  if (limits->first.value() > limits->second.value()) refuse(what, "the lower limit first", text);
  return *limits;
}

double parse_real(const std::string& marked, std::string_view what, const RealLimits& limits) {
  const std::string text = without_marks(marked);
  const auto value = read<double>(text.starts_with('+') ? text.substr(1) : text);
  const bool within = value && std::isfinite(*value) && *value >= limits.low && *value <= limits.high &&
                      !(limits.open && (*value == limits.low || *value == limits.high));
  if (within) return *value;
  if (std::isinf(limits.high))
    refuse(what, std::string("a number ") + (limits.open ? "above " : "from ") + shown(limits.low), text);
  refuse(what,
         "a number " + std::string(limits.open ? "between " : "from ") + shown(limits.low) +
             (limits.open ? " and " : " to ") + shown(limits.high),
         text);
}

double parse_probability(const std::string& marked, std::string_view what) {
  std::string text = without_marks(marked);
  if (!text.ends_with('%')) return parse_real(text, what, {0, 1});
  text.pop_back();
  return parse_real(text, what, {0, 100}) / 100;
}

std::int64_t parse_whole(const std::string& marked, std::string_view what, const WholeLimits& limits) {
  const std::string text = without_marks(marked);
  const auto value = read<std::int64_t>(text);
  if (!value || *value < limits.low || *value > limits.high)
    refuse(what, "a whole number from " + std::to_string(limits.low) + " to " + std::to_string(limits.high),
           text);
  return *value;
}

std::pair<std::int64_t, std::int64_t> parse_whole_range(const std::string& marked, std::string_view what,
                                                        const WholeLimits& limits) {
  const std::string text = without_marks(marked);
  const std::size_t dash = text.find('-', 1);
  if (dash == std::string::npos) refuse(what, "a range such as 1-7", text);
  const std::int64_t low = parse_whole(text.substr(0, dash), what, limits);
  const std::int64_t high = parse_whole(text.substr(dash + 1), what, limits);
  if (low > high) refuse(what, "a range whose first number is not above the second", text);
  return {low, high};
}

std::vector<std::string> parse_parts(const std::string& text, std::string_view what, std::size_t count) {
  std::vector<std::string> parts = split_list({without_marks(text)}, what);
  if (parts.size() != count)
    refuse(what, std::to_string(count) + " values between commas", without_marks(text));
  return parts;
}

RoundingChoice parse_rounding(const std::string& word) {
  std::vector<std::string> names;
  for (const RoundingRow& row : roundings) names.emplace_back(row.word);
  require_one_of("--round", word, names);
  for (const RoundingRow& row : roundings)
    if (row.word == word) return row.rounding;
  return RoundingChoice::nearest;
}

std::string_view rounding_word(RoundingChoice rounding) {
  for (const RoundingRow& row : roundings)
    if (row.rounding == rounding) return row.word;
  return "nearest";
}

}  // namespace trialcalc::cli
