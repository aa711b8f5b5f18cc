// trialcalc grim MEAN N, grimmer MEAN SD N, debit MEAN SD N: can whole numbers have them?

#include <memory>

#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/digits_explain.hpp"
#include "report/digits_view.hpp"
#include "trialcalc/counts.hpp"

namespace trialcalc::cli {

namespace {

struct DigitsOptions {
  std::string test;
  std::vector<std::string> arguments;
  std::string items = "1", round = "nearest";
  std::optional<std::string> scale;
  OutputOptions output;
};

struct DigitsTask {
  std::string mean_text, sd_text;
  DigitQuestion question;
  DigitsOptions options;
};

/// "29.6%" as "0.296": a percentage is the mean of zeros and ones.
std::string as_proportion(std::string text) {
  if (!text.ends_with('%')) return text;
  text.pop_back();
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits = text.substr(0, point);
  digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
  digits.insert(digits.size() - 2, ".");
  return digits + (point < text.size() ? text.substr(point + 1) : "");
}

DigitsTask check(const DigitsOptions& options) {
  const bool has_sd = options.test != "grim";
  const std::size_t expected = has_sd ? 3 : 2;
  if (options.arguments.size() != expected)
    throw UsageError(options.test + ": expected " + (has_sd ? "MEAN SD N" : "MEAN N") + ", found " +
                     std::to_string(options.arguments.size()) + " of " + std::to_string(expected) +
                     " arguments");
  const std::string mean = without_marks(options.arguments[0]);
  DigitsTask task{
      mean,
      has_sd ? without_marks(options.arguments[1]) : "",
      {parse_plain_printed(as_proportion(mean), "the mean"), {}, {}, parse_rounding(options.round)},
      options};
  auto& [mean_number, sd, group, rounding] = task.question;
  if (has_sd) sd = parse_plain_printed(as_proportion(task.sd_text), "the SD");
  if (sd && sd->scaled() < 0)
    throw UsageError("the SD: expected a number from 0, found " + in_quotes(task.sd_text));
  group.n = parse_whole(options.arguments.back(), "N", {1, max_group_size});
  group.items = parse_whole(options.items, "--items", {1, 1000});
  if (options.test == "debit" || (mean.ends_with('%') && !options.scale)) group.scale = IntegerScale{0, 1};
  if (options.scale) {
    const auto [low, high] = parse_whole_range(*options.scale, "--scale", {-1'000'000, 1'000'000});
    group.scale = IntegerScale{low, high};
  }
  return task;
}

DigitCheck decide(const DigitQuestion& question) {
  if (!question.sd) return grim(question.mean, question.group, question.rounding);
  return grimmer(question.mean, *question.sd, question.group, question.rounding);
}

int run_digits(const DigitsTask& task) {
  const DigitQuestion& question = task.question;
  const DigitCheck result = decide(question);
  const report::DigitsView view{task.options.test,
                                task.mean_text,
                                task.sd_text,
                                question.group,
                                rounding_word(question.rounding),
                                result};
  const OutputOptions& output = task.options.output;
  std::string text =
      output.is("json") ? report::digits_json(view) : written(report::digits_grid(view), output);
  if (output.explains()) text += '\n' + report::explain_digits(view, question, look_of(output));
  write_result(output, text);
  return result.possible || !result.decided ? exit_done : exit_discrepant;
}

Prepare setup_digits(CLI::App& app, const std::string& test) {
  auto options = std::make_shared<DigitsOptions>();
  options->test = test;
  add_option(app, test == "grim" ? "MEAN N" : "MEAN SD N", options->arguments,
             "as printed, with their trailing zeros; N is the number of people")
      .group("Arguments");
  if (test != "debit") {
    add_option(app, "--items", options->items,
               "whole-numbered items that each person's value is the mean of (1)")
        .type_name("K")
        .group("Computation");
    add_option(app, "--scale", options->scale, "the values that an item can have, such as 1-7")
        .type_name("LOW-HIGH")
        .group("Computation");
  }
  add_option(app, "--round", options->round,
             "nearest (ties either way), half-up, half-even, truncate or any (nearest)")
      .type_name("RULE")
      .group("Computation");
  add_explain_option(app, options->output.explain);
  add_output_options(app, options->output);
  return [options]() -> Run { return [task = check(*options)] { return run_digits(task); }; };
}

}  // namespace

Prepare setup_grim(CLI::App& app) { return setup_digits(app, "grim"); }
Prepare setup_grimmer(CLI::App& app) { return setup_digits(app, "grimmer"); }
Prepare setup_debit(CLI::App& app) { return setup_digits(app, "debit"); }

}  // namespace trialcalc::cli
