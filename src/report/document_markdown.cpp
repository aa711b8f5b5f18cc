// A document in Markdown.
#include <fmt/format.h>

#include "report/document.hpp"
#include "report/markdown.hpp"

namespace trialcalc::report {

namespace {

std::string link_to(std::string_view text, std::string_view link) {
  // A link within the page has no anchor here.
  if (link.empty() || link.starts_with('#')) return markdown_text(text);
  return fmt::format("[{}](<{}>)", markdown_text(text), link);
}

std::string markdown_of(const Paragraph& paragraph) { return markdown_paragraph(paragraph.text) + '\n'; }

std::string markdown_of(const Facts& facts) {
  std::string out;
  for (const Facts::Fact& fact : facts.facts)
    out += fmt::format("- **{}:** {}\n", markdown_text(fact.label), link_to(fact.text, fact.link));
  return out;
}

std::string markdown_of(const Tally& tally) { return to_markdown(tally_grid(tally)); }

void add_entry(std::string& out, const Entry& entry, std::string_view before, std::string_view indent) {
  const std::string place = entry.place + (entry.remark.empty() ? "" : " \u00B7 " + entry.remark);
  out += fmt::format("{}**{}**: printed {}  \n{}{}\n", before, markdown_text(entry.title),
                     markdown_text(both_numbers(entry)), indent, markdown_text(place));
  if (!entry.reason.empty()) out += fmt::format("\n{}{}\n", indent, markdown_paragraph(entry.reason));
  for (const Entry& one : entry.follows) {
    out += '\n';
    add_entry(out, one, std::string(indent) + "- follows: ", std::string(indent) + "  ");
  }
}

std::string markdown_of(const Entries& entries) {
  std::string out;
  std::size_t number = 0;
  for (const Entry& entry : entries.entries) {
    const std::string before = std::to_string(++number) + ". ";
    add_entry(out, entry, before, std::string(before.size(), ' '));
    if (number < entries.entries.size()) out += '\n';
  }
  return out;
}

std::string markdown_of(const Grid& grid) { return to_markdown(grid); }

std::string markdown_of(const Commands& commands) {
  std::string out;
  for (const std::string& line : commands.lines) out += "- " + markdown_code(line) + '\n';
  return out;
}

std::string markdown_of(const Picture&) { return {}; }

std::string markdown_of(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    const std::string text = std::visit([](const auto& one) { return markdown_of(one); }, block);
    if (!text.empty()) out += '\n' + text;
  }
  return out;
}

}  // namespace

std::string to_markdown(const Document& document) {
  std::string out = "# " + markdown_text(document.title) + '\n';
  if (!document.subtitle.empty()) out += '\n' + markdown_paragraph(document.subtitle) + '\n';
  out += markdown_of(document.lead);
  for (const Section& section : document.sections)
    out += "\n## " + markdown_text(section.heading) + '\n' + markdown_of(section.blocks);
  return out + '\n' + markdown_paragraph(document.end) + '\n';
}

}  // namespace trialcalc::report
