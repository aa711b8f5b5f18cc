#pragma once
// A table of text, and its writers: one source file for each format. What is in the cells is decided
// elsewhere.

#include <string>
#include <string_view>
#include <vector>

namespace trialcalc::report {

enum class Align { left, right, centre };

/// Colour that stands beside a sign or a word, never alone. A terminal shows only good and bad.
enum class Tone { none, good, noted, possible, bad, quiet };

struct Column {
  std::string heading;
  Align align = Align::left;
  bool wraps_first = false;  ///< text columns give way before columns of numbers do
  std::size_t at_least = 0;  ///< its width in text, so that tables below each other line up
};

struct GridCell {
  GridCell() = default;
  GridCell(std::string words, Tone shade = Tone::none) : text(std::move(words)), tone(shade) {}
  GridCell(const char* words) : text(words) {}

  std::string text;
  Tone tone = Tone::none;
  std::size_t indent = 0;  ///< blanks before each of its lines
  std::string link;        ///< where it leads, in a document: "#f12", "https://..."
};

/// What a reader may filter rows by: {"Verdict", "discrepant"}.
struct Facet {
  std::string name, value;
};

struct GridRow {
  std::vector<GridCell> cells;
  bool is_section = false;    ///< its first cell is a heading over the rows that follow
  std::string id;             ///< its anchor in a document
  std::vector<Facet> facets;  ///< of a section: of all the rows that follow
};

struct Grid {
  std::string title;
  std::vector<Column> columns;
  std::vector<GridRow> rows;
  std::vector<std::string> notes;
  std::vector<std::string> filters;  ///< names of the facets that HTML offers to filter by

  void add(std::vector<GridCell> cells) { rows.push_back({std::move(cells), false}); }
  void add_section(std::string heading) { rows.push_back({{std::move(heading)}, true}); }
};

/// What the terminal can show.
struct TextLook {
  bool unicode = true;
  bool colour = false;
  std::size_t width = 80;
};

/// The text cleaned and in the look's letters.
std::string shown(std::string_view text, const TextLook& look);
/// The text in the tone's colour, where the look has colour.
std::string coloured(std::string_view text, Tone tone, const TextLook& look);

/// Fits the width by wrapping, drops nothing; a cell may run on over empty ones to its right. Cells are
/// cleaned.
std::string to_text(const Grid& grid, const TextLook& look);
std::string to_markdown(const Grid& grid);
/// RFC 4180, cells cleaned. A section becomes a first column of its own when there is one.
std::string to_csv(const Grid& grid);
/// The rows without the headings.
void add_csv_rows(std::string& out, const Grid& grid);
/// A <figure> for a page; see html.hpp.
std::string to_html(const Grid& grid);
/// For packages longtable, booktabs, array, xcolor, amssymb; see latex.hpp.
std::string to_latex(const Grid& grid);

/// A paragraph, cleaned, in the look's letters, wrapped, each line after the first indented.
std::string paragraph(std::string_view text, const TextLook& look, std::size_t indent = 0);

/// One cell of CSV: quoted where needed; a leading apostrophe where a spreadsheet would see a formula.
std::string csv_cell(std::string_view text);

}  // namespace trialcalc::report
