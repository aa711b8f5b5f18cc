#pragma once
// Text from a file, inert in Markdown as CommonMark and GitHub read it.

#include <string>
#include <string_view>

namespace trialcalc::report {

/// Cleaned, with everything escaped that is markup within a line or a table's cell.
std::string markdown_text(std::string_view text);

/// The same as a paragraph: its first sign starts no list, heading or rule either.
std::string markdown_paragraph(std::string_view text);

/// Between backticks, as many as it takes.
std::string markdown_code(std::string_view text);

}  // namespace trialcalc::report
