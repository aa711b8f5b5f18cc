#include "report/latex.hpp"

#include <algorithm>
#include <iterator>

#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

struct Command {
  char32_t character;
  std::string_view latex;
};

// In ascending order. Brackets and stars in braces: after a row's end they would be its options. Hyphens,
// quotes and angles apart: two of them would become another sign.
constexpr Command commands[] = {{0x0022, "\\textquotedbl{}"},
                                {0x0023, "\\#"},
                                {0x0024, "\\$"},
                                {0x0025, "\\%"},
                                {0x0026, "\\&"},
                                {0x0027, "\\textquotesingle{}"},
                                {0x002A, "{*}"},
                                {0x002C, "{,}"},
                                {0x002D, "-{}"},
                                {0x003C, "\\textless{}"},
                                {0x003E, "\\textgreater{}"},
                                {0x005B, "{[}"},
                                {0x005C, "\\textbackslash{}"},
                                {0x005D, "{]}"},
                                {0x005E, "\\textasciicircum{}"},
                                {0x005F, "\\_"},
                                {0x0060, "\\textasciigrave{}"},
                                {0x007B, "\\{"},
                                {0x007C, "\\textbar{}"},
                                {0x007D, "\\}"},
                                {0x007E, "\\textasciitilde{}"},
                                {0x00A0, "~"},
                                {0x00B1, "\\ensuremath{\\pm}"},
                                {0x00B7, "\\textperiodcentered{}"},
                                {0x00D7, "\\ensuremath{\\times}"},
                                {0x0394, "\\ensuremath{\\Delta}"},
                                {0x03B1, "\\ensuremath{\\alpha}"},
                                {0x03B2, "\\ensuremath{\\beta}"},
                                {0x03BC, "\\ensuremath{\\mu}"},
                                {0x03C7, "\\ensuremath{\\chi}"},
                                {0x2009, "\\,"},
                                {0x2013, "\\textendash{}"},
                                {0x2014, "\\textemdash{}"},
                                {0x2018, "\\textquoteleft{}"},
                                {0x2019, "\\textquoteright{}"},
                                {0x201C, "\\textquotedblleft{}"},
                                {0x201D, "\\textquotedblright{}"},
                                {0x2020, "\\textdagger{}"},
                                {0x2021, "\\textdaggerdbl{}"},
                                {0x2026, "\\textellipsis{}"},
                                {0x2192, "\\ensuremath{\\rightarrow}"},
                                {0x2212, "\\ensuremath{-}"},
                                {0x221E, "\\ensuremath{\\infty}"},
                                {0x2248, "\\ensuremath{\\approx}"},
                                {0x2264, "\\ensuremath{\\leq}"},
                                {0x2265, "\\ensuremath{\\geq}"},
                                {0x2713, "\\ensuremath{\\checkmark}"},
                                {0x2717, "\\ensuremath{\\times}"}};

std::string_view command_of(char32_t c) {
  const Command* found = std::lower_bound(std::begin(commands), std::end(commands), c,
                                          [](const Command& row, char32_t x) { return row.character < x; });
  return found != std::end(commands) && found->character == c ? found->latex : std::string_view();
}

// Letters with accents of western and central Europe, which the T1 encoding has.
constexpr char32_t first_letter = 0x00C0, last_letter = 0x017E;

/// The letters and digits that footnotes are marked by; empty for all others.
std::string_view raised(std::string_view character) {
  struct Raised {
    std::string_view mark, plain;
  };
  static constexpr Raised marks[] = {
      {"\u2070", "0"}, {"\u00B9", "1"}, {"\u00B2", "2"}, {"\u00B3", "3"}, {"\u2074", "4"}, {"\u2075", "5"},
      {"\u2076", "6"}, {"\u2077", "7"}, {"\u2078", "8"}, {"\u2079", "9"}, {"\u1D43", "a"}, {"\u1D47", "b"},
      {"\u1D9C", "c"}, {"\u1D48", "d"}, {"\u1D49", "e"}, {"\u1DA0", "f"}, {"\u1D4D", "g"}, {"\u02B0", "h"},
      {"\u2071", "i"}, {"\u02B2", "j"}, {"\u1D4F", "k"}, {"\u02E1", "l"}, {"\u1D50", "m"}, {"\u207F", "n"},
      {"\u1D52", "o"}, {"\u1D56", "p"}, {"\u02B3", "r"}, {"\u02E2", "s"}, {"\u1D57", "t"}, {"\u1D58", "u"},
      {"\u1D5B", "v"}, {"\u02B7", "w"}, {"\u02E3", "x"}, {"\u02B8", "y"}, {"\u1DBB", "z"}};
  for (const Raised& one : marks)
    if (one.mark == character) return one.plain;
  return {};
}

}  // namespace

std::string latex_text(std::string_view text) {
  const std::string safe = clean(text);
  std::string result;
  for (std::size_t at = 0; at < safe.size();) {
    const CodePoint point = code_point_at(safe, at);
    const std::string_view character = std::string_view(safe).substr(at, point.length);
    const std::string_view command = command_of(point.value), above = raised(character);
    if (!command.empty())
      result += command;
    else if (!above.empty())
      result.append("\\textsuperscript{").append(above).append("}");
    else if (point.value < 0x80 || (point.value >= first_letter && point.value <= last_letter))
      result += character;
    else
      result += to_ascii(character);
    at += point.length;
  }
  return result;
}

std::string latex_tables(const std::vector<Grid>& grids) {
  std::string out = "% Needs packages array, booktabs, longtable, xcolor, amssymb and a T1 font encoding.\n";
  for (const Grid& grid : grids) out += '\n' + to_latex(grid);
  return out;
}

}  // namespace trialcalc::report
