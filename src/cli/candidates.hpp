#pragma once
// What may stand next on the command line: the one source of all shells' completion.

#include <string>
#include <vector>

namespace trialcalc::cli {

struct Candidate {
  std::string word, meaning;  ///< the meaning may be empty
};

/// Completions of the last word, which may be empty, given those before it; the program's name is left out.
/// Only words that no shell would read as anything but a word; none where a file name is due.
std::vector<Candidate> candidates(const std::vector<std::string>& words);

}  // namespace trialcalc::cli
