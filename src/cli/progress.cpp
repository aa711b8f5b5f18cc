#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace trialcalc::cli {

using namespace std::chrono_literals;

Progress::Progress(std::string what)
    : what_(std::move(what)), wanted_(::isatty(STDERR_FILENO) == 1 && ::isatty(STDOUT_FILENO) != 1) {
  next_ += 500ms;  // short work shows nothing
}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::add(std::size_t count) {
  count_ += count;
  if (!wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + 200ms;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  fmt::print(stderr, "\r\x1b[K{} {}, {:.0f} a second", count_, what_, static_cast<double>(count_) / seconds);
}

}  // namespace trialcalc::cli
