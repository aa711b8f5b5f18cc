// Tables in LaTeX: long ones break over pages, wide columns wrap.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/latex.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::size_t line_width = 96;  // letters of a line of footnote size within usual margins
constexpr std::size_t narrow = 16;      // a column up to this wide is not wrapped
constexpr std::size_t gap = 3;          // letters that the space between two columns takes
constexpr double least_share = 0.3;     // of a line, for all the columns that wrap together

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

/// Letters in the cells of a column, and the cells that hold any.
struct Extent {
  std::size_t most = 0, sum = 0, cells = 0;

  bool wraps() const { return most > narrow; }
  /// Its claim to room: between its usual cell and its longest, so that one long cell does not take it all.
  double claim() const {
    const std::size_t usual = std::max(cells == 0 ? 0 : sum / cells, narrow);
    return std::sqrt(static_cast<double>(usual * std::min(most, line_width)));
  }
};

std::vector<Extent> extents_of(const Grid& grid) {
  std::vector<Extent> extents;
  for (const Column& column : grid.columns) extents.push_back({display_width(column.heading)});
  for (const GridRow& row : grid.rows) {
    for (std::size_t i = 0; !row.is_section && i < std::min(row.cells.size(), extents.size()); ++i) {
      const std::size_t width = display_width(row.cells[i].text);
      extents[i].most = std::max(extents[i].most, width);
      extents[i].sum += width;
      extents[i].cells += width > 0;
    }
  }
  return extents;
}

char plain_column(Align align) { return align == Align::left ? 'l' : align == Align::right ? 'r' : 'c'; }

/// "@{}lrp{0.4\linewidth}@{}": narrow columns as they are, the others share what is left by what they hold.
std::string preamble(const Grid& grid) {
  const std::vector<Extent> extents = extents_of(grid);
  std::size_t taken = gap * extents.size(), wanted = taken;
  double held = 0;
  for (const Extent& one : extents) {
    wanted += one.most;
    taken += one.wraps() ? 0 : one.most;
    held += one.wraps() ? one.claim() : 0;
  }
  const double left = 1 - static_cast<double>(taken) / static_cast<double>(line_width);
  std::string columns;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    if (wanted <= line_width || !extents[i].wraps())
      columns += plain_column(grid.columns[i].align);
    else
      columns += fmt::format(">{{\\raggedright\\arraybackslash}}p{{{:.3f}\\linewidth}}",
                             std::max(left, least_share) * extents[i].claim() / held);
  }
  return "@{}" + columns + "@{}";
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
    return fmt::format(
        "\\addlinespace\n\\multicolumn{{{}}}{{@{{}}p{{0.95\\linewidth}}@{{}}}}{{\\textbf{{{}}}}} \\\\*\n",
        grid.columns.size(), latex_text(row.cells.at(0).text));
  std::vector<std::string> cells;
  for (const GridCell& cell : row.cells) cells.push_back(latex_cell(cell));
  cells.resize(grid.columns.size());
  return joined_row(cells);
}

}  // namespace

std::string to_latex(const Grid& grid) {
  std::string out;
  if (!grid.title.empty()) out += "\\noindent\\textbf{" + latex_text(grid.title) + "}\\nopagebreak\n\n";
  out += "{\\footnotesize\n\\begin{longtable}{" + preamble(grid) + "}\n" + headings(grid);
  for (const GridRow& row : grid.rows) out += row_of(grid, row);
  out += "\\bottomrule\n\\end{longtable}}\n";
  for (const std::string& note : grid.notes) out += "\n\\noindent{\\footnotesize " + latex_text(note) + "}\n";
  return out;
}

}  // namespace trialcalc::report
