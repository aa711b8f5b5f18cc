#pragma once
// HTML: text made inert, and the page around tables. Styles and script are files of their own (page.css,
// page.js), embedded by cmake/embed.cmake.

#include <string>
#include <string_view>
#include <vector>

#include "report/grid.hpp"

namespace trialcalc::report {

/// Cleaned and escaped, for an element's content or a quoted attribute.
std::string html_text(std::string_view text);

/// The text, as a link where there is one.
std::string html_link(std::string_view text, std::string_view link);

/// "good", "bad" ...; empty for none.
std::string_view html_class(Tone tone);

/// A page in one file: nothing in it is fetched, and its policy forbids that anything is.
std::string html_page(std::string_view title, std::string_view body);

/// Tables as a page, titled as the first of them.
std::string html_page(const std::vector<Grid>& grids);

}  // namespace trialcalc::report
