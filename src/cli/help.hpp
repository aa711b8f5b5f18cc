#pragma once
#include <string>

#include "cli/help_page.hpp"

namespace trialcalc::cli {

/// The page as --help prints it: one sentence, usage, examples, options in groups, exit status; at most 80
/// columns.
std::string help_text(const HelpPage& page);

}  // namespace trialcalc::cli
