#include <algorithm>
#include <charconv>
#include <span>

#include "trial/json_node.hpp"
#include "trial/utf8.hpp"
#include "trialcalc/batch.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc {

namespace {

enum Field : std::size_t {
  id,
  experimental_events,
  experimental_total,
  control_events,
  control_total,
  published
};

/// The names of each field's column, ours first, then those of the formulas and of R's metafor and meta.
constexpr std::array<std::string_view, 5> field_names[] = {
    {"id", "study"},
    {"experimental_events", "events_experimental", "a", "ai", "event_e"},
    {"experimental_total", "total_experimental", "n1", "n1i", "n_e"},
    {"control_events", "events_control", "c", "ci", "event_c"},
    {"control_total", "total_control", "n2", "n2i", "n_c"},
    {"published"},
};

constexpr Field needed[] = {experimental_events, experimental_total, control_events, control_total};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string column_word(std::size_t index, std::string_view name) {
  return "column " + std::to_string(index + 1) + (name.empty() ? "" : " (" + json::excerpt(name) + ")");
}

/// Splits a record; quotation marks as RFC 4180 has them, but no line breaks within. Throws BadLine.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<std::string> split() {
    std::vector<std::string> cells;
    do cells.push_back(cell(cells.size()));
    while (at_ < text_.size() && text_[at_++] == ',');
    return cells;
  }

 private:
  std::string cell(std::size_t index) {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell(index);
    const std::size_t end = std::min(text_.find(',', at_), text_.size());
    const std::string_view cell = text_.substr(at_, end - at_);
    at_ = end;
    return std::string(cell);
  }

  std::string quoted_cell(std::size_t index) {
    std::string cell;
    while (true) {
      const std::size_t end = text_.find('"', at_ + 1);
      if (end == std::string_view::npos) fail(index, "a closing quotation mark", "the end of the line");
      cell += text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      if (at_ == text_.size() || text_[at_] == ',') return cell;
      if (text_[at_] != '"') fail(index, "a comma after the closing quotation mark", "more");
      cell += '"';
    }
  }

  [[noreturn]] static void fail(std::size_t index, const std::string& expected, const std::string& found) {
    throw BadLine(column_word(index, {}) + ": expected " + expected + ", found " + found);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<std::string> cells_of(std::string_view text) {
  if (text.size() > max_batch_line)
    throw BadLine("expected at most " + std::to_string(max_batch_line) + " bytes, found more");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = json::sequence_length(text.substr(at));
    if (length == 0 || text[at] == '\0')
      throw BadLine("byte " + std::to_string(at + 1) + ": expected UTF-8, found \"" +
                    json::excerpt(text.substr(at, 1)) + "\"");
    at += length;
  }
  return Splitter(text).split();
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// "Event.E" is event_e.
std::string plain_name(std::string_view name) {
  std::string plain(trimmed(name));
  for (char& c : plain)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' || c == '.' || c == ' ' ? '_' : c;
  return plain;
}

[[noreturn]] void missing(Field field, const std::vector<std::string>& names) {
  std::string expected = "expected a column " + std::string(field_names[field][0]) + " or";
  for (const std::string_view other : std::span(field_names[field]).subspan(2))
    expected += (other == field_names[field][2] ? " " : ", ") + std::string(other);
  const std::string_view near = nearest(field_names[field][0], names);
  throw BadLine(expected + ", found " + (near.empty() ? "none" : "\"" + json::excerpt(near) + "\""));
}

std::int64_t count(const std::string& cell, std::size_t index, const std::string& name) {
  const std::string_view text = trimmed(cell);
  const auto fail = [&](const std::string& expected) {
    throw BadLine(column_word(index, name) + ": expected " + expected + ", found \"" + json::excerpt(text) +
                  "\"");
  };
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) fail("a whole number of patients");
  std::int64_t value = 0;
  const auto error = std::from_chars(text.data(), text.data() + text.size(), value).ec;
  if (error != std::errc() || value > max_group_size) fail("at most 1000000000 patients");
  return value;
}

void require_valid(const Counts& counts, std::string_view arm) {
  if (counts.total == 0) throw BadLine(std::string(arm) + ": expected a total of at least 1, found 0");
  if (counts.events > counts.total)
    throw BadLine(std::string(arm) + ": expected at most as many events as patients, found " +
                  std::to_string(counts.events) + " of " + std::to_string(counts.total));
}

}  // namespace

CsvColumns::CsvColumns(std::string_view header) {
  for (const std::string& cell : cells_of(header)) names_.push_back(plain_name(cell));
  for (std::size_t field = 0; field < field_count; ++field) {
    for (const std::string_view name : field_names[field]) {
      const auto found = name.empty() ? names_.end() : std::find(names_.begin(), names_.end(), name);
      if (found == names_.end()) continue;
      if (place_[field] || std::find(found + 1, names_.end(), name) != names_.end())
        throw BadLine("expected one column " + std::string(field_names[field][0]) + ", found two");
      place_[field] = static_cast<std::size_t>(found - names_.begin());
    }
  }
  for (const Field field : needed)
    if (!place_[field]) missing(field, names_);
}

bool CsvColumns::is_header(std::string_view text) const {
  const std::vector<std::string> cells = cells_of(text);
  return std::none_of(std::begin(needed), std::end(needed), [&](Field field) {
    const std::size_t place = *place_[field];
    return place < cells.size() && std::any_of(cells[place].begin(), cells[place].end(), is_digit);
  });
}

void CsvColumns::read(std::string_view text, BatchLine& line) const {
  line.id.clear();
  line.id_is_json = false;
  line.published.clear();
  std::vector<std::string> cells = cells_of(text);
  if (place_[id] && *place_[id] < cells.size()) line.id = std::move(cells[*place_[id]]);
  if (cells.size() != names_.size())
    throw BadLine("expected " + std::to_string(names_.size()) + " columns, found " +
                  std::to_string(cells.size()));
  const auto people = [&](Field field) {
    const std::size_t place = *place_[field];
    return count(cells[place], place, names_[place]);
  };
  const TwoByTwo table = {{people(experimental_events), people(experimental_total)},
                          {people(control_events), people(control_total)}};
  require_valid(table.experimental, "experimental");
  require_valid(table.control, "control");
  line.data = table;
  if (place_[published]) line.published = std::move(cells[*place_[published]]);
}

}  // namespace trialcalc
