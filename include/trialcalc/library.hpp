#pragma once
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "trialcalc/trial.hpp"

namespace trialcalc {

/// A trial that can't be found or a file that can't be read; the message says what and where.
class NoTrial : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where a trial's text is and what it says.
struct TrialText {
  std::string id;     ///< the file's name without .json
  std::string place;  ///< a path, "standard input", or "built in"
  std::string text;
};

/// Finds trials: a path ending in .json, or "-" for standard input; then `folder` (--data), the folder in
/// TRIALCALC_DATA, the user's data folder ($XDG_DATA_HOME/trialcalc/trials), and the built-in ones.
class Library {
 public:
  /// Throws NoTrial when there is no such folder (those of the environment need not be there).
  explicit Library(std::string folder = {});

  /// Throws NoTrial (with the nearest name) when there is none, or when the file can't be read.
  TrialText find(const std::string& name) const;
  Trial read(const std::string& name) const;  ///< also throws BadTrial

  /// The ids there are, sorted, each once: the first place that has one wins.
  std::vector<std::string> ids() const;

 private:
  std::vector<std::string> folders_;
};

/// The trial in a text that was found. Throws BadTrial.
Trial read_trial(const TrialText& text);

/// The text of a file of at most max_file_bytes, or of standard input for "-". Throws NoTrial.
std::string read_file(const std::string& path);

/// The JSON Schema of trial files.
std::string_view trial_schema();

}  // namespace trialcalc
