// Tables as CSV (RFC 4180), safe to open in a spreadsheet.
#include <algorithm>

#include "report/grid.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

bool has_sections(const Grid& grid) {
  return std::any_of(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) { return row.is_section; });
}

void add_csv_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(clean(cells[i]));
  }
  out += "\r\n";
}

/// A sign, digits with one point, and perhaps an exponent.
bool is_plain_number(std::string_view text) {
  const auto digits = [&] {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
  };
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  std::size_t count = digits();
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    count += digits();
  }
  if (count == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (digits() == 0) return false;
  }
  return text.empty();
}

}  // namespace

std::string to_csv(const Grid& grid) {
  std::string out;
  std::vector<std::string> headings;
  if (has_sections(grid)) headings.emplace_back("section");
  for (const Column& column : grid.columns) headings.push_back(column.heading);
  add_csv_row(out, headings);
  add_csv_rows(out, grid);
  return out;
}

void add_csv_rows(std::string& out, const Grid& grid) {
  const bool sections = has_sections(grid);
  std::string section;
  for (const GridRow& row : grid.rows) {
    if (row.is_section) {
      section = row.cells.at(0).text;
      continue;
    }
    std::vector<std::string> cells;
    if (sections) cells.push_back(section);
    for (const GridCell& cell : row.cells) cells.push_back(cell.text);
    cells.resize(grid.columns.size() + (sections ? 1 : 0));
    add_csv_row(out, cells);
  }
}

std::string csv_cell(std::string_view text) {
  std::string cell(text);
  const bool risky = !text.empty() && std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos;
  if (risky && !is_plain_number(text)) cell.insert(0, 1, '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (char c : cell) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

}  // namespace trialcalc::report
