// A published table as a grid.
#include <algorithm>

#include "report/check_view.hpp"
#include "report/plain_text.hpp"
#include "report/reproduce_cell.hpp"
#include "report/reproduce_report.hpp"

namespace trialcalc::report {

namespace {

/// The marks of footnotes; each text has one mark.
class Footnotes {
 public:
  explicit Footnotes(bool unicode, bool letters) : unicode_(unicode), letters_(letters) {}

  std::string mark(const std::string& text) {
    const auto found = std::find(texts_.begin(), texts_.end(), text);
    const auto index = static_cast<std::size_t>(found - texts_.begin());
    if (found == texts_.end()) texts_.push_back(text);
    return sign(index);
  }

  void add_to(std::vector<std::string>& notes) const {
    for (std::size_t i = 0; i < texts_.size(); ++i) notes.push_back(sign(i) + " " + texts_[i]);
  }

 private:
  std::string sign(std::size_t index) const {
    const std::string plain = letters_ ? letter(index) : std::to_string(index + 1);
    if (!unicode_) return (letters_ ? "^" : "#") + plain;
    std::string raised;
    for (char c : plain) raised += letters_ ? raised_letters[c - 'a'] : raised_digits[c - '0'];
    return raised;
  }

  /// a to p, r to z (there is no raised q), then aa, bb, ...
  static std::string letter(std::size_t index) {
    constexpr std::string_view alphabet = "abcdefghijklmnoprstuvwxyz";
    return std::string(index / alphabet.size() + 1, alphabet[index % alphabet.size()]);
  }

  static constexpr const char* raised_digits[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                  "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  static constexpr const char* raised_letters[] = {
      "\u1D43", "\u1D47", "\u1D9C", "\u1D48", "\u1D49", "\u1DA0", "\u1D4D", "\u02B0", "\u2071",
      "\u02B2", "\u1D4F", "\u02E1", "\u1D50", "\u207F", "\u1D52", "\u1D56", "q",      "\u02B3",
      "\u02E2", "\u1D57", "\u1D58", "\u1D5B", "\u02B7", "\u02E3", "\u02B8", "\u1DBB"};

  bool unicode_, letters_;
  std::vector<std::string> texts_;
};

/// Digits before the decimal point or the bracket, which stand under each other.
std::size_t leading_digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

class TableView {
 public:
  TableView(const LaidOutTable& table, const Check& check, bool unicode)
      : table_(table), check_(check), unicode_(unicode), theirs_(unicode, true), ours_(unicode, false) {}

  Grid grid() {
    grid_.title = table_.name + (table_.title.empty() ? "" : ". " + table_.title);
    const bool sizes_on_top = !table_.rows.empty() && table_.rows[0].kind == LaidOutRow::Kind::population;
    add_columns(sizes_on_top ? &table_.rows[0] : nullptr);
    for (std::size_t i = sizes_on_top ? 1 : 0; i < table_.rows.size(); ++i) add(table_.rows[i]);
    align_numbers();
    theirs_.add_to(grid_.notes);
    ours_.add_to(grid_.notes);
    grid_.notes.push_back(summary());
    return std::move(grid_);
  }

 private:
  void add_columns(const LaidOutRow* sizes) {
    grid_.columns.push_back({"", Align::left});
    for (const LaidOutColumn& column : table_.columns) {
      std::string heading = column.id == "p" ? "P value" : column.id == total_column ? "Total" : column.name;
      if (sizes) {
        const auto size = sizes->cells.find(column.id);
        if (size != sizes->cells.end()) heading += " (" + cell(size->second).text + ")";
      }
      grid_.columns.push_back({heading, Align::left});
    }
    if (sizes) grid_.columns[0].heading = marked(sizes->label, *sizes);
  }

  void add(const LaidOutRow& row) {
    if (row.kind == LaidOutRow::Kind::heading) {
      under_outcome_ = false;
      return grid_.add_section(row.label);
    }
    std::vector<GridCell> cells = {label(row)};
    if (row.kind == LaidOutRow::Kind::outcome) return grid_.add(std::move(cells));
    for (const LaidOutColumn& column : table_.columns) {
      const auto found = row.cells.find(column.id);
      cells.push_back(found == row.cells.end() ? GridCell() : cell(found->second));
    }
    grid_.add(std::move(cells));
  }

  GridCell label(const LaidOutRow& row) {
    if (row.kind != LaidOutRow::Kind::cells) under_outcome_ = row.kind == LaidOutRow::Kind::outcome;
    std::string words = row.label;
    const std::string statistic = statistic_words(row, check_);
    if (!statistic.empty()) words += ", " + statistic + (row.unit.empty() ? "" : ", " + row.unit);
    GridCell result(marked(words, row));
    const bool below = row.kind == LaidOutRow::Kind::cells && under_outcome_ && row.id == outcome_;
    if (row.kind == LaidOutRow::Kind::outcome) outcome_ = row.id;
    result.indent = below ? 2 : 0;
    return result;
  }

