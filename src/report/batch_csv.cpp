#include <nlohmann/json.hpp>

#include "report/batch_writer.hpp"
#include "report/data_view.hpp"
#include "report/tidy.hpp"

namespace trialcalc::report {

namespace {

/// The tidy columns, and behind them those that only a batch has.
Grid batch_columns() {
  Grid grid = tidy_columns();
  for (const char* name : {"reported", "verdict", "line", "error"})
    grid.columns.push_back({name, Align::left});
  return grid;
}

std::string id_text(const BatchLine& line) {
  if (!line.id_is_json || !line.id.starts_with('"')) return line.id;
  return nlohmann::json::parse(line.id).get<std::string>();
}

void add_finding(Grid& grid, const std::string& id, const Finding& finding) {
  const std::string recomputed =
      finding.recomputed ? unrounded(*finding.recomputed) : finding.recomputed_text;
  grid.add({id, "published-" + finding.kind, finding.method, recomputed, "", "", "", "", "", finding.reason,
            "", "", "", finding.reported, std::string(name(finding.verdict))});
}

class CsvLines : public BatchWriter {
 public:
  explicit CsvLines(bool echo) : echo_(echo) {}

  std::string head() const override { return to_csv(columns_); }

  void add(std::string& out, const BatchLine& line, const Comparison& comparison,
           const Check* published) const override {
    Grid grid = columns_;
    const std::string id = id_text(line);
    if (echo_) add_count_rows(grid, id, comparison.table);
    add_result_rows(grid, id, comparison);
    if (published)
      for (const Finding& finding : published->findings) add_finding(grid, id, finding);
    add_csv_rows(out, grid);
  }

  void add(std::string& out, const BatchLine& line, const Analysis& analysis) const override {
    Grid grid = columns_;
    add_analysis_rows(grid, analysis);
    for (GridRow& row : grid.rows) row.cells.front().text = id_text(line);
    add_csv_rows(out, grid);
  }

  void add_error(std::string& out, const BatchLine& line, std::size_t number,
                 std::string_view message) const override {
    Grid grid = columns_;
    std::vector<GridCell> cells(columns_.columns.size());
    cells[0] = id_text(line);
    cells[1] = "error";
    cells[cells.size() - 2] = std::to_string(number);
    cells[cells.size() - 1] = std::string(message);
    grid.add(std::move(cells));
    add_csv_rows(out, grid);
  }

 private:
  Grid columns_ = batch_columns();
  bool echo_;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_csv_writer(bool echo) { return std::make_unique<CsvLines>(echo); }

}  // namespace trialcalc::report
