#pragma once
#include <chrono>
#include <cstddef>
#include <string>

namespace trialcalc::cli {

/// How far long work is, on standard error, where that is a terminal and results do not go to one.
class Progress {
 public:
  explicit Progress(std::string what);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  ///< leaves an empty line

  void add(std::size_t count);

 private:
  using Clock = std::chrono::steady_clock;

  std::string what_;
  bool shown_ = false, wanted_;
  std::size_t count_ = 0;
  Clock::time_point start_ = Clock::now(), next_ = start_;
};

}  // namespace trialcalc::cli
