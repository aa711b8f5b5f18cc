#include "report/markdown.hpp"

#include <algorithm>

#include "report/plain_text.hpp"

namespace trialcalc::report {

static bool is_one_of(char c, std::string_view signs) { return signs.find(c) != std::string_view::npos; }

std::string markdown_text(std::string_view text) {
  std::string result;
  for (char c : clean(text)) {
    if (is_one_of(c, "|\\`*_<>[]&$~")) result += '\\';
    result += c;
  }
  return result;
}

std::string markdown_paragraph(std::string_view text) {
  std::string result = markdown_text(text);
  // "-", "+", "#", "=", and "1." or "1)" would begin a list, a heading or a rule.
  const std::size_t digits = std::min(result.find_first_not_of("0123456789"), result.size());
  if (digits < result.size() && is_one_of(result[digits], digits == 0 ? "-+#=" : ".)"))
    result.insert(digits, 1, '\\');
  return result;
}

std::string markdown_code(std::string_view text) {
  const std::string code = clean(text);
  std::size_t longest = 0, run = 0;
  for (char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string blank = longest > 0 ? " " : "";
  return fence + blank + code + blank + fence;
}

}  // namespace trialcalc::report
