// trialcalc table "28,5,4;29,7,6": an r x c table of counts.
#include <memory>

#include "cli/analysis_command.hpp"
#include "cli/counts_argument.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"
#include "verify/worked_input.hpp"

namespace trialcalc::cli {

namespace {

std::string without_blanks(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

[[noreturn]] void refuse(const std::string& expected) { throw UsageError("table: expected " + expected); }

void require_comparable(const CountTable& table) {
  if (table.rows < 2 || table.columns < 2)
    refuse("at least two rows and two columns, such as \"28,5,4;29,7,6\", found " +
           std::to_string(table.rows) + " x " + std::to_string(table.columns));
  std::int64_t people = 0;
  for (const std::int64_t cell : table.cells) people += cell;
  if (people == 0) refuse("somebody in the table, found only zeros");
  if (people > max_group_size) refuse("at most 1000000000 patients in the table");
}

CountTable parse_table(const AnalysisArguments& arguments) {
  if (arguments.words.size() != 1)
    refuse(
        "one table in quotation marks, rows between semicolons and counts between commas, such as "
        "\"28,5,4;29,7,6\", found " +
        std::to_string(arguments.words.size()) + " arguments");
  CountTable table;
  for (const std::string& row : verify::split(without_marks(arguments.words[0]), ';')) {
    ++table.rows;
    const std::vector<std::string> cells = verify::split(row, ',');
    if (table.rows > 1 && cells.size() != table.columns)
      refuse("rows of equal length, found " + std::to_string(table.columns) + " counts in row 1 and " +
             std::to_string(cells.size()) + " in row " + std::to_string(table.rows));
    table.columns = cells.size();
    if (table.cells.size() + cells.size() > max_table_cells)
      refuse("at most " + std::to_string(max_table_cells) + " cells");
    for (std::size_t column = 0; column < cells.size(); ++column)
      table.cells.push_back(parse_people(
          without_blanks(cells[column]),
          "table: row " + std::to_string(table.rows) + ", column " + std::to_string(column + 1)));
  }
  require_comparable(table);
  return table;
}

}  // namespace

Prepare setup_table(CLI::App& app) {
  auto arguments = std::make_shared<AnalysisArguments>();
  add_option(app, "TABLE", arguments->words, "counts: rows (arms) between semicolons, columns between commas")
      .group("Arguments");
  return add_analysis(app, arguments,
                      {table_families, "", "pearson, likelihood-ratio, fisher; of 2 x k cochran-armitage"},
                      parse_table);
}

}  // namespace trialcalc::cli
