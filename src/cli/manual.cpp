// trialcalc manual [SUBCOMMAND]: the manual pages, made from the same text as --help.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/errors.hpp"
#include "cli/man_page.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

struct ManualOptions {
  std::string subcommand, directory, output = "-";
};

HelpPage page_of(const Subcommand& row) {
  CLI::App app(std::string(row.sentence), std::string(row.name));
  app.set_help_flag("-h,--help", "this text")->group(help_group);
  row.setup(app);
  return subcommand_page(row, app);
}

const Subcommand* find_subcommand(const std::string& name) {
  const auto rows = subcommands();
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Subcommand& one) { return one.name == name; });
  return row == rows.end() ? nullptr : &*row;
}

void refuse_unknown(const std::string& name) {
  std::vector<std::string> names;
  for (const Subcommand& row : subcommands()) names.emplace_back(row.name);
  require_one_of("manual: SUBCOMMAND", name, names);
}

int write_all_pages(const std::string& directory) {
  std::vector<HelpPage> pages = {program_page()};
  for (const Subcommand& row : subcommands()) pages.push_back(page_of(row));
  for (const HelpPage& page : pages) {
    OutputOptions output;
    output.output = directory + '/' + man_page_file(page);
    write_result(output, man_page(page, TRIALCALC_VERSION));
  }
  return exit_done;
}

int run_manual(const ManualOptions& options) {
  if (!options.directory.empty()) return write_all_pages(options.directory);
  const HelpPage page =
      options.subcommand.empty() ? program_page() : page_of(*find_subcommand(options.subcommand));
  OutputOptions output;
  output.output = options.output;
  write_result(output, man_page(page, TRIALCALC_VERSION));
  return exit_done;
}

}  // namespace

Prepare setup_manual(CLI::App& app) {
  auto options = std::make_shared<ManualOptions>();
  add_option(app, "SUBCOMMAND", options->subcommand, "one subcommand's page, instead of the program's")
      .group("Arguments");
  add_option(app, "--directory", options->directory, "write all pages into this folder, which must be there")
      .type_name("DIR")
      .group("Output");
  add_option(app, "--output", options->output, "write to a file, which is replaced only when all is written")
      .type_name("FILE")
      .group("Output");
  return [options]() -> Run {
    if (!options->subcommand.empty()) refuse_unknown(options->subcommand);
    return [options] { return run_manual(*options); };
  };
}

}  // namespace trialcalc::cli
