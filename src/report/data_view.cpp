#include "report/data_view.hpp"

#include <algorithm>

#include "report/tidy.hpp"

namespace trialcalc::report {

namespace {

/// Wider tables than this are described, not drawn: they would not fit a line.
constexpr std::size_t most_columns_drawn = 8;

std::string text(std::int64_t count) { return std::to_string(count); }

/// "28 (76)", the percentage as of so many people.
std::string share_text(std::int64_t events, std::int64_t total, const NumberStyle& style) {
  if (total == 0) return text(events);
  const double share = static_cast<double>(events) / static_cast<double>(total);
  return text(events) + " (" + percent_text(share, total, style) + ")";
}

std::string of_text(const Counts& counts, const NumberStyle& style) {
  return text(counts.events) + " / " + text(counts.total) + " (" +
         percent_text(counts.risk(), counts.total, style) + ")";
}

std::int64_t row_total(const CountTable& table, std::size_t row) {
  std::int64_t total = 0;
  for (std::size_t column = 0; column < table.columns; ++column) total += table.at(row, column);
  return total;
}

void write_counts(JsonWriter& json, std::string_view role, const Counts& counts) {
  json.key(role).begin_object().member("events", counts.events).member("total", counts.total).end_object();
}

void write_mean(JsonWriter& json, std::string_view role, const MeanSd& arm) {
  json.key(role).begin_object().member("mean", arm.mean).member("sd", arm.sd).member("n", arm.n).end_object();
}

std::string mean_text(const MeanSd& arm) { return unrounded(arm.mean) + " (" + unrounded(arm.sd) + ")"; }

int decimals_of(double value) {
  const std::string digits = unrounded(value);
  const std::size_t point = digits.find('.');
  if (point == std::string::npos || digits.find('e') != std::string::npos) return 0;
  return static_cast<int>(digits.size() - point - 1);
}

}  // namespace

Grid data_grid(const CountTable& table, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"Row", Align::left}};
  if (table.columns > most_columns_drawn) {
    grid.columns.push_back({"People", Align::right});
    for (std::size_t row = 0; row < table.rows; ++row)
      grid.add({std::to_string(row + 1), text(row_total(table, row))});
    grid.notes = {std::to_string(table.rows) + " rows of " + std::to_string(table.columns) + " categories."};
    return grid;
  }
  for (std::size_t column = 0; column < table.columns; ++column)
    grid.columns.push_back({std::to_string(column + 1), Align::right});
  grid.columns.push_back({"Total", Align::right});
  for (std::size_t row = 0; row < table.rows; ++row) {
    const std::int64_t total = row_total(table, row);
    std::vector<GridCell> cells = {std::to_string(row + 1)};
    for (std::size_t column = 0; column < table.columns; ++column)
      cells.emplace_back(share_text(table.at(row, column), total, style));
    cells.emplace_back(text(total));
    grid.add(std::move(cells));
  }
  return grid;
}

Grid data_grid(const std::vector<TwoByTwo>& strata, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"Stratum", Align::left}, {"Experimental", Align::right}, {"Control", Align::right}};
  for (std::size_t i = 0; i < strata.size(); ++i)
    grid.add(
        {std::to_string(i + 1), of_text(strata[i].experimental, style), of_text(strata[i].control, style)});
  return grid;
}

Grid data_grid(const TwoMeans& means, const NumberStyle&) {
  Grid grid;
  grid.columns = {{"", Align::left}, {"Experimental", Align::centre}, {"Control", Align::centre}};
  grid.add({"Patients", text(means.experimental.n), text(means.control.n)});
  grid.add({"Mean (SD)", mean_text(means.experimental), mean_text(means.control)});
  return grid;
}

Grid data_grid(const Pairs& pairs, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"Pairs with the event", Align::left}, {"", Align::right}};
  grid.add({"under the first condition only", share_text(pairs.first_only, pairs.total, style)});
  grid.add({"under the second condition only", share_text(pairs.second_only, pairs.total, style)});
  if (pairs.both) grid.add({"under both", share_text(*pairs.both, pairs.total, style)});
  grid.add({"Pairs in all", text(pairs.total)});
  return grid;
}

Grid data_grid(const Counts& counts, const NumberStyle&) {
  Grid grid;
  grid.columns = {{"Events", Align::right}, {"Total", Align::right}};
  grid.add({text(counts.events), text(counts.total)});
  return grid;
}

void write_data(JsonWriter& json, const CountTable& table) {
  json.key("table").begin_array();
  for (std::size_t row = 0; row < table.rows; ++row) {
    json.begin_array();
    for (std::size_t column = 0; column < table.columns; ++column) json.value(table.at(row, column));
    json.end_array();
  }
  json.end_array();
}

void write_data(JsonWriter& json, const std::vector<TwoByTwo>& strata) {
  json.key("strata").begin_array();
  for (const TwoByTwo& stratum : strata) {
    json.begin_object();
    write_counts(json, "experimental", stratum.experimental);
    write_counts(json, "control", stratum.control);
    json.end_object();
  }
  json.end_array();
}

void write_data(JsonWriter& json, const TwoMeans& means) {
  json.key("arms").begin_object();
  write_mean(json, "experimental", means.experimental);
  write_mean(json, "control", means.control);
  json.end_object();
}

void write_data(JsonWriter& json, const Pairs& pairs) {
  json.key("pairs").begin_object();
  json.member("first_only", pairs.first_only).member("second_only", pairs.second_only);
  json.member_if("both", pairs.both).member("total", pairs.total).end_object();
}

void write_data(JsonWriter& json, const Counts& counts) {
  json.member("events", counts.events).member("total", counts.total);
}

Symbols data_symbols(const CountTable& table, double) {
  Symbols symbols = {{"rows", std::to_string(table.rows)}, {"columns", std::to_string(table.columns)}};
  std::vector<std::int64_t> columns(table.columns);
  std::int64_t people = 0;
  for (std::size_t row = 0; row < table.rows; ++row) {
    symbols.emplace_back("r" + std::to_string(row + 1), text(row_total(table, row)));
    people += row_total(table, row);
    for (std::size_t column = 0; column < table.columns; ++column) columns[column] += table.at(row, column);
  }
  for (std::size_t column = 0; column < table.columns; ++column)
    symbols.emplace_back("c" + std::to_string(column + 1), text(columns[column]));
  symbols.emplace_back("N", text(people));
  return symbols;
}

Symbols data_symbols(const std::vector<TwoByTwo>&, double z) { return {{"z", plain_text(z)}}; }

Symbols data_symbols(const TwoMeans& means, double z) {
  const auto& [x, y] = means;
  return {{"mean1", unrounded(x.mean)}, {"sd1", unrounded(x.sd)}, {"n1", text(x.n)},
          {"mean2", unrounded(y.mean)}, {"sd2", unrounded(y.sd)}, {"n2", text(y.n)},
          {"z", plain_text(z)}};
}

Symbols data_symbols(const Pairs& pairs, double z) {
  return {{"b", text(pairs.first_only)},
          {"c", text(pairs.second_only)},
          {"n", text(pairs.total)},
          {"z", plain_text(z)}};
}

Symbols data_symbols(const Counts& counts, double z) { return symbols_of(counts, z); }

int decimals_of(const TwoMeans& means) {
  const auto& [x, y] = means;
  return 1 + std::max({decimals_of(x.mean), decimals_of(x.sd), decimals_of(y.mean), decimals_of(y.sd)});
}

}  // namespace trialcalc::report
