#include "report/outcome_rows.hpp"

#include <algorithm>

namespace trialcalc::report {

namespace {

std::string counts_text(const Counts& counts, const NumberStyle& style) {
  return std::to_string(counts.events) + "/" + std::to_string(counts.total) + " (" +
         percent_text(counts.risk(), counts.total, style) + ")";
}

/// A printed cell in words: "317 (SD 122)", "41.7 (36.2-53.8)", "86.9%".
std::string printed_cell(const Cell& cell) {
  std::string text;
  const auto add = [&](const std::string& value, const std::string& before, const std::string& after) {
    if (!value.empty()) text += (text.empty() ? "" : " ") + before + value + after;
  };
  add(cell.count, "", cell.n.empty() ? "" : "/" + cell.n);
  add(cell.percent, text.empty() ? "" : "(", text.empty() ? "%" : "%)");
  add(cell.mean, "", "");
  add(cell.sd, "(SD ", ")");
  add(cell.median, "", "");
  if (!cell.lower.empty() || !cell.upper.empty()) add(cell.lower + "-" + cell.upper, "(", ")");
  add(cell.range, "(range ", ")");
  add(cell.iqr, "(IQR ", ")");
  return text;
}

std::string printed_row_name(const Outcome& outcome, const ReportedRow& row) {
  if (!row.label.empty()) return row.label;
  for (const Category& category : outcome.categories)
    if (category.id == row.category) return category.name;
  if (!row.category.empty()) return effect_name(row.category);
  const bool has_mean = std::any_of(row.cells.begin(), row.cells.end(),
                                    [](const auto& cell) { return !cell.second.mean.empty(); });
  const std::string unit = outcome.unit.empty() ? "" : ", " + outcome.unit;
  return (has_mean ? "Mean" : outcome.kind == OutcomeKind::binary ? "Events" : "Median") + unit;
}

GridCell cell_in(const ReportedRow& row, const TrialArm* arm) {
  const auto found = arm ? row.cells.find(arm->id) : row.cells.end();
  return found == row.cells.end() ? GridCell() : GridCell(printed_cell(found->second));
}

}  // namespace

std::string effect_name(std::string key) {
  std::replace(key.begin(), key.end(), '-', ' ');
  if (!key.empty() && key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
  return key;
}

bool has_counts(const CategoryResult& row) {
  return row.experimental.counts || row.control.counts || row.total.counts;
}

bool any_counts(const OutcomeResult& result) {
  return std::any_of(result.rows.begin(), result.rows.end(), has_counts);
}

GridCell cell_of(const CellResult& cell, const NumberStyle& style) {
  if (!cell.counts) return {};
  const bool differs = cell.reproduced && !*cell.reproduced;
  return {counts_text(*cell.counts, style) + (differs ? " \u2717" : ""), differs ? Tone::bad : Tone::none};
}

void add_printed_rows(Grid& grid, const OutcomesView& view, const Outcome& outcome, std::string_view indent) {
  std::vector<std::vector<std::string>> seen;
  for (const Reported& reported : outcome.reported) {
    for (const ReportedRow& row : reported.rows) {
      const auto total = row.cells.find(std::string(total_column));
      std::vector<GridCell> cells = {std::string(indent) + printed_row_name(outcome, row),
                                     cell_in(row, view.arms.experimental), cell_in(row, view.arms.control)};
      if (cells[1].text.empty() && cells[2].text.empty() && total == row.cells.end()) continue;
      cells.emplace_back(total == row.cells.end() ? "" : printed_cell(total->second));
      std::vector<std::string> texts;
      for (const GridCell& cell : cells) texts.push_back(cell.text);
      if (std::find(seen.begin(), seen.end(), texts) != seen.end()) continue;
      seen.push_back(texts);
      grid.add(std::move(cells));
    }
  }
}

}  // namespace trialcalc::report
