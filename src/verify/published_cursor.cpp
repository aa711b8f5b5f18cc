#include "verify/published_cursor.hpp"

#include <algorithm>
#include <utility>

#include "trialcalc/printed.hpp"
#include "trialcalc/published.hpp"

namespace trialcalc {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_unit(const Token& token) {
  return token.is_mark('%') ||
         (token.kind == Token::Kind::word &&
          is_one_of(token.word, {"pp", "percentage", "percent", "point", "points", "ppt"}));
}

bool is_interval_word(const Token& token) {
  return token.kind == Token::Kind::word && is_one_of(token.word, {"ci", "cis", "ic", "ki", "confidence"});
}

bool comes_before_prose(const Token& token) {
  return token.kind == Token::Kind::word &&
         is_one_of(token.word, {"day", "days", "week", "month", "year", "grade", "grades", "stage", "phase",
                                "table", "figure", "age", "aged", "n", "model"});
}

BadPublished::BadPublished(std::size_t position, std::string expected, std::string found)
    : runtime_error("at character " + std::to_string(position + 1) + ": expected " + expected + ", found " +
                    found),
      position_(position),
      expected_(std::move(expected)),
      found_(std::move(found)) {}

const Token& PublishedCursor::here(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

const Token& PublishedCursor::before() const { return at_ == 0 ? tokens_.back() : tokens_[at_ - 1]; }

void PublishedCursor::fail_at(const Token& token, const std::string& expected) {
  const bool shown =
      std::all_of(token.text.begin(), token.text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  const std::string quoted = "\"" + std::string(token.text.substr(0, 40)) + "\"";
  throw BadPublished(token.position, expected,
                     token.kind == Token::Kind::end ? "the end"
                     : shown                        ? quoted
                                                    : "another character");
}

bool PublishedCursor::is_not_significant() const {
  return here().is_word("ns") || (here().is_word("n") && here(1).is_mark('.') && here(2).is_word("s"));
}

std::string PublishedCursor::take_p_value() {
  while (here().is_mark('=') || here().is_mark(':') || here().is_mark(',')) ++at_;
  if (is_not_significant()) {
    at_ += here().is_word("ns") ? 1 : here(3).is_mark('.') ? 4 : 3;
    return "NS";
  }
  std::string relation;
  for (const auto& [mark, written] : {std::pair('<', "<"), {'>', ">"}, {'l', "≤"}, {'g', "≥"}})
    if (here().is_mark(mark)) relation = written;
  if (!relation.empty()) ++at_;
  if (here(1).is_word("than")) {
    relation = here().is_word("less") ? "<" : is_one_of(here().word, {"greater", "more"}) ? ">" : "";
    if (relation.empty()) fail("a P value such as \"= .25\" or \"<.001\"");
    at_ += 2;
  }
  if (here().kind != Token::Kind::number) fail("a P value such as \"= .25\" or \"<.001\"");
  const Token& token = here();
  const std::string text = take_unsigned();
  if (PrintedNumber::parse(text)->value() > 1) fail_at(token, "a P value from 0 to 1");
  return relation + text;
}

bool PublishedCursor::is_number_here() const {
  if (here().kind == Token::Kind::number) return true;
  return (here().is_mark('-') || here().is_mark('+')) && here(1).kind == Token::Kind::number &&
         !here(1).spaced;
}

std::string PublishedCursor::take_unsigned() {
  const Token& token = here();
  const auto number = PrintedNumber::parse(token.text);
  if (!number || number->form() != PrintedNumber::Form::equal) fail("a number of at most 15 digits");
  ++at_;
  const bool letter =
      here().kind == Token::Kind::word && here().word.front() >= 'a' && here().word.front() <= 'z';
  const bool glued = letter && !here().spaced && !is_unit(here()) && !here().is_word("to");
  const bool power =
      here().is_mark('x') || here().is_mark('^') || (here().is_word("x") && here(1).text == "10");
  if (glued || power) fail("a decimal number without a power of ten or a letter");
  return std::string(token.text);
}

std::string PublishedCursor::take_number() {
  const Token& first = here();
  std::string sign;
  if (first.kind == Token::Kind::mark) {
    sign = first.text;
    ++at_;
  }
  const std::string number = sign + take_unsigned();
  if (!PrintedNumber::parse(number)) fail_at(first, "a number, with a minus sign if it is negative");
  return number;
}

}  // namespace trialcalc
