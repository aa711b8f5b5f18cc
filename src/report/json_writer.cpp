#include "report/json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// What a string holds as it is: ASCII but for controls, quotation mark and backslash.
constexpr auto plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7f; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

}  // namespace

JsonWriter::JsonWriter(std::string& out, JsonLayout layout)
    : out_(out), compact_(layout == JsonLayout::compact) {}

/// Where so many bytes may be put, at most those of a piece.
inline char* JsonWriter::room(std::size_t size) {
  if (used_ + size > piece_.size()) flush();
  return piece_.data() + used_;
}

void JsonWriter::flush() {
  out_.append(piece_.data(), used_);
  used_ = 0;
}

inline void JsonWriter::put(char c) {
  *room(1) = c;
  ++used_;
}

void JsonWriter::put(std::string_view text) {
  if (text.size() > piece_.size()) {
    flush();
    out_ += text;
    return;
  }
  text.copy(room(text.size()), text.size());
  used_ += text.size();
}

void JsonWriter::put_escape(unsigned char c) {
  constexpr std::string_view special = "\"\\\n\r\t", letters = "\"\\nrt";
  constexpr char digits[] = "0123456789abcdef";
  put('\\');
  if (const std::size_t known = special.find(static_cast<char>(c)); known != std::string_view::npos)
    return put(letters[known]);
  put("u00");
  put(digits[c >> 4]);
  put(digits[c & 15]);
}

/// Copies what is plain, as far as it fits, and returns how much that is.
inline std::size_t JsonWriter::put_plain(std::string_view text) {
  char* const begin = room(1);
  const std::size_t most = std::min(text.size(), piece_.size() - used_);
  std::size_t length = 0;
  for (; length < most && is_plain(text[length]); ++length) begin[length] = text[length];
  used_ += length;
  return length;
}

void JsonWriter::put_string(std::string_view text) {
  put('"');
  for (std::size_t at = put_plain(text); at < text.size(); at += put_plain(text.substr(at))) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (is_plain(text[at])) continue;  // there was no room left
    if (c < 0x80) {
      put_escape(c);
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    put(point.valid ? text.substr(at, point.length) : replacement);
    at += point.length;
  }
  put('"');
}

void JsonWriter::new_line() {
  put('\n');
  for (std::size_t i = 0; i < depth_; ++i) put("  ");
}

inline void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!empty_) put(',');
  empty_ = false;
  if (!compact_) new_line();
}

inline JsonWriter& JsonWriter::finish_value() {
  if (depth_ == 0) flush();
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  put(bracket);
  ++depth_;
  empty_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  --depth_;
  if (!empty_ && !compact_) new_line();
  empty_ = false;
  put(bracket);
  return finish_value();
}

JsonWriter& JsonWriter::verbatim(std::string_view text) {
  separate();
  put(text);
  return finish_value();
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  put_string(name);
  put(':');
  if (!compact_) put(' ');
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (std::isnan(number)) return null();
  if (std::isinf(number)) return verbatim(number > 0 ? "\"inf\"" : "\"-inf\"");
  separate();
  constexpr std::size_t longest = 32;
  char* const begin = room(longest);
  // Adding 0 turns -0 into 0.
  used_ += static_cast<std::size_t>(std::to_chars(begin, begin + longest, number + 0.0).ptr - begin);
  return finish_value();
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  separate();
  constexpr std::size_t longest = 24;
  char* const begin = room(longest);
  used_ += static_cast<std::size_t>(std::to_chars(begin, begin + longest, number).ptr - begin);
  return finish_value();
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  put_string(text);
  return finish_value();
}

}  // namespace trialcalc::report
