#pragma once
// The files page.css and page.js beside this one, compiled in by cmake/embed.cmake.

#include <string_view>

namespace trialcalc::report::assets {

std::string_view page_css();
std::string_view page_js();

}  // namespace trialcalc::report::assets
