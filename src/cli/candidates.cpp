#include "cli/candidates.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>

#include "cli/candidate_values.hpp"
#include "cli/help_page.hpp"

namespace trialcalc::cli {

namespace {

/// Bash hands over "--outcome=cd3" as three words.
std::vector<std::string> without_equals_signs(std::vector<std::string> words) {
  if (!words.empty() && words.back() == "=") words.back().clear();
  std::erase(words, "=");
  return words;
}

/// A name from a file could be anything; in a shell's line only these are sure to be words.
bool is_plain(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](unsigned char c) {
    return c > 0x7f || std::isalnum(c) != 0 ||
           std::string_view("-_.,+:/%").find(static_cast<char>(c)) != std::string_view::npos;
  });
}

std::vector<Candidate> option_names(const CLI::App& app) {
  std::vector<Candidate> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames())
      names.push_back({"--" + name, option->get_description()});
  return names;
}

/// The option that takes the word after `word`, or nullptr.
const CLI::Option* option_waiting(const CLI::App& app, const std::string& word) {
  if (word.size() < 2 || word[0] != '-') return nullptr;
  const CLI::Option* option = app.get_option_no_throw(word);
  return option && option->get_items_expected_max() > 0 ? option : nullptr;
}

/// The first word that is no option and no option's value.
std::vector<std::string> positionals(const CLI::App& app, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (!words[i].starts_with('-') && !option_waiting(app, words[i - 1])) found.push_back(words[i]);
  return found;
}

/// The name of the positional argument that comes next: of the last one when all are there.
std::string positional_name(const CLI::App& app, std::size_t before) {
  std::string name;
  for (const CLI::Option* option : app.get_options())
    if (option->get_positional() && (name.empty() || before-- > 0)) name = option->get_name(true);
  return name;
}

std::vector<Candidate> program_words() {
  std::vector<Candidate> words;
  for (const HelpSection& section : program_page().sections)
    for (const HelpEntry& entry : section.entries)
      if (entry.term[0] != '-') words.push_back({entry.term, entry.meaning});
  words.push_back({"--help", "help"});
  words.push_back({"--version", "the version"});
  return words;
}

std::vector<Candidate> subcommand_words(const Subcommand& row, const std::vector<std::string>& words) {
  CLI::App app(std::string(row.sentence), std::string(row.name));
  app.set_help_flag("-h,--help", "this text");
  row.setup(app);
  if (words.back().starts_with('-')) return option_names(app);
  const auto before = positionals(app, words);
  const CLI::Option* waiting = words.size() > 2 ? option_waiting(app, words[words.size() - 2]) : nullptr;
  const std::string wanted = waiting ? waiting->get_name() : positional_name(app, before.size());
  return values_of(row.name, wanted, before, words);
}

/// Of a list "a,b,c" the last part is completed, the others stay before it.
std::size_t length_of_list(const std::string& word) {
  const std::size_t comma = word.rfind(',');
  return comma == std::string::npos ? 0 : comma + 1;
}

}  // namespace

std::vector<Candidate> candidates(const std::vector<std::string>& all) {
  const std::vector<std::string> words = without_equals_signs(all);
  if (words.empty()) return {};
  std::vector<Candidate> found;
  if (words.size() == 1) {
    found = program_words();
  } else {
    const auto rows = subcommands();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Subcommand& one) { return one.name == words[0]; });
    if (row != rows.end()) found = subcommand_words(*row, words);
  }
  const std::string& current = words.back();
  const std::size_t kept = length_of_list(current);
  for (Candidate& one : found) one.word.insert(0, current, 0, kept);
  std::erase_if(found,
                [&](const Candidate& one) { return !is_plain(one.word) || !one.word.starts_with(current); });
  return found;
}

}  // namespace trialcalc::cli
