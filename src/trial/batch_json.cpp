#include <array>
#include <bit>

#include "trial/batch_data.hpp"
#include "trial/members.hpp"

namespace trialcalc {

namespace {

using json::Cursor;
using json::Members;
using json::missing;

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
      two_arms(line.data).experimental = json::read_counts(cursor);
      break;
    case control:
      two_arms(line.data).control = json::read_counts(cursor);
      break;
    case arms:
      line.data = json::read_arms(cursor);
      break;
    case means:
      line.data = json::read_means(cursor);
      break;
    case table:
      line.data = json::read_table(cursor);
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
