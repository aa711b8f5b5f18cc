#include "cli/batch_pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "cli/progress.hpp"

namespace trialcalc::cli {

namespace {

/// Answers that a thread holds at most while the block before its own is not written.
constexpr std::size_t most_held = 4 << 20;

/// Takes the first line off the text; its end may be that of Windows.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

class Pipeline {
 public:
  Pipeline(LineSource& source, ResultStream& results, const std::function<AnswerLine()>& make_answer)
      : source_(source), results_(results), make_answer_(make_answer) {}

  void run(std::size_t threads) {
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work() noexcept {
    try {
      const AnswerLine answer = make_answer_();
      LineBlock block;
      std::string out;
      while (take(block) && answer_block(block, answer, out)) continue;
    } catch (...) {
      const std::lock_guard lock(turn_mutex_);
      if (!failure_) failure_ = std::current_exception();
      turn_passed_.notify_all();
    }
  }

  bool take(LineBlock& block) {
    const std::lock_guard lock(source_mutex_);
    return source_.next(block);
  }

  /// False where another thread has failed.
  bool answer_block(const LineBlock& block, const AnswerLine& answer, std::string& out) {
    std::string_view text = block.text;
    std::size_t number = block.first_line;
    for (; !text.empty(); ++number) {
      if (const std::string_view line = take_line(text); !is_blank(line)) answer(line, number, out);
      if (out.size() >= most_held && !write(block, out)) return false;
    }
    if (!write(block, out)) return false;
    pass_turn(number - block.first_line);
    return true;
  }

  bool write(const LineBlock& block, std::string& out) {
    {
      std::unique_lock lock(turn_mutex_);
      turn_passed_.wait(lock, [&] { return turn_ == block.number || failure_; });
      if (failure_) return false;
    }
    results_.write(out);  // nobody else's turn: the others may take it while this one writes
    out.clear();
    return true;
  }

  void pass_turn(std::size_t lines) {
    progress_.add(lines);
    const std::lock_guard lock(turn_mutex_);
    ++turn_;
    turn_passed_.notify_all();
  }

  LineSource& source_;
  ResultStream& results_;
  const std::function<AnswerLine()>& make_answer_;
  Progress progress_{"lines"};
  std::mutex source_mutex_, turn_mutex_;
  std::condition_variable turn_passed_;
  std::size_t turn_ = 0;  ///< the block that is to be written next
  std::exception_ptr failure_;
};

}  // namespace

void answer_lines(LineSource& source, ResultStream& results, std::size_t threads,
                  const std::function<AnswerLine()>& make_answer) {
  Pipeline(source, results, make_answer).run(threads);
}

}  // namespace trialcalc::cli
