#pragma once
// The lines of a batch: the data of one comparison each, as NDJSON or CSV.

#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "trialcalc/counts.hpp"

namespace trialcalc {

inline constexpr std::size_t max_batch_line = 1 << 20;  ///< bytes; a longer line is an error of its own

/// Two arms with a binary outcome, two arms with a continuous one, or a table of counts.
using BatchData = std::variant<TwoByTwo, TwoMeans, CountTable>;

struct BatchLine {
  std::string id;           ///< as it is written; empty: none
  bool id_is_json = false;  ///< of any type, or else plain text
  BatchData data;
  std::string published;  ///< "RR 0.65 (0.31-1.37), P = .25"; empty: nothing
};

/// A line, or a header, that is not what was expected; the message says where.
class BadLine : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads {"id": 1, "experimental": [8, 37], "control": [14, 42]}, or the arms as the objects that a
/// comparison has, {"means": [[317, 122, 37], [334, 155, 42]]}, or {"table": [[28, 5, 4], [29, 7, 6]]}; each
/// may have "published", a sentence or {"rr": "0.65", "ci": "0.31-1.37", "p": ".25"}. The memory of `line` is
/// reused. Throws BadLine; line.id is then the id, where it can be told.
void read_json_line(std::string_view text, BatchLine& line);

/// The columns of a CSV file that hold two arms, by any of their usual names; others are passed over.
/// experimental_events, a, ai or event.e; experimental_total, n1, n1i or n.e; control_events, c, ci or
/// event.c; control_total, n2, n2i or n.c; and, where there are any, id or study, and published.
class CsvColumns {
 public:
  /// Throws BadLine where a column is missing or there twice.
  explicit CsvColumns(std::string_view header);

  /// No column of counts holds a digit: the line names the columns.
  bool is_header(std::string_view text) const;

  /// As read_json_line; the id is plain text. A record is one line.
  void read(std::string_view text, BatchLine& line) const;

 private:
  static constexpr std::size_t field_count = 6;

  std::array<std::optional<std::size_t>, field_count> place_;
  std::vector<std::string> names_;
};

}  // namespace trialcalc
