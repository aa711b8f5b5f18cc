// A document as one page of HTML.
#include <fmt/format.h>

#include "report/document.hpp"
#include "report/html.hpp"

namespace trialcalc::report {

namespace {

std::string tag(std::string_view name, std::string_view text, std::string_view style_class = "") {
  if (text.empty()) return {};
  const std::string attribute = style_class.empty() ? "" : fmt::format(" class=\"{}\"", style_class);
  return fmt::format("<{}{}>{}</{}>\n", name, attribute, html_text(text), name);
}

std::string html_of(const Paragraph& paragraph) { return tag("p", paragraph.text); }

std::string html_of(const Facts& facts) {
  std::string out = "<dl class=\"facts\">\n";
  for (const Facts::Fact& fact : facts.facts)
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", html_text(fact.label),
                       html_link(fact.text, fact.link));
  return out + "</dl>\n";
}

/// A link to the list of a part, where there is anything in it.
std::string html_of(const Tally::Part& part) {
  const std::string text = fmt::format("<b>{}</b> <span><i aria-hidden=\"true\">{}</i> {}</span>", part.count,
                                       html_text(part.sign), html_text(part.word));
  if (part.count == 0) return text;
  return fmt::format("<a href=\"{}\" data-filter=\"{}\" data-value=\"{}\">{}</a>", html_text(part.link),
                     html_text(part.facet.name), html_text(part.facet.value), text);
}

/// A bar of the parts, for the eye alone, and the numbers.
std::string html_of(const Tally& tally) {
  std::string bar, list;
  for (const Tally::Part& part : tally.parts) {
    if (part.count > 0)
      bar +=
          fmt::format("<span class=\"{}\" style=\"flex-grow:{}\"></span>", html_class(part.tone), part.count);
    list += fmt::format("<li class=\"{}\">{}</li>\n", html_class(part.tone), html_of(part));
  }
  return fmt::format(
      "<div class=\"tally\"><div class=\"bar\" aria-hidden=\"true\">{}</div>\n<ul>\n{}</ul></div>\n", bar,
      list);
}

std::string numbers_of(const Entry& entry) {
  std::string out = fmt::format("<span>printed <b>{}</b></span>", html_text(entry.printed));
  if (!entry.recomputed.empty())
    out += fmt::format(" <span>recomputed <b>{}</b></span>", html_text(entry.recomputed));
  return "<p class=\"numbers\">" + out + "</p>\n";
}

std::string place_of(const Entry& entry) {
  const std::string remark = entry.remark.empty() ? "" : " <span>" + html_text(entry.remark) + "</span>";
  return "<p class=\"place\">" + html_text(entry.place) + remark + "</p>\n";
}

std::string follower(const Entry& entry) {
  return "<li>" + tag("p", entry.title, "what") + numbers_of(entry) + place_of(entry) +
         tag("p", entry.reason) + "</li>\n";
}

std::string html_of(const Entry& entry) {
  std::string out = fmt::format("<article class=\"entry\" id=\"{}\">\n<h3>{}</h3>\n", html_text(entry.id),
                                html_link(entry.title, entry.link));
  out += numbers_of(entry) + place_of(entry) + tag("p", entry.reason);
  if (!entry.follows.empty()) {
    out += "<p class=\"follows\">What follows from it</p>\n<ul class=\"follows\">\n";
    for (const Entry& one : entry.follows) out += follower(one);
    out += "</ul>\n";
  }
  return out + "</article>\n";
}

std::string html_of(const Entries& entries) {
  std::string out = "<div class=\"entries\">\n";
  for (const Entry& entry : entries.entries) out += html_of(entry);
  return out + "</div>\n";
}

std::string html_of(const Grid& grid) { return to_html(grid); }

std::string html_of(const Commands& commands) {
  std::string out;
  for (const std::string& line : commands.lines) out += html_text(line) + '\n';
  return "<pre tabindex=\"0\"><code>" + out + "</code></pre>\n";
}

std::string html_of(const Picture& picture) {
  return "<figure class=\"picture\"><div class=\"scroll\" tabindex=\"0\" role=\"region\" "
         "aria-label=\"Picture\">\n" +
         picture.svg + "</div></figure>\n";
}

std::string html_of(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) out += std::visit([](const auto& one) { return html_of(one); }, block);
  return out;
}

std::string contents(const Document& document) {
  std::string out;
  for (const Section& section : document.sections)
    out +=
        fmt::format("<li><a href=\"#{}\">{}</a></li>\n", html_text(section.id), html_text(section.heading));
  return "<nav aria-label=\"Contents\"><ol>\n" + out + "</ol></nav>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  std::string body = "<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header>\n" +
                     tag("p", document.kind, "kind") + tag("h1", document.title) +
                     tag("p", document.subtitle, "subtitle") + html_of(document.lead) + "</header>\n" +
                     contents(document) + "<main id=\"main\">\n";
  for (const Section& section : document.sections)
    body +=
        fmt::format("<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n",
                    html_text(section.id), html_text(section.heading)) +
        html_of(section.blocks) + "</section>\n";
  body += "</main>\n<footer>\n" + tag("p", document.end) + "</footer>\n";
  return html_page(document.title, body);
}

}  // namespace trialcalc::report
