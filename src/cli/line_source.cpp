#include "cli/line_source.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/errors.hpp"
#include "trialcalc/batch.hpp"

namespace trialcalc::cli {

namespace {

/// Large enough that threads seldom meet, small enough that a thousand answers are all that is held.
constexpr std::size_t block_bytes = 32 << 10;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

LineSource::LineSource(std::vector<std::string> files, std::function<bool(std::string_view)> first_line)
    : files_(std::move(files)), first_line_(std::move(first_line)) {}

LineSource::~LineSource() { close(); }

bool LineSource::next(LineBlock& block) {
  do {
    if (file_ < 0) {
      if (opened_ == files_.size()) return false;
      open_next();
    }
    read_lines(block.text);
    if (at_start_) begin_file(block.text);
  } while (block.text.empty());
  block.number = next_number_++;
  block.first_line = next_line_;
  next_line_ += static_cast<std::size_t>(std::count(block.text.begin(), block.text.end(), '\n'));
  return true;
}

void LineSource::open_next() {
  const std::string& path = files_[opened_++];
  file_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0) throw InputError(path + ": cannot be read: " + std::strerror(errno));
  at_start_ = true;
  next_line_ = 1;
}

void LineSource::close() {
  if (file_ > STDIN_FILENO) ::close(file_);
  file_ = -1;
}

/// Whole lines; nothing where the file has ended.
void LineSource::read_lines(std::string& text) {
  text.swap(rest_);
  rest_.clear();
  while (true) {
    if (const std::size_t end = text.rfind('\n'); end != std::string::npos) {
      rest_.assign(text, end + 1);
      text.resize(end + 1);
      return;
    }
    if (text.size() > max_batch_line) {
      text.resize(max_batch_line + 1);
      text += '\n';
      return skip_long_line();
    }
    if (!read_more(text)) return close();
  }
}

bool LineSource::read_more(std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + block_bytes);
  ssize_t size = 0;
  do size = ::read(file_, text.data() + before, block_bytes);
  while (size < 0 && errno == EINTR);
  if (size < 0) {
    const std::string& path = files_[opened_ - 1];
    throw InputError((path == "-" ? "standard input" : path) + ": cannot be read: " + std::strerror(errno));
  }
  text.resize(before + static_cast<std::size_t>(size));
  return size > 0;
}

/// Leaves in rest_ what comes after the line.
void LineSource::skip_long_line() {
  do {
    rest_.clear();
    if (!read_more(rest_)) return;
  } while (rest_.find('\n') == std::string::npos);
  rest_.erase(0, rest_.find('\n') + 1);
}

void LineSource::begin_file(std::string& text) {
  if (text.empty()) return;
  at_start_ = false;
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  const std::size_t end = text.find('\n');
  const std::size_t length =
      std::min(end, text.size()) - (end > 0 && end != std::string::npos && text[end - 1] == '\r');
  if (!first_line_(std::string_view(text).substr(0, length))) return;
  text.erase(0, end == std::string::npos ? end : end + 1);
  ++next_line_;
}

}  // namespace trialcalc::cli
