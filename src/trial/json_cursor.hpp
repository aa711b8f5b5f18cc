#pragma once
// Reads the JSON of one line value by value, without a tree and, where strings have no escapes, without a
// copy.

#include <cstdint>
#include <string>
#include <string_view>

#include "trialcalc/batch.hpp"

namespace trialcalc::json {

/// Each function reads one value from where the cursor stands and leaves it behind that value. What is not
/// well-formed, or not what was asked for, throws BadLine with its byte (from 1).
class Cursor {
 public:
  explicit Cursor(std::string_view text) : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

  /// The first byte of the next value, NUL at the end of the text.
  char peek() {
    skip_space();
    return at_ == end_ ? '\0' : *at_;
  }

  /// Calls read_member(key) for each member of an object; it must read the value.
  template <class ReadMember>
  void object(std::string_view expected, ReadMember read_member) {
    open('{', expected);
    if (closes('}')) return;
    do {
      const std::string_view name = key();
      read_member(name);
    } while (goes_on('}'));
  }

  /// Calls read_item(index) for each item of an array; it must read the value.
  template <class ReadItem>
  void array(std::string_view expected, ReadItem read_item) {
    open('[', expected);
    if (closes(']')) return;
    std::size_t index = 0;
    do read_item(index++);
    while (goes_on(']'));
  }

  std::int64_t whole(std::string_view expected);       ///< 0 to max_group_size, only digits
  double number(std::string_view expected);            ///< finite
  std::string_view string(std::string_view expected);  ///< good until the next string is read
  std::string_view any();                              ///< any value, well-formed, as it is written

  void end();  ///< nothing but space is left

  /// What errors call the place that is read, beside its byte.
  void name_place(std::string_view name) { place_ = name; }

  /// Throws, about the value that the cursor stands at.
  [[noreturn]] void refuse(std::string_view expected);
  /// Throws, about the place where the cursor stands.
  [[noreturn]] void fail(std::string_view expected, std::string_view found) const;

 private:
  std::string_view key();
  std::string_view string_text();
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
  }
  void open(char bracket, std::string_view expected) {
    if (peek() != bracket) refuse(expected);
    ++at_;
  }
  bool closes(char bracket) {
    const bool found = peek() == bracket;
    at_ += found;
    return found;
  }
  bool goes_on(char bracket) {
    if (closes(',')) return true;
    if (!closes(bracket)) fail_here(bracket == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
    return false;
  }
  void skip(int depth);
  void skip_word(std::string_view word);
  void skip_number();
  void skip_object(int depth);
  void append_escape();
  unsigned hexadecimal();
  [[noreturn]] void fail_here(std::string_view expected) const;

  const char *begin_, *at_, *end_;
  std::string_view place_;
  std::string unescaped_;
};

}  // namespace trialcalc::json
