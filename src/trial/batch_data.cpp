#include "trial/batch_data.hpp"

#include <array>

#include "trial/members.hpp"

namespace trialcalc::json {

namespace {

constexpr std::string_view whole_expected = "a whole number of patients";

Counts read_pair(Cursor& cursor) {
  Counts counts;
  std::size_t found = 0;
  cursor.array("[events, total]", [&](std::size_t index) {
    if (index > 1) cursor.fail("two numbers, [events, total]", "more");
    (index == 0 ? counts.events : counts.total) = cursor.whole(whole_expected);
    found = index + 1;
  });
  if (found < 2) cursor.fail("two numbers, [events, total]", std::to_string(found));
  return counts;
}

Counts read_counts_object(Cursor& cursor) {
  enum { events, total, id, name };
  Members members(std::to_array<std::string_view>({"events", "total", "id", "name"}));
  Counts counts;
  cursor.object("[events, total] or an object with both", [&](std::string_view key) {
    switch (members.meet(cursor, key)) {
      case events:
        counts.events = cursor.whole(whole_expected);
        break;
      case total:
        counts.total = cursor.whole(whole_expected);
        break;
      default:
        cursor.any();
    }
  });
  if (!members.has(events)) missing(cursor, "\"events\"");
  if (!members.has(total)) missing(cursor, "\"total\"");
  return counts;
}

MeanSd read_mean(Cursor& cursor) {
  MeanSd arm;
  std::size_t found = 0;
  const auto real = [&](std::string_view expected, double low) {
    const double value = cursor.number(expected);
    if (value < low || value > max_measurement) cursor.fail(expected, "a number beyond its limits");
    return value;
  };
  cursor.array("[mean, SD, n]", [&](std::size_t index) {
    if (index > 2) cursor.fail("three numbers, [mean, SD, n]", "more");
    if (index == 0) arm.mean = real("a mean from -1e100 to 1e100", -max_measurement);
    if (index == 1) arm.sd = real("an SD from 0 to 1e100", 0);
    if (index == 2) arm.n = cursor.whole(whole_expected);
    found = index + 1;
  });
  if (found < 3) cursor.fail("three numbers, [mean, SD, n]", std::to_string(found));
  if (arm.n == 0) cursor.fail("at least 1 patient", "0");
  return arm;
}

void read_row(Cursor& cursor, CountTable& table) {
  const std::size_t before = table.cells.size();
  cursor.array("a row of counts", [&](std::size_t) {
    if (table.cells.size() == max_table_cells)
      cursor.fail("at most " + std::to_string(max_table_cells) + " cells", "more");
    table.cells.push_back(cursor.whole(whole_expected));
  });
  const std::size_t columns = table.cells.size() - before;
  if (table.rows > 0 && columns != table.columns)
    cursor.fail("rows of equal length",
                std::to_string(columns) + " counts after " + std::to_string(table.columns));
  table.columns = columns;
  ++table.rows;
}

}  // namespace

Counts read_counts(Cursor& cursor) {
  const Counts counts = cursor.peek() == '[' ? read_pair(cursor) : read_counts_object(cursor);
  if (counts.total == 0) cursor.fail("a total of at least 1", "0");
  if (counts.events > counts.total)
    cursor.fail("at most as many events as patients",
                std::to_string(counts.events) + " of " + std::to_string(counts.total));
  return counts;
}

TwoByTwo read_arms(Cursor& cursor) {
  enum { experimental, control };
  Members members(std::to_array<std::string_view>({"experimental", "control"}));
  TwoByTwo table;
  cursor.object("an object with the two arms", [&](std::string_view key) {
    (members.meet(cursor, key) == experimental ? table.experimental : table.control) = read_counts(cursor);
  });
  if (!members.has(experimental)) missing(cursor, "\"experimental\"");
  if (!members.has(control)) missing(cursor, "\"control\"");
  return table;
}

TwoMeans read_means(Cursor& cursor) {
  TwoMeans means;
  std::size_t found = 0;
  cursor.array("two arms, each [mean, SD, n]", [&](std::size_t index) {
    if (index > 1) cursor.fail("two arms", "more");
    (index == 0 ? means.experimental : means.control) = read_mean(cursor);
    found = index + 1;
  });
  if (found < 2) cursor.fail("two arms, each [mean, SD, n]", std::to_string(found));
  return means;
}

CountTable read_table(Cursor& cursor) {
  CountTable table;
  cursor.array("rows of counts", [&](std::size_t) { read_row(cursor, table); });
  if (table.rows < 2 || table.columns < 2)
    cursor.fail("at least two rows and two columns",
                std::to_string(table.rows) + " x " + std::to_string(table.columns));
  std::int64_t people = 0;
  for (const std::int64_t cell : table.cells) people += cell;
  if (people == 0) cursor.fail("somebody in the table", "only zeros");
  if (people > max_group_size)
    cursor.fail("at most 1000000000 patients in the table", std::to_string(people));
  return table;
}

}  // namespace trialcalc::json
