#include <array>
#include <bit>

#include "trial/json_cursor.hpp"
#include "trial/json_node.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc {

namespace {

using json::Cursor;

/// The members that an object may have, and which of them were met.
template <std::size_t size>
class Members {
 public:
  constexpr explicit Members(const std::array<std::string_view, size>& names) : names_(names) {}

  /// The index of the name. Throws for a name that is unknown or comes again.
  std::size_t meet(const Cursor& cursor, std::string_view name) {
    std::size_t index = 0;
    while (index < size && names_[index] != name) ++index;
    if (index == size) refuse(cursor, name);
    if (has(index)) cursor.fail("each key once", "\"" + std::string(name) + "\" again");
    met_ |= 1u << index;
    return index;
  }

  bool has(std::size_t index) const { return (met_ >> index & 1) != 0; }
  unsigned met() const { return met_; }

 private:
  [[noreturn]] void refuse(const Cursor& cursor, std::string_view name) const {
    const std::vector<std::string> known(names_.begin(), names_.end());
    const std::string_view near = nearest(name, known);
    std::string expected = "one of the keys";
    for (const std::string& key : known) expected += (key == known.front() ? " " : ", ") + key;
    cursor.fail(near.empty() ? expected : "the key \"" + std::string(near) + "\"",
                "\"" + json::excerpt(name) + "\"");
  }

  std::array<std::string_view, size> names_;
  unsigned met_ = 0;
};

constexpr std::string_view whole_expected = "a whole number of patients";

[[noreturn]] void missing(const Cursor& cursor, std::string_view what) {
  cursor.fail(what, "an object without it");
}

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

/// The sentence that holds the members: "RR 0.65 (95% CI 0.31-1.37), P = .25".
std::string read_published_object(Cursor& cursor) {
  enum { ci = 3, level, p };
  static constexpr auto names = std::to_array<std::string_view>({"rr", "rd", "or", "ci", "level", "p"});
  static constexpr std::string_view written[] = {"RR ", "RD ", "OR "};
  Members members(names);
  std::array<std::string, names.size()> values;
  cursor.object("a sentence, or an object such as {\"rr\": \"0.65\", \"p\": \".25\"}",
                [&](std::string_view key) {
                  values.at(members.meet(cursor, key)) =
                      cursor.string("the text as printed, a string such as \"0.65\"");
                });
  std::string sentence;
  for (std::size_t measure = 0; measure < ci; ++measure) {
    if (!members.has(measure)) continue;
    if (!sentence.empty()) cursor.fail("one of rr, rd, or", "two of them");
    sentence += std::string(written[measure]) + values[measure];
  }
  if (sentence.empty() && (members.has(ci) || members.has(level)))
    cursor.fail("rr, rd or or beside its limits", "limits alone");
  if (members.has(ci))
    sentence += " (" + (members.has(level) ? values[level] + "% CI " : "") + values[ci] + ")";
  if (members.has(p)) sentence += (sentence.empty() ? "P = " : ", P = ") + values[p];
  if (sentence.empty()) cursor.fail("at least one published number", "none");
  return sentence;
}

std::string read_published(Cursor& cursor) {
  if (cursor.peek() == '"') return std::string(cursor.string("a sentence"));
  return read_published_object(cursor);
}

enum Key : std::size_t { id, experimental, control, arms, means, table, published, results_already_there };

constexpr auto line_keys =
    std::to_array<std::string_view>({"id", "experimental", "control", "arms", "means", "table", "published",
                                     "schema", "level", "risks", "measures", "tests"});

/// What makes a line one of the kinds of data: these members and no others of the data.
void require_one_kind(const Cursor& cursor, const Members<line_keys.size()>& members) {
  const auto bit = [](Key key) { return 1u << key; };
  const unsigned two = bit(experimental) | bit(control);
  const unsigned data = members.met() & (two | bit(arms) | bit(means) | bit(table));
  if (data == two || std::has_single_bit(data & ~two)) {
    if ((data & ~two) != 0 && (data & two) != 0) cursor.fail("the data in one form", "two of them");
    if (members.has(published) && (members.has(means) || members.has(table)))
      cursor.fail("\"published\" beside two arms with events", "other data");
    return;
  }
  if (data == bit(experimental)) missing(cursor, "\"control\"");
  if (data == bit(control)) missing(cursor, "\"experimental\"");
  if (data == 0) missing(cursor, "\"experimental\" and \"control\", \"arms\", \"means\" or \"table\"");
  cursor.fail("the data in one form", "two of them");
}

TwoByTwo& two_arms(BatchData& data) {
  if (TwoByTwo* const arms_there = std::get_if<TwoByTwo>(&data)) return *arms_there;
  return data.emplace<TwoByTwo>();
}

void read_member(Cursor& cursor, std::size_t key, BatchLine& line) {
  cursor.name_place(line_keys[key]);
  switch (key) {
    case id:
      line.id = cursor.any();
      break;
    case experimental:
      two_arms(line.data).experimental = read_counts(cursor);
      break;
    case control:
      two_arms(line.data).control = read_counts(cursor);
      break;
    case arms:
      line.data = read_arms(cursor);
      break;
    case means:
      line.data = read_means(cursor);
      break;
    case table:
      line.data = read_table(cursor);
      break;
    case published:
      line.published = read_published(cursor);
      break;
    default:  // a comparison that was written before may be read again
      cursor.any();
  }
  cursor.name_place({});
}

/// The id of a line of which something else is bad, if the line can be read so far.
std::string id_within(std::string_view text) {
  std::string found;
  try {
    Cursor cursor(text);
    cursor.object("an object", [&](std::string_view key) {
      const bool is_id = found.empty() && key == "id";
      const std::string_view value = cursor.any();
      if (is_id) found = value;
    });
  } catch (const BadLine&) {
    return found;
  }
  return found;
}

}  // namespace

void read_json_line(std::string_view text, BatchLine& line) {
  line.id.clear();
  line.id_is_json = true;
  line.published.clear();
  try {
    Cursor cursor(text);
    if (text.size() > max_batch_line)
      throw BadLine("expected at most " + std::to_string(max_batch_line) + " bytes, found more");
    Members members(line_keys);
    cursor.object("an object",
                  [&](std::string_view key) { read_member(cursor, members.meet(cursor, key), line); });
    cursor.end();
    require_one_kind(cursor, members);
  } catch (const BadLine&) {
    if (line.id.empty()) line.id = id_within(text);
    throw;
  }
}

}  // namespace trialcalc
