#include "stats/table/expected.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "stats/table/deviation.hpp"
#include "stats/two_by_two/asymptotic.hpp"

namespace trialcalc::table {

namespace {

/// So many rows and columns are told cell by cell.
constexpr std::size_t most_told = 4;

struct CellWords {
  std::string meaning, formula;
};
using AllCellWords = std::array<std::array<CellWords, most_told>, most_told>;

/// A working points to its words, so they last as long as the program.
const AllCellWords& cell_words() {
  static const AllCellWords all = [] {
    AllCellWords words;
    for (std::size_t i = 0; i < most_told; ++i)
      for (std::size_t j = 0; j < most_told; ++j) {
        const std::string row = std::to_string(i + 1), column = std::to_string(j + 1);
        words[i][j] = {"expected in row " + row + ", column " + column, "r" + row + " c" + column + " / N"};
      }
    return words;
  }();
  return all;
}

}  // namespace

Working expected_working(const CountTable& table, const Step& statistic, Alternative alternative) {
  const Margins margins = without_empty_margins(table);
  const bool told = table.rows <= most_told && table.columns <= most_told &&
                    margins.counts.cells.size() == table.cells.size();
  std::vector<Step> steps;
  double smallest = HUGE_VAL;
  for (std::size_t i = 0; i < margins.rows.size(); ++i)
    for (std::size_t j = 0; j < margins.columns.size(); ++j) {
      const double expected = deviation(margins, i, j).expected;
      smallest = std::min(smallest, expected);
      if (told) steps.push_back({cell_words()[i][j].meaning, "", cell_words()[i][j].formula, expected});
    }
  if (!told) steps.push_back({"smallest expected count", "", "", smallest});
  steps.push_back({"degrees of freedom", "df", "(rows - 1) (columns - 1)", margins.df()});
  steps.push_back(statistic);
  if (alternative == Alternative::two_sided)
    return {std::move(steps), "the area of chi-squared above X2, degrees of freedom df"};
  steps.push_back({"root of X2, positive where row 1 has more in column 1", "Z", "",
                   direction(margins) * std::sqrt(statistic.value)});
  return two_by_two::normal_working(std::move(steps), alternative);
}

}  // namespace trialcalc::table
