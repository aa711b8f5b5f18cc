#pragma once
// What ends a run, beside the reader's NoTrial and BadTrial. Caught only in main.

#include <stdexcept>

namespace trialcalc::cli {

/// The command line asks for what there is not; the message says what was expected.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The input cannot be read.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The result cannot be written.
class OutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// 0 done; 1 done, and something is discrepant; 2 wrong usage or unreadable input.
enum ExitStatus : int { exit_done = 0, exit_discrepant = 1, exit_failed = 2 };

}  // namespace trialcalc::cli
