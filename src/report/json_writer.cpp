#include "report/json_writer.hpp"

#include <charconv>
#include <cmath>

#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

void append_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr char digits[] = "0123456789abcdef";
  out += "\\u00";
  out += digits[c >> 4];
  out += digits[c & 15];
}

/// What a string holds as it is: ASCII but for controls, quotation mark and backslash.
bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; }

std::size_t plain_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_plain(static_cast<unsigned char>(text[length]))) ++length;
  return length;
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    const std::size_t plain = plain_length(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto c = static_cast<unsigned char>(text[0]);
    if (c < 0x80) {
      append_escape(out, c);
      text.remove_prefix(1);
      continue;
    }
    const CodePoint point = code_point_at(text, 0);
    out += point.valid ? text.substr(0, point.length) : replacement;
    text.remove_prefix(point.length);
  }
  out += '"';
}

}  // namespace

JsonWriter::JsonWriter(std::string& out, JsonLayout layout)
    : out_(out), compact_(layout == JsonLayout::compact) {}

void JsonWriter::new_line() {
  if (compact_) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!empty_) out_ += ',';
  empty_ = false;
  new_line();
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  empty_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  --depth_;
  if (!empty_) new_line();
  empty_ = false;
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::verbatim(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_string(out_, name);
  out_ += compact_ ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  if (std::isnan(number)) return null();
  if (std::isinf(number)) return verbatim(number > 0 ? "\"inf\"" : "\"-inf\"");
  char digits[32];
  // Adding 0 turns -0 into 0.
  const auto end = std::to_chars(digits, digits + sizeof digits, number + 0.0).ptr;
  return verbatim({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  return verbatim({digits, static_cast<std::size_t>(end - digits)});
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_string(out_, text);
  return *this;
}

}  // namespace trialcalc::report
