// Tables for a terminal, in columns that fit its width.
#include <algorithm>
#include <numeric>

#include "report/grid.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::size_t gap = 2;        // blanks between columns
constexpr std::size_t narrowest = 6;  // a column is not made narrower than this

std::string_view colour_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "\x1b[32m";
    case Tone::bad:
      return "\x1b[31m";
    default:
      return {};
  }
}

std::string aligned(std::string_view text, std::size_t width, Align align) {
  const std::size_t used = display_width(text);
  const std::size_t blanks = width > used ? width - used : 0;
  const std::size_t left = align == Align::left ? 0 : align == Align::right ? blanks : blanks / 2;
  return std::string(left, ' ') + std::string(text) + std::string(blanks - left, ' ');
}

void trim_right(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

/// Writes a grid's rows into columns whose widths it has settled.
class TextTable {
 public:
  TextTable(const Grid& grid, const TextLook& look) : grid_(grid), look_(look) { settle_widths(); }

  std::string text() const {
    std::string out;
    const bool has_headings = std::any_of(grid_.columns.begin(), grid_.columns.end(),
                                          [](const Column& c) { return !c.heading.empty(); });
    if (has_headings) add_row(out, headings());
    for (const GridRow& row : grid_.rows) {
      if (row.is_section)
        out += (&row == &grid_.rows.front() ? "" : "\n") + paragraph(row.cells.at(0).text, look_);
      else
        add_row(out, row.cells);
    }
    return out;
  }

 private:
  std::vector<GridCell> headings() const {
    std::vector<GridCell> cells;
    for (const Column& column : grid_.columns) cells.emplace_back(column.heading);
    return cells;
  }

  void settle_widths() {
    for (const Column& column : grid_.columns) widths_.push_back(column.at_least);
    longest_words_.assign(widths_.size(), narrowest);
    measure(headings());
    for (const GridRow& row : grid_.rows)
      if (!row.is_section) measure(row.cells);
    shrink_text_columns();
    shrink(longest_words_);  // whole words while that will do
    shrink(std::vector<std::size_t>(widths_.size(), narrowest));
  }

  void shrink_text_columns() {
    std::vector<std::size_t> least = widths_;
    for (std::size_t i = 0; i < widths_.size(); ++i)
      if (grid_.columns[i].wraps_first) least[i] = longest_words_[i];
    shrink(least);
  }

  /// Is everything to the right of this cell empty, up to the next one with words?
  static std::size_t columns_spanned(const std::vector<GridCell>& cells, std::size_t i, std::size_t columns) {
    std::size_t count = 1;
    while (i + count < columns && (i + count >= cells.size() || cells[i + count].text.empty())) ++count;
    return count;
  }

  /// The width that a cell may use: its column's, and that of the empty cells after it.
  std::size_t room(const std::vector<GridCell>& cells, std::size_t i) const {
    std::size_t width = widths_[i];
    if (grid_.columns[i].align != Align::left) return width;
    const std::size_t count = columns_spanned(cells, i, widths_.size());
    for (std::size_t next = i + 1; next < i + count; ++next) width += gap + widths_[next];
    return width;
  }

  void measure(const std::vector<GridCell>& cells) {
    for (std::size_t i = 0; i < std::min(cells.size(), widths_.size()); ++i) {
      const std::string text = shown(cells[i].text, look_);
      const bool runs_on = i == 0 && columns_spanned(cells, i, widths_.size()) > 1;
      if (!runs_on || widths_.size() == 1)
        widths_[i] = std::max(widths_[i], cells[i].indent + display_width(text));
      for (const std::string& word : wrap(text, 1, WrapWords::whole))
        longest_words_[i] = std::max(longest_words_[i], cells[i].indent + display_width(word));
    }
  }

  /// Takes from the widest column that is wider than it must be, until the table fits.
  void shrink(const std::vector<std::size_t>& least) {
    while (total_width() > look_.width) {
      std::size_t widest = widths_.size();
      for (std::size_t i = 0; i < widths_.size(); ++i)
        if (widths_[i] > least[i] && (widest == widths_.size() || widths_[i] > widths_[widest])) widest = i;
      if (widest == widths_.size()) return;
      --widths_[widest];
    }
  }

  std::size_t total_width() const {
    return std::accumulate(widths_.begin(), widths_.end(), widths_.empty() ? 0 : gap * (widths_.size() - 1));
  }

  void add_row(std::string& out, const std::vector<GridCell>& cells) const {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      columns.push_back(i < cells.size() ? lines_of(cells[i], room(cells, i)) : std::vector<std::string>{});
      height = std::max(height, columns.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) add_line(out, cells, columns, line);
  }

  std::vector<std::string> lines_of(const GridCell& cell, std::size_t width) const {
    const std::size_t indent = std::min(cell.indent, width / 2);
    std::vector<std::string> lines = wrap(shown(cell.text, look_), width - indent);
    for (std::string& line : lines)
      if (!line.empty()) line.insert(0, indent, ' ');
    return lines;
  }

  void add_line(std::string& out, const std::vector<GridCell>& cells,
                const std::vector<std::vector<std::string>>& columns, std::size_t line) const {
    std::string text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string part = line < columns[i].size() ? columns[i][line] : std::string();
      if (i > 0) text.append(gap, ' ');
      const std::size_t width = room(cells, i);
      std::string cell = aligned(part, width, grid_.columns[i].align);
      if (!part.empty() && i < cells.size()) cell = coloured(cell, cells[i].tone, look_);
      text += cell;
      // The cells that this one ran over are empty; they are passed by.
      for (std::size_t passed = widths_[i]; passed < width; passed += gap + widths_[i]) ++i;
    }
    trim_right(text);
    out += text + '\n';
  }

  const Grid& grid_;
  const TextLook& look_;
  std::vector<std::size_t> widths_, longest_words_;
};

}  // namespace

std::string shown(std::string_view text, const TextLook& look) {
  const std::string safe = clean(text);
  return look.unicode ? safe : to_ascii(safe);
}

std::string coloured(std::string_view text, Tone tone, const TextLook& look) {
  const std::string_view colour = colour_of(tone);
  if (!look.colour || colour.empty()) return std::string(text);
  return std::string(colour) + std::string(text) + "\x1b[0m";
}

std::string paragraph(std::string_view text, const TextLook& look, std::size_t indent) {
  std::string out;
  const std::size_t width = look.width > indent + narrowest ? look.width - indent : look.width;
  bool first = true;
  for (const std::string& line : wrap(shown(text, look), width)) {
    if (!first && !line.empty()) out.append(indent, ' ');
    out += line + '\n';
    first = false;
  }
  return out;
}

std::string to_text(const Grid& grid, const TextLook& look) {
  std::string out;
  if (!grid.title.empty()) out += paragraph(grid.title, look) + '\n';
  out += TextTable(grid, look).text();
  if (!grid.notes.empty()) out += '\n';
  for (const std::string& note : grid.notes) out += paragraph(note, look);
  return out;
}

}  // namespace trialcalc::report
