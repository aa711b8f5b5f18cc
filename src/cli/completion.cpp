// trialcalc completion SHELL: a script for the shell; `completion words` is what the script asks.

#include <memory>

#include "cli/candidates.hpp"
#include "cli/completion_scripts.hpp"
#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::cli {

namespace {

struct CompletionOptions {
  std::string shell;
  std::vector<std::string> words;
  std::string output = "-";
};

/// "word TAB meaning", a line each.
std::string answer(std::vector<std::string> words) {
  for (std::string& word : words) word = without_marks(word);
  std::string text;
  for (const Candidate& one : candidates(words)) text += one.word + '\t' + report::clean(one.meaning) + '\n';
  return text;
}

int run_completion(const CompletionOptions& options) {
  OutputOptions output;
  output.output = options.output;
  write_result(output, options.shell == "words" ? answer(options.words)
                                                : std::string(completion_script(options.shell)));
  return exit_done;
}

}  // namespace

Prepare setup_completion(CLI::App& app) {
  auto options = std::make_shared<CompletionOptions>();
  add_option(app, "SHELL", options->shell, "bash, zsh or fish; or words, which those scripts call")
      .required()
      .group("Arguments");
  add_option(app, "WORD", options->words, "after words --: the command line so far, without trialcalc")
      .group("Arguments");
  add_option(app, "--output", options->output, "write to a file, which is replaced only when all is written")
      .type_name("FILE")
      .group("Output");
  return [options]() -> Run {
    require_one_of("completion: SHELL", options->shell, {"bash", "zsh", "fish", "words"});
    return [options] { return run_completion(*options); };
  };
}

}  // namespace trialcalc::cli
