#include "report/html.hpp"

#include <fmt/format.h>

#include "report/assets.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

}  // namespace

std::string html_text(std::string_view text) {
  std::string result;
  for (char c : clean(text)) {
    const std::string_view escaped = entity(c);
    if (escaped.empty())
      result += c;
    else
      result += escaped;
  }
  return result;
}

std::string html_link(std::string_view text, std::string_view link) {
  if (link.empty()) return html_text(text);
  const std::string_view outside = link.starts_with('#') ? "" : " rel=\"noreferrer\"";
  return fmt::format("<a href=\"{}\"{}>{}</a>", html_text(link), outside, html_text(text));
}

std::string_view html_class(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "good";
    case Tone::noted:
      return "noted";
    case Tone::possible:
      return "possible";
    case Tone::bad:
      return "bad";
    case Tone::quiet:
      return "quiet";
    case Tone::none:
      break;
  }
  return {};
}

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n{}<script>\n{}</script>\n</body>\n</html>\n",
      policy, html_text(title), assets::page_css(), body, assets::page_js());
}

std::string html_page(const std::vector<Grid>& grids) {
  std::string tables, title;
  for (const Grid& grid : grids) {
    if (title.empty()) title = grid.title;
    tables += to_html(grid);
  }
  return html_page(title.empty() ? "trialcalc" : title, "<main class=\"tables\">\n" + tables + "</main>\n");
}

}  // namespace trialcalc::report
