#pragma once
// How wide text is in a picture whose font is only known by its family: a careful guess, rather too wide.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialcalc::report {

/// In the units of the font size.
double text_width(std::string_view text, double font_size);

/// At most so many lines of this width, broken at spaces and, where a word is too wide, within it. What does
/// not fit is cut, and ends with "…".
std::vector<std::string> fitted_lines(std::string_view text, double width, std::size_t most,
                                      double font_size = 13);

}  // namespace trialcalc::report
