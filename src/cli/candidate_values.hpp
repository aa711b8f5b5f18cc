#pragma once
#include <string_view>

#include "cli/candidates.hpp"

namespace trialcalc::cli {

/// What may stand for an option ("--outcome") or a positional argument ("TRIAL") of a subcommand; `before`
/// are the positional arguments so far, `words` all words of the line.
std::vector<Candidate> values_of(std::string_view subcommand, const std::string& name,
                                 const std::vector<std::string>& before,
                                 const std::vector<std::string>& words);

}  // namespace trialcalc::cli
