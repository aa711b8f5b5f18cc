#pragma once
// Writes JSON at the end of a string: fast enough for millions of lines, and always well-formed text.

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trialcalc::report {

enum class JsonLayout { pretty, compact };  ///< two spaces a level, or one line

/// Appends to the string it is given; members and elements in the order of the calls. The string holds an
/// outermost value when that is complete.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, JsonLayout layout = JsonLayout::pretty);

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);

  /// The shortest digits that read back the same; an infinity is the string "inf" or "-inf", NaN is null.
  JsonWriter& value(double number);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::same_as<bool> auto truth) { return verbatim(truth ? "true" : "false"); }
  /// Control characters are escaped, bytes that are not UTF-8 become U+FFFD.
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  /// A value that is JSON already.
  JsonWriter& verbatim(std::string_view text);
  JsonWriter& null() { return verbatim("null"); }

  template <class Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }
  /// Writes nothing when there is no value.
  template <class Value>
  JsonWriter& member_if(std::string_view name, const std::optional<Value>& content) {
    return content ? member(name, *content) : *this;
  }
  JsonWriter& member_if(std::string_view name, std::string_view text) {
    return text.empty() ? *this : member(name, text);
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& finish_value();
  void separate();
  void new_line();
  void put_string(std::string_view text);
  std::size_t put_plain(std::string_view text);
  void put_escape(unsigned char c);
  void put(std::string_view text);
  void put(char c);
  char* room(std::size_t size);
  void flush();

  std::string& out_;
  bool compact_;
  bool empty_ = false;  // the innermost bracket has no content yet
  bool after_key_ = false;
  std::size_t depth_ = 0;  // open brackets
  // Most pieces are a few bytes long: gathered here they cost less than appended one by one.
  std::size_t used_ = 0;
  std::array<char, 1024> piece_;
};

}  // namespace trialcalc::report
