#pragma once
// A place in the tokens of a published result, and the numbers that are taken from there.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "verify/published_tokens.hpp"

namespace trialcalc {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

/// "%", "pp", "points": what may stand behind a number.
bool is_unit(const Token& token);

/// "CI", "confidence": an interval is about to be printed.
bool is_interval_word(const Token& token);

/// Words after which a number is a time, a grade or a place in the report.
bool comes_before_prose(const Token& token);

class PublishedCursor {
 protected:
  explicit PublishedCursor(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  const Token& here(std::size_t ahead = 0) const;
  const Token& before() const;

  [[noreturn]] void fail(const std::string& expected) const { fail_at(here(), expected); }
  [[noreturn]] static void fail_at(const Token& token, const std::string& expected);

  /// "NS", "n.s."
  bool is_not_significant() const;
  /// A number, or a sign that belongs to one: it touches the number.
  bool is_number_here() const;

  std::string take_p_value();
  std::string take_unsigned();
  std::string take_number();

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace trialcalc
