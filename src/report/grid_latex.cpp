// Tables in LaTeX: long ones break over pages, wide columns wrap.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "report/latex.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::size_t line_width = 84;  // letters of a line of small type on A4 or Letter
constexpr std::size_t narrow = 14;      // a column up to this wide is not wrapped
constexpr double share_of_text = 0.96;  // what the gaps between columns leave

std::string_view colour_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "green!40!black";
    case Tone::noted:
      return "blue!60!black";
    case Tone::possible:
      return "yellow!40!black";
    case Tone::bad:
      return "red!70!black";
    case Tone::quiet:
      return "black!60";
    case Tone::none:
      break;
  }
  return {};
}

std::string latex_cell(const GridCell& cell) {
  std::string text = latex_text(cell.text);
  if (!colour_of(cell.tone).empty())
    text = fmt::format("\\textcolor{{{}}}{{{}}}", colour_of(cell.tone), text);
  return (cell.indent > 0 ? "\\hspace*{1em}" : "") + text;
}

std::vector<std::size_t> widths_of(const Grid& grid) {
  std::vector<std::size_t> widths;
  for (const Column& column : grid.columns) widths.push_back(display_width(column.heading));
  for (const GridRow& row : grid.rows)
    for (std::size_t i = 0; !row.is_section && i < std::min(row.cells.size(), widths.size()); ++i)
      widths[i] = std::max(widths[i], display_width(row.cells[i].text));
  return widths;
}

/// "lrp{0.4\linewidth}": narrow columns as they are, the others share what is left by what they hold.
std::string preamble(const Grid& grid) {
  const std::vector<std::size_t> widths = widths_of(grid);
  const auto held = [](std::size_t sum, std::size_t width) { return sum + std::min(width, line_width); };
  const bool fits = std::accumulate(widths.begin(), widths.end(), 2 * widths.size()) <= line_width;
  std::size_t fixed = 0, wide = 0;
  for (std::size_t width : widths)
    (width <= narrow ? fixed : wide) = held(width <= narrow ? fixed : wide, width);
  const double left = share_of_text - static_cast<double>(fixed + 2 * widths.size()) / line_width;
  std::string columns;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const Align align = grid.columns[i].align;
    if (fits || widths[i] <= narrow)
      columns += align == Align::left ? 'l' : align == Align::right ? 'r' : 'c';
    else
      columns += fmt::format(">{{\\raggedright\\arraybackslash}}p{{{:.3f}\\linewidth}}",
                             std::max(left, 0.3) * static_cast<double>(std::min(widths[i], line_width)) /
                                 static_cast<double>(wide));
  }
  return columns;
}

std::string joined_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) row += (&cell == &cells.front() ? "" : " & ") + cell;
  return row + " \\\\\n";
}

std::string headings(const Grid& grid) {
  std::vector<std::string> cells;
  for (const Column& column : grid.columns)
    cells.push_back(column.heading.empty() ? "" : "\\textbf{" + latex_text(column.heading) + "}");
  const bool any = std::any_of(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); });
  return any ? "\\toprule\n" + joined_row(cells) + "\\midrule\n\\endhead\n" : "\\toprule\n\\endhead\n";
}

std::string row_of(const Grid& grid, const GridRow& row) {
  if (row.is_section)
    return fmt::format("\\addlinespace\n\\multicolumn{{{}}}{{p{{{}\\linewidth}}}}{{\\textbf{{{}}}}} \\\\*\n",
                       grid.columns.size(), share_of_text, latex_text(row.cells.at(0).text));
  std::vector<std::string> cells;
  for (const GridCell& cell : row.cells) cells.push_back(latex_cell(cell));
  cells.resize(grid.columns.size());
  return joined_row(cells);
}

}  // namespace

std::string to_latex(const Grid& grid) {
  std::string out;
  if (!grid.title.empty()) out += "\\noindent\\textbf{" + latex_text(grid.title) + "}\\nopagebreak\n\n";
  out += "{\\small\n\\begin{longtable}{" + preamble(grid) + "}\n" + headings(grid);
  for (const GridRow& row : grid.rows) out += row_of(grid, row);
  out += "\\bottomrule\n\\end{longtable}}\n";
  for (const std::string& note : grid.notes) out += "\n\\noindent{\\small " + latex_text(note) + "}\n";
  return out;
}

}  // namespace trialcalc::report
