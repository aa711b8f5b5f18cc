#include "cli/help_page.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace trialcalc::cli {

namespace {

const std::vector<HelpEntry> exit_statuses = {
    {"0", "done, nothing discrepant"},
    {"1", "done, and something is discrepant (or a line of a batch failed)"},
    {"2", "wrong usage or unreadable input"}};

std::string term_of(const CLI::Option& option) {
  const std::string name = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
  const std::string type = option.get_positional() ? "" : option.get_type_name();
  return type.empty() ? name : name + " " + type;
}

HelpSection section_of(const CLI::App& app, const std::string& group) {
  HelpSection section{group, {}};
  for (const CLI::Option* option :
       app.get_options([&](const CLI::Option* option) { return option->get_group() == group; }))
    section.entries.push_back({term_of(*option), option->get_description()});
  return section;
}

/// In the order of the rows.
std::vector<HelpSection> subcommand_sections() {
  std::vector<HelpSection> sections;
  for (const Subcommand& row : subcommands()) {
    auto section = std::find_if(sections.begin(), sections.end(),
                                [&](const HelpSection& known) { return known.title == row.group; });
    if (section == sections.end()) section = sections.insert(section, {std::string(row.group), {}});
    section->entries.push_back({std::string(row.name), std::string(row.sentence)});
  }
  return sections;
}

}  // namespace

HelpPage program_page() {
  HelpPage page{program_name,
                "Recompute, reproduce and check the numbers printed in a clinical-trial report.",
                "SUBCOMMAND [OPTIONS]",
                {{"trialcalc compare cairo6 --outcome cd3", "a trial's outcome, beside what was printed"},
                 {"trialcalc calc 8/37 14/42", "four numbers from a slide"}},
                subcommand_sections(),
                exit_statuses};
  page.sections.push_back(
      {"Options",
       {{"-h,--help", "this text; after a subcommand, that one's"}, {"--version", "the version"}}});
  return page;
}

HelpPage subcommand_page(const Subcommand& subcommand, const CLI::App& app) {
  HelpPage page{program_name + (" " + std::string(subcommand.name)),
                std::string(subcommand.sentence),
                std::string(subcommand.arguments),
                {},
                {},
                exit_statuses};
  for (const Example& example : subcommand.examples)
    page.examples.push_back({std::string(example.command), std::string(example.meaning)});
  for (const std::string& group : app.get_groups())
    if (!group.empty() && group != help_group) page.sections.push_back(section_of(app, group));
  page.sections.push_back(section_of(app, help_group));
  std::erase_if(page.sections, [](const HelpSection& section) { return section.entries.empty(); });
  return page;
}

}  // namespace trialcalc::cli
