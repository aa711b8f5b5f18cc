#include "cli/help.hpp"

#include <algorithm>

#include "report/plain_text.hpp"

namespace trialcalc::cli {

namespace {

constexpr std::size_t width = 80;
/// Where the meanings begin: of options, of subcommands, of exit statuses, and at most of examples.
constexpr std::size_t option_column = 27, subcommand_column = 14, status_column = 5, example_column = 50;

/// "  TERM    MEANING", the meaning wrapped; the term on a line of its own where it is too long.
void add_entry(std::string& out, const HelpEntry& entry, std::size_t column) {
  out += "  " + entry.term;
  std::size_t at = 2 + entry.term.size();
  for (const std::string& line : report::wrap(entry.meaning, width - column)) {
    if (at + 2 > column) {
      out += '\n';
      at = 0;
    }
    out.append(column - at, ' ');
    out += line + '\n';
    at = 0;
  }
}

void add_section(std::string& out, const HelpSection& section, std::size_t column) {
  out += '\n' + section.title + ":\n";
  for (const HelpEntry& entry : section.entries) add_entry(out, entry, column);
}

std::size_t column_of(const std::vector<HelpEntry>& examples) {
  std::size_t longest = 0;
  for (const HelpEntry& example : examples) longest = std::max(longest, example.term.size());
  return std::min(longest + 4, example_column);
}

bool lists_subcommands(const HelpPage& page, const HelpSection& section) {
  return page.name == program_name && section.entries.front().term[0] != '-';
}

}  // namespace

std::string help_text(const HelpPage& page) {
  std::string out;
  for (const std::string& line : report::wrap(page.sentence, width)) out += line + '\n';
  out += "\nUsage: " + page.name + ' ' + page.usage + '\n';
  add_section(out, {"Examples", page.examples}, column_of(page.examples));
  for (const HelpSection& section : page.sections)
    add_section(out, section, lists_subcommands(page, section) ? subcommand_column : option_column);
  add_section(out, {"Exit status", page.exit_statuses}, status_column);
  return out;
}

}  // namespace trialcalc::cli
