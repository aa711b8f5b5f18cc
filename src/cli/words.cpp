#include "cli/words.hpp"

#include <algorithm>

#include "cli/errors.hpp"
#include "report/plain_text.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc::cli {

namespace {

constexpr std::size_t longest_shown = 60;
constexpr std::size_t longest_enumeration = 8;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::string without_marks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), negative_mark), text.end());
  return text;
}

std::string in_quotes(std::string_view word) {
  std::string text = report::clean(without_marks(std::string(word)));
  if (text.size() > longest_shown) {
    std::size_t cut = longest_shown;
    while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;  // not inside a character
    text = text.substr(0, cut) + "...";
  }
  return "\"" + text + "\"";
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string hint(std::string_view word, const std::vector<std::string>& names, const std::string& help) {
  const std::string_view near = nearest(word, names);
  return near.empty() ? "; see '" + help + "'" : "; did you mean \"" + std::string(near) + "\"?";
}

std::vector<std::string> split_list(const std::vector<std::string>& texts, std::string_view option) {
  std::vector<std::string> parts;
  for (const std::string& text : texts) {
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t comma = std::min(text.find(',', start), text.size());
      if (comma == start)
        throw UsageError(std::string(option) + ": expected words between commas, found " + in_quotes(text));
      parts.push_back(text.substr(start, comma - start));
      start = comma + 1;
    }
  }
  return parts;
}

void require_one_of(std::string_view option, const std::string& word, const std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), word) != names.end()) return;
  const std::string_view near = nearest(word, names);
  std::string message = std::string(option) + ": there is no " + in_quotes(word);
  if (!near.empty())
    message += "; did you mean \"" + std::string(near) + "\"?";
  else if (names.size() <= longest_enumeration)
    message += "; expected one of " + listed(names);
  else
    message += "; 'trialcalc methods' lists the keys";
  throw UsageError(message);
}

}  // namespace trialcalc::cli
