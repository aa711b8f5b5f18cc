#pragma once
// What a help text and a manual page say, before either is set.
#include <string>
#include <vector>

#include "cli/subcommand.hpp"

namespace trialcalc::cli {

/// The group of --help, which stands last.
inline constexpr const char* help_group = "Help";

inline constexpr const char* program_name = "trialcalc";

/// A term and what is said of it.
struct HelpEntry {
  std::string term, meaning;
};

struct HelpSection {
  std::string title;
  std::vector<HelpEntry> entries;
};

struct HelpPage {
  std::string name;      ///< "trialcalc", or "trialcalc compare"
  std::string sentence;  ///< what it does
  std::string usage;     ///< what follows the name
  std::vector<HelpEntry> examples;
  std::vector<HelpSection> sections;  ///< subcommands or options, in groups
  std::vector<HelpEntry> exit_statuses;
};

HelpPage program_page();
HelpPage subcommand_page(const Subcommand& subcommand, const CLI::App& app);

}  // namespace trialcalc::cli
