#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/errors.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(const Subcommand& subcommand) : subcommand_(subcommand) {}
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return help_text(subcommand_page(subcommand_, *app));
  }

 private:
  const Subcommand& subcommand_;
};

bool is_option(std::string_view word) { return word.size() > 1 && word[0] == '-'; }

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> subcommand_names() {
  std::vector<std::string> names;
  for (const Subcommand& row : subcommands()) names.emplace_back(row.name);
  return names;
}

[[noreturn]] void refuse_extra(const CLI::App& app, const std::string& word) {
  const std::string name = app.get_name().empty() ? "" : app.get_name() + ": ";
  const std::string help =
      app.get_name().empty() ? "trialcalc --help" : "trialcalc " + app.get_name() + " --help";
  const std::string option = word.substr(0, word.find('='));
  if (is_option(word))
    throw UsageError(name + "there is no option " + in_quotes(option) +
                     hint(option, option_names(app), help));
  if (app.get_name().empty())
    throw UsageError("there is no subcommand " + in_quotes(word) + hint(word, subcommand_names(), help));
  throw UsageError(name + "one argument too many: " + in_quotes(word) + "; see '" + help + "'");
}

/// CLI11 reads -1/5 as an option; a count that begins with a minus is shown to the subcommand as it is.
bool is_negative_number(const std::string& word) {
  return word.size() > 1 && word[0] == '-' &&
         std::string_view("0123456789.").find(word[1]) != std::string_view::npos;
}

std::vector<std::string> with_negative_numbers_marked(const std::vector<std::string>& arguments) {
  std::vector<std::string> result = arguments;
  for (std::string& word : result)
    if (is_negative_number(word)) word.insert(0, 1, negative_mark);
  return result;
}

void refuse_extras(const CLI::App& app) {
  for (const CLI::App* subcommand : app.get_subcommands()) refuse_extras(*subcommand);
  const std::vector<std::string> extras = app.remaining(false);
  for (const std::string& word : extras)
    if (word != "--") refuse_extra(app, word);
}

Run print(std::string text) {
  return [text = std::move(text)] {
    write_standard_output(text);
    return static_cast<int>(exit_done);
  };
}

Prepare add_subcommand(CLI::App& program, const Subcommand& row) {
  CLI::App* app = program.add_subcommand(std::string(row.name), std::string(row.sentence));
  app->formatter(std::make_shared<HelpFormatter>(row));
  app->set_help_flag("-h,--help", "this text")->group(help_group);
  app->allow_extras();
  return row.setup(*app);
}

/// The first word that is no option; nullptr where it names none.
const Subcommand* named_subcommand(const std::vector<std::string>& arguments) {
  const auto word = std::find_if_not(arguments.begin(), arguments.end(), is_option);
  if (word == arguments.end()) return nullptr;
  const auto rows = subcommands();
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const Subcommand& one) { return one.name == *word; });
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace

Run parse(const std::vector<std::string>& arguments) {
  CLI::App program("", "");
  program.set_help_flag();
  bool help = false, version = false;
  program.add_flag("-h,--help", help);
  program.add_flag("--version", version);
  program.require_subcommand(0, 1);
  program.allow_extras();
  // Only the subcommand that is named is set up: all of them together take longer than most have to do.
  const Subcommand* const named = named_subcommand(arguments);
  const Prepare prepare = named ? add_subcommand(program, *named) : Prepare();
  try {
    std::vector<std::string> reversed = with_negative_numbers_marked(arguments);
    std::reverse(reversed.begin(), reversed.end());
    program.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    return print(program.get_subcommands().at(0)->help());
  } catch (const CLI::ParseError& error) {
    throw UsageError(without_marks(error.what()));
  }
  refuse_extras(program);
  if (help) return print(help_text(program_page()));
  if (version) return print("trialcalc " TRIALCALC_VERSION "\n");
  if (program.get_subcommands().empty()) throw UsageError("expected a subcommand; see 'trialcalc --help'");
  return prepare();
}

}  // namespace trialcalc::cli
