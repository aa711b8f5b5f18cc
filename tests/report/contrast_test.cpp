// The colours of the page can be read: WCAG 2.1, success criterion 1.4.3 (AA), asks for a contrast of 4.5.
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "report/assets.hpp"

namespace {

using Colours = std::map<std::string, std::string>;  ///< "ink" to "1d2227"

/// One palette for each ":root {" of the style sheet: light, dark, printed.
std::vector<Colours> palettes(const std::string& css) {
  std::vector<Colours> found;
  for (std::size_t at = css.find(":root {"); at != std::string::npos; at = css.find(":root {", at + 1)) {
    Colours colours;
    const std::size_t end = css.find('}', at);
    for (std::size_t name = css.find("--", at); name < end; name = css.find("--", name + 2)) {
      const std::size_t colon = css.find(": #", name), semicolon = css.find(';', name);
      if (colon < semicolon)
        colours[css.substr(name + 2, colon - name - 2)] = css.substr(colon + 3, semicolon - colon - 3);
    }
    found.push_back(colours);
  }
  return found;
}

/// WCAG 2.1, "relative luminance".
double luminance(const std::string& colour) {
  const std::size_t width = colour.size() / 3;
  double linear[3];
  for (std::size_t i = 0; i < 3; ++i) {
    std::string digits = colour.substr(i * width, width);
    if (width == 1) digits += digits;
    const double share = std::stoi(digits, nullptr, 16) / 255.0;
    linear[i] = share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

TEST_CASE("contrast is measured as WCAG measures it", "[report]") {
  CHECK(contrast("000", "ffffff") == Approx(21));
  CHECK(contrast("777777", "fff") == Approx(4.48).margin(0.005));  // the known grey that just fails
  CHECK(contrast("767676", "fff") == Approx(4.54).margin(0.005));  // and the one that just passes
}

TEST_CASE("every colour of words can be read on every background of the page", "[report]") {
  const std::vector<Colours> all = palettes(std::string(trialcalc::report::assets::page_css()));
  REQUIRE(all.size() == 3);
  for (const Colours& colours : all)
    for (const char* background : {"paper", "raised"})
      for (const char* words : {"ink", "soft", "link", "good", "noted", "possible", "bad", "quiet"}) {
        INFO(words << " on " << background);
        CHECK(contrast(colours.at(words), colours.at(background)) >= 4.5);
      }
}
