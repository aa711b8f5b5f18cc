#include "cli/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trialcalc::cli {

namespace {

/// Said nowhere in the help, which is short: what the program's own page adds.
const std::vector<HelpSection> background = {
    {"Verdicts of a printed number",
     {{"reproduced", "the stated method, or the usual one, prints exactly this text"},
      {"explained", "another standard method, or another rounding rule, prints it, and is named"},
      {"compatible", "not from the printed inputs, but from inputs that round to them"},
      {"discrepant", "nothing of the above gives it"},
      {"not-checkable", "it needs data that the report does not print, and says which"}}},
    {"Environment",
     {{"TRIALCALC_DATA", "a folder with trials, after that of --data"},
      {"XDG_DATA_HOME", "the user's data folder, instead of ~/.local/share"},
      {"NO_COLOR", "if it is not empty, no colour"},
      {"LC_ALL, LC_CTYPE, LANG",
       "whether output may go beyond ASCII; numbers are the same in every locale"}}},
    {"Files", {{"~/.local/share/trialcalc/trials/*.json", "the user's own trials, found by their names"}}}};

/// Text as roff takes it: hyphens that can be copied, no backslash or leading dot that commands.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-')
      out += "\\-";
    else if (c == '\\')
      out += "\\e";
    else
      out += c;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

/// An argument of a macro, in quotation marks.
std::string in_marks(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) out += c == '"' ? std::string("\\(dq") : std::string(1, c);
  return '"' + out + '"';
}

std::string section(std::string_view title) {
  std::string capitals(title);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return ".SH " + in_marks(capitals) + '\n';
}

std::string entry(const HelpEntry& entry) {
  return fmt::format(".TP\n.B {}\n{}\n", in_marks(entry.term), escaped(entry.meaning));
}

std::string entries(const HelpSection& part) {
  std::string out = section(part.title);
  for (const HelpEntry& one : part.entries) out += entry(one);
  return out;
}

std::string dashed(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string see_also(const HelpPage& page) {
  std::string out = section("See also");
  if (page.name != program_name) return out + ".BR trialcalc (1)\n";
  const auto rows = subcommands();
  for (const Subcommand& row : rows)
    out += fmt::format(".BR trialcalc\\-{} (1){}\n", row.name, row.name == rows.back().name ? "" : ",");
  return out;
}

}  // namespace

std::string man_page_file(const HelpPage& page) { return dashed(page.name) + ".1"; }

std::string man_page(const HelpPage& page, std::string_view version) {
  std::string sentence = page.sentence;
  if (sentence.ends_with('.')) sentence.pop_back();
  std::string out =
      fmt::format(".TH {} 1 \"\" \"trialcalc {}\" \"User Commands\"\n", in_marks(dashed(page.name)), version);
  out += section("Name") + fmt::format("{} \\- {}\n", escaped(dashed(page.name)), escaped(sentence));
  out += section("Synopsis") + fmt::format(".B {}\n{}\n", page.name, escaped(page.usage));
  out += entries({"Examples", page.examples});
  for (const HelpSection& part : page.sections) out += entries(part);
  if (page.name == program_name)
    for (const HelpSection& part : background) out += entries(part);
  return out + entries({"Exit status", page.exit_statuses}) + see_also(page);
}

}  // namespace trialcalc::cli
