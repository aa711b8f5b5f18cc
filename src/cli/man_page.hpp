#pragma once
#include <string>
#include <string_view>

#include "cli/help_page.hpp"

namespace trialcalc::cli {

/// "trialcalc-compare.1" of "trialcalc compare".
std::string man_page_file(const HelpPage& page);

/// The page for man(1), in the man macros of roff; the program's own page says more than its help.
std::string man_page(const HelpPage& page, std::string_view version);

}  // namespace trialcalc::cli
