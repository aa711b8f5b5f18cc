#include "trial/json_cursor.hpp"

#include <charconv>
#include <cmath>
#include <set>

#include "trial/json_node.hpp"
#include "trial/utf8.hpp"

namespace trialcalc::json {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Within a string, apart from the bytes that mean something else.
bool is_plain(char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; }

void append_utf8(std::string& out, unsigned point) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    tail(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | (point >> 12));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | (point >> 18));
    tail(12), tail(6), tail(0);
  }
}

}  // namespace

void Cursor::fail(std::string_view expected, std::string_view found) const {
  const std::string place = place_.empty() ? "" : " (" + std::string(place_) + ")";
  throw BadLine("byte " + std::to_string(at_ - begin_ + 1) + place + ": expected " + std::string(expected) +
                ", found " + std::string(found));
}

void Cursor::fail_here(std::string_view expected) const {
  if (at_ == end_) fail(expected, "the end of the line");
  const std::size_t length = std::max<std::size_t>(1, sequence_length({at_, end_}));
  fail(expected, "\"" + excerpt({at_, length}) + "\"");
}

void Cursor::refuse(std::string_view expected) {
  const char first = peek();
  const char* const start = at_;
  if (first == '{' || first == '[') fail(expected, first == '{' ? "an object" : "an array");
  const std::string_view value = any();  // what is no JSON at all is told as such
  at_ = start;
  fail(expected, excerpt(value));
}

std::int64_t Cursor::whole(std::string_view expected) {
  if (!is_digit(peek())) refuse(expected);
  const char* const start = at_;
  std::int64_t value = 0;
  while (at_ != end_ && is_digit(*at_) && value <= max_group_size) value = 10 * value + (*at_++ - '0');
  const bool ends = at_ == end_ || *at_ == ',' || *at_ == ']' || *at_ == '}' || *at_ <= ' ';
  const bool leading_zero = *start == '0' && at_ - start > 1;
  if (ends && !leading_zero && value <= max_group_size) return value;
  at_ = start;
  refuse(value > max_group_size ? "at most 1000000000 patients" : expected);
}

double Cursor::number(std::string_view expected) {
  const char first = peek();
  if (first != '-' && !is_digit(first)) refuse(expected);
  const char* const start = at_;
  skip_number();
  double value = 0;
  if (std::from_chars(start, at_, value).ec == std::errc()) return value;
  at_ = start;
  refuse("a number within the range of a double");
}

std::string_view Cursor::string(std::string_view expected) {
  if (peek() != '"') refuse(expected);
  return string_text();
}

std::string_view Cursor::key() {
  if (peek() != '"') fail_here("a key in quotation marks");
  const std::string_view name = string_text();
  if (peek() != ':') fail_here("\":\"");
  ++at_;
  return name;
}

std::string_view Cursor::string_text() {
  const char* start = ++at_;
  while (at_ != end_ && is_plain(*at_)) ++at_;
  if (at_ != end_ && *at_ == '"') return {start, at_++};
  unescaped_.assign(start, at_);
  while (at_ != end_ && *at_ != '"') {
    if (*at_ == '\\') {
      append_escape();
      continue;
    }
    const std::size_t length = sequence_length({at_, end_});
    if (length == 0) fail_here("UTF-8");
    if (static_cast<unsigned char>(*at_) < ' ') fail_here("control characters as \\u escapes");
    unescaped_.append(at_, length);
    at_ += length;
  }
  if (at_ == end_) fail_here("the string's closing quotation mark");
  ++at_;
  return unescaped_;
}

void Cursor::append_escape() {
  static constexpr std::string_view letters = "\"\\/bfnrt", values = "\"\\/\b\f\n\r\t";
  ++at_;
  const std::size_t known = at_ == end_ ? std::string_view::npos : letters.find(*at_);
  if (known != std::string_view::npos) {
    unescaped_ += values[known];
    ++at_;
    return;
  }
  if (at_ == end_ || *at_ != 'u') fail_here("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
  ++at_;
  unsigned point = hexadecimal();
  if (point >= 0xD800 && point < 0xDC00) {
    if (end_ - at_ < 2 || at_[0] != '\\' || at_[1] != 'u') fail_here("the second half of a surrogate pair");
    at_ += 2;
    const unsigned second = hexadecimal();
    if (second < 0xDC00 || second > 0xDFFF) fail_here("the second half of a surrogate pair");
    point = 0x10000 + ((point - 0xD800) << 10) + (second - 0xDC00);
  } else if (point >= 0xDC00 && point <= 0xDFFF) {
    fail_here("the first half of a surrogate pair before the second");
  }
  append_utf8(unescaped_, point);
}

unsigned Cursor::hexadecimal() {
  unsigned value = 0;
  const auto [stop, error] = std::from_chars(at_, std::min(at_ + 4, end_), value, 16);
  if (error != std::errc() || stop != at_ + 4) fail_here("four hexadecimal digits");
  at_ = stop;
  return value;
}

std::string_view Cursor::any() {
  peek();
  const char* const start = at_;
  skip(0);
  return {start, at_};
}

void Cursor::skip(int depth) {
  if (depth > max_depth) fail_here("at most " + std::to_string(max_depth) + " nested brackets");
  switch (peek()) {
    case '{':
      return skip_object(depth);
    case '[':
      return array("an array", [&](std::size_t) { skip(depth + 1); });
    case '"':
      string_text();
      return;
    case 't':
      return skip_word("true");
    case 'f':
      return skip_word("false");
    case 'n':
      return skip_word("null");
    default:
      return skip_number();
  }
}

void Cursor::skip_object(int depth) {
  std::set<std::string, std::less<>> keys;
  object("an object", [&](std::string_view key) {
    if (!keys.emplace(key).second) fail("each key once", "\"" + excerpt(key) + "\" again");
    skip(depth + 1);
  });
}

void Cursor::skip_word(std::string_view word) {
  if (!std::string_view(at_, end_).starts_with(word)) fail_here("a JSON value");
  at_ += word.size();
}

void Cursor::skip_number() {
  const auto digits = [&] {
    if (at_ == end_ || !is_digit(*at_)) fail_here("a digit");
    while (at_ != end_ && is_digit(*at_)) ++at_;
  };
  const auto follows = [&](std::string_view characters) {
    const bool found = at_ != end_ && characters.find(*at_) != std::string_view::npos;
    at_ += found;
    return found;
  };
  if (at_ == end_ || (*at_ != '-' && !is_digit(*at_))) fail_here("a JSON value");
  follows("-");
  if (follows("0")) {
    if (at_ != end_ && is_digit(*at_)) fail_here("a number without leading zeros");
  } else {
    digits();
  }
  if (follows(".")) digits();
  if (follows("eE")) {
    follows("+-");
    digits();
  }
}

void Cursor::end() {
  if (peek() != '\0' || at_ != end_) fail_here("the end of the line");
}

}  // namespace trialcalc::json
