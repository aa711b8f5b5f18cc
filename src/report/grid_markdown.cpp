// Tables in Markdown, as GitHub reads it.
#include "report/grid.hpp"
#include "report/markdown.hpp"

namespace trialcalc::report {

namespace {

void add_markdown_row(std::string& out, const std::vector<std::string>& cells) {
  out += '|';
  for (const std::string& cell : cells) out += ' ' + cell + " |";
  out += '\n';
}

}  // namespace

std::string to_markdown(const Grid& grid) {
  std::string out;
  if (!grid.title.empty()) out += "**" + markdown_text(grid.title) + "**\n\n";
  std::vector<std::string> headings, rule;
  for (const Column& column : grid.columns) {
    headings.push_back(markdown_text(column.heading));
    rule.emplace_back(column.align == Align::left ? "---" : column.align == Align::right ? "---:" : ":---:");
  }
  add_markdown_row(out, headings);
  add_markdown_row(out, rule);
  for (const GridRow& row : grid.rows) {
    std::vector<std::string> cells;
    for (const GridCell& cell : row.cells)
      cells.push_back((cells.empty() && cell.indent > 0 ? "&emsp;" : "") + markdown_text(cell.text));
    if (row.is_section) cells[0] = "**" + cells[0] + "**";
    cells.resize(grid.columns.size());
    add_markdown_row(out, cells);
  }
  for (const std::string& note : grid.notes) out += '\n' + markdown_paragraph(note) + '\n';
  return out;
}

}  // namespace trialcalc::report
