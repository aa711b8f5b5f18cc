#include "report/plot/text_width.hpp"

#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

/// Letters of like width in DejaVu Sans, the widest of the usual sans-serif fonts, in parts of the font size.
struct WidthClass {
  std::string_view letters;
  double width;
};

constexpr WidthClass classes[] = {{" .,:;'|!ijlIJ", 0.32}, {"frt()[]{}-/\"`", 0.41},
                                  {"cksvxyz", 0.58},       {"ABCDEFGHKLNOPQRSTUVXYZ", 0.72},
                                  {"+<>=~#&", 0.84},       {"mwMW%@", 0.96}};
constexpr double usual_width = 0.64;

double em_width(std::string_view character) {
  if (character.size() > 1) return usual_width * static_cast<double>(display_width(character));
  for (const WidthClass& one : classes)
    if (one.letters.find(character) != std::string_view::npos) return one.width;
  return usual_width;
}

/// The bytes of the longest start of the text that is at most so wide, and at least one character.
std::size_t fitting_bytes(std::string_view text, double width, double font_size) {
  double used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = code_point_at(text, at).length;
    used += em_width(text.substr(at, length)) * font_size;
    if (used > width && at > 0) break;
    at += length;
  }
  return at;
}

/// The last line, shortened so that an ellipsis fits behind it.
void cut(std::string& line, double width, double font_size) {
  static constexpr std::string_view ellipsis = "\u2026";
  line.resize(fitting_bytes(line, width - text_width(ellipsis, font_size), font_size));
  while (!line.empty() && line.back() == ' ') line.pop_back();
  line += ellipsis;
}

}  // namespace

double text_width(std::string_view text, double font_size) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = code_point_at(text, at).length;
    width += em_width(text.substr(at, length)) * font_size;
    at += length;
  }
  return width;
}

std::vector<std::string> fitted_lines(std::string_view text, double width, std::size_t most,
                                      double font_size) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    const std::string joined = lines.back() + (lines.back().empty() ? "" : " ") + std::string(word);
    if (text_width(joined, font_size) <= width) {
      lines.back() = joined;
      text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
      continue;
    }
    if (lines.back().empty()) {  // a word that is wider than a line
      const std::size_t bytes = fitting_bytes(word, width, font_size);
      lines.back() = word.substr(0, bytes);
      text.remove_prefix(bytes);
    }
    if (text.empty()) break;
    if (lines.size() == most) {
      cut(lines.back(), width, font_size);
      break;
    }
    lines.emplace_back();
  }
  return lines;
}

}  // namespace trialcalc::report
