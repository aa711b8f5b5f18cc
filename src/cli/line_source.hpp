#pragma once
// The input of a batch in blocks of whole lines, in constant memory.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace trialcalc::cli {

struct LineBlock {
  std::string text;            ///< whole lines; the last may lack its line break
  std::size_t number = 0;      ///< of the block, from 0
  std::size_t first_line = 1;  ///< its number in its file, from 1
};

/// Reads files, "-" being standard input, one after another. A block is what is there, so that a slow input
/// is answered at once. A byte-order mark is passed over; of a line longer than max_batch_line the beginning
/// is kept.
class LineSource {
 public:
  /// Given  first_line  is called with the first line of each file; true: it is not to be answered
  LineSource(std::vector<std::string> files, std::function<bool(std::string_view)> first_line);
  LineSource(const LineSource&) = delete;
  LineSource& operator=(const LineSource&) = delete;
  ~LineSource();

  /// False at the end. Throws InputError. For one thread at a time.
  bool next(LineBlock& block);

 private:
  void open_next();
  void close();
  void read_lines(std::string& text);
  bool read_more(std::string& text);
  void skip_long_line();
  void begin_file(std::string& text);

  std::vector<std::string> files_;
  std::function<bool(std::string_view)> first_line_;
  std::size_t opened_ = 0, next_number_ = 0, next_line_ = 1;
  int file_ = -1;
  bool at_start_ = false;
  std::string rest_;  ///< what was read beyond the lines of the last block
};

}  // namespace trialcalc::cli