  std::string marked(std::string words, const LaidOutRow& row) {
    if (!row.note.empty()) words += theirs_.mark(row.note);
    for (std::size_t sum : row.sums) words += ' ' + cross() + ours_.mark(note(check_.findings[sum]));
    return words;
  }

  GridCell cell(const LaidOutCell& cell) {
    GridCell result(printed_cell(cell, check_));
    for (const std::string& footnote : cell.notes) result.text += theirs_.mark(footnote);
    const std::string ours = differing_numbers(cell, check_);
    if (!ours.empty()) result.text += " [" + ours + "]";
    const Verdict verdict = cell_verdict(cell, check_);
    if (verdict == Verdict::discrepant) {
      result.text += ' ' + cross();
      result.tone = Tone::bad;
    }
    if (verdict == Verdict::not_checkable && !cell.numbers.empty()) result.text += " ?";
    const std::string notes = notes_of(cell);
    if (!notes.empty()) result.text += (verdict == Verdict::discrepant ? "" : " ") + ours_.mark(notes);
    return result;
  }

  /// What there is to say of a cell, the worst first, each verdict and each reason once.
  std::string notes_of(const LaidOutCell& cell) const {
    std::vector<std::size_t> indices = cell.sums;
    indices.insert(indices.begin(), cell.numbers.begin(), cell.numbers.end());
    std::string text;
    for (Verdict verdict : {Verdict::discrepant, Verdict::compatible, Verdict::explained}) {
      std::vector<std::string> reasons;
      for (std::size_t index : indices) {
        const Finding& finding = check_.findings[index];
        const std::string words = reason(finding);
        if (finding.verdict == verdict && std::find(reasons.begin(), reasons.end(), words) == reasons.end())
          reasons.push_back(words);
      }
      if (!reasons.empty())
        text += (text.empty() ? "" : "; ") + std::string(name(verdict)) + ": " + joined(reasons, "; ");
    }
    return text;
  }

  std::string note(const Finding& finding) const {
    return std::string(name(finding.verdict)) + ": " + reason(finding);
  }

  std::string reason(const Finding& finding) const {
    std::string text = finding.kind == "identity" ? finding.label + ", " + finding.reported + "; " : "";
    text += finding.reason;
    if (const Finding* root = find(check_, finding.follows_from))
      text += "; follows from " + root->label + ", " + place(check_, *root) + ": " + root->reported;
    return text;
  }

  std::string cross() const { return unicode_ ? "\u2717" : "x"; }

  /// Blanks before the cells of a column, so that 8 (22) stands under 14 (33).
  void align_numbers() {
    for (std::size_t column = 1; column < grid_.columns.size(); ++column) {
      std::size_t widest = 0;
      for (const GridRow& row : grid_.rows)
        if (column < row.cells.size()) widest = std::max(widest, leading_digits(row.cells[column].text));
      for (GridRow& row : grid_.rows) {
        if (column >= row.cells.size()) continue;
        const std::size_t digits = leading_digits(row.cells[column].text);
        if (digits > 0) row.cells[column].indent = widest - digits;
      }
    }
  }

  std::string summary() const {
    std::vector<std::string> parts;
    for (Verdict verdict : all_verdicts) {
      std::size_t count = 0;
      for (const LaidOutRow& row : table_.rows)
        for (const auto& [column, cell] : row.cells)
          count += static_cast<std::size_t>(
              std::count_if(cell.numbers.begin(), cell.numbers.end(),
                            [&](std::size_t i) { return check_.findings[i].verdict == verdict; }));
      if (count == 0) continue;
      std::string words = std::to_string(count) + " " + std::string(name(verdict));
      if (verdict == Verdict::discrepant) words += " (" + cross() + ", recomputed in brackets)";
      if (verdict == Verdict::not_checkable) words += " (? where the whole cell is)";
      parts.push_back(std::move(words));
    }
    return "Printed numbers: " + joined(parts) + ".";
  }

  const LaidOutTable& table_;
  const Check& check_;
  bool unicode_, under_outcome_ = false;
  std::string outcome_;
  Footnotes theirs_, ours_;
  Grid grid_;
};

}  // namespace

std::string reproduce_text(std::span<const LaidOutTable> tables, const Check& check, const TextLook& look) {
  std::string out;
  for (const LaidOutTable& table : tables) {
    if (!out.empty()) out += '\n';
    out += to_text(TableView(table, check, look.unicode).grid(), look);
  }
  return out;
}

std::vector<Grid> reproduce_grids(std::span<const LaidOutTable> tables, const Check& check) {
  std::vector<Grid> grids;
  for (const LaidOutTable& table : tables) grids.push_back(TableView(table, check, true).grid());
  return grids;
}

}  // namespace trialcalc::report
