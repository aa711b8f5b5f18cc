// trialcalc validate FILE...: is this a well-formed trial file.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "report/validate_view.hpp"
#include "trialcalc/library.hpp"

namespace trialcalc::cli {

namespace {

struct ValidateOptions {
  std::vector<std::string> files;
  OutputOptions output;
};

report::ValidatedFile validated(const std::string& file) {
  report::ValidatedFile result{file, {}, {}};
  try {
    result.trial = read_trial(read_file(file), file == "-" ? "standard input" : file);
  } catch (const BadTrial& bad) {
    result.errors = bad.errors();
  } catch (const NoTrial& missing) {
    result.unreadable = missing.what();
  }
  return result;
}

int run_validate(const ValidateOptions& options) {
  std::vector<report::ValidatedFile> files;
  bool all_good = true;
  for (const std::string& file : options.files) {
    files.push_back(validated(file));
    all_good = all_good && files.back().trial.has_value();
  }
  if (options.output.is("json")) {
    write_result(options.output, report::validate_json(files));
  } else {
    write_result(options.output, report::validate_text(files, look_of(options.output)));
    write_standard_error(report::validate_errors(files));
  }
  return all_good ? exit_done : exit_failed;
}

}  // namespace

Prepare setup_validate(CLI::App& app) {
  auto options = std::make_shared<ValidateOptions>();
  add_option(app, "FILE", options->files, "trial files, or - for standard input").group("Arguments");
  add_output_options(app, options->output, {"text", "json"});
  return [options]() -> Run {
    if (options->files.empty())
      throw UsageError("validate: expected at least one file, or - for standard input");
    return [options] { return run_validate(*options); };
  };
}

}  // namespace trialcalc::cli
