// trialcalc proportion X/N: one group.
#include <memory>

#include "cli/analysis_command.hpp"
#include "cli/counts_argument.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

Counts parse_group(const AnalysisArguments& arguments) {
  if (arguments.words.size() != 1)
    throw UsageError("proportion: expected one argument, events/total such as 36/154, found " +
                     std::to_string(arguments.words.size()));
  return parse_counts(without_marks(arguments.words[0]), "proportion: the argument");
}

}  // namespace

Prepare setup_proportion(CLI::App& app) {
  auto arguments = std::make_shared<AnalysisArguments>();
  add_option(app, "X/N", arguments->words, "events/total").group("Arguments");
  return add_analysis(app, arguments, {proportion_families, "wilson", ""}, parse_group);
}

}  // namespace trialcalc::cli
