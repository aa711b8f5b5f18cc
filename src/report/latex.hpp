#pragma once
// LaTeX: text made inert for pdfLaTeX, XeLaTeX and LuaLaTeX alike.

#include <string>
#include <string_view>
#include <vector>

#include "report/grid.hpp"

namespace trialcalc::report {

/// Cleaned and escaped, for text or a table's cell; characters that the fonts of pdfLaTeX lack are spelled.
std::string latex_text(std::string_view text);

/// Tables to be taken into a document, with a comment that names the packages they need.
std::string latex_tables(const std::vector<Grid>& grids);

}  // namespace trialcalc::report
