#pragma once
// Words of the command line: split, compared with the words there are, quoted in messages.

#include <string>
#include <string_view>
#include <vector>

namespace trialcalc::cli {

/// Put before an argument such as -1/5, which is not an option, while the command line is read.
inline constexpr char negative_mark = '\x01';

std::string without_marks(std::string text);

/// The word in quotation marks, cleaned and cut to a readable length.
std::string in_quotes(std::string_view word);

/// With its letters from A to Z in lower case: keys are read in any case.
std::string lower_case(std::string text);

/// "; did you mean "x"?", or "; see 'HELP'".
std::string hint(std::string_view word, const std::vector<std::string>& names, const std::string& help);

/// The parts between commas, of all the texts together. Throws UsageError for an empty part.
std::vector<std::string> split_list(const std::vector<std::string>& texts, std::string_view option);

/// Throws UsageError unless the word is one of the names.
void require_one_of(std::string_view option, const std::string& word, const std::vector<std::string>& names);

}  // namespace trialcalc::cli
