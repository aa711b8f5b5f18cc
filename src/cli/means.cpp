// trialcalc means MEAN,SD,N MEAN,SD,N: two arms with a continuous outcome.
#include <memory>

#include "cli/analysis_command.hpp"
#include "cli/counts_argument.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

constexpr const char* form = "mean,SD,n such as 317,122,37";

MeanSd parse_arm(const std::string& text, const std::string& argument) {
  const std::string what = "means: the " + argument + " argument";
  const std::vector<std::string> parts = split_list({text}, what);
  if (parts.size() != 3) throw UsageError(what + " " + in_quotes(text) + ": expected " + form);
  const MeanSd arm{parse_real(parts[0], what + ", mean", {-max_measurement, max_measurement, false}),
                   parse_real(parts[1], what + ", SD", {0, max_measurement, false}),
                   parse_people(parts[2], what + ", n")};
  if (arm.n == 0) throw UsageError(what + ", n \"0\": expected at least 1 patient");
  return arm;
}

TwoMeans parse_means(const AnalysisArguments& arguments) {
  if (arguments.words.size() != 2)
    throw UsageError("means: expected two arguments, " + std::string(form) +
                     ", of the experimental and of the control arm, found " +
                     std::to_string(arguments.words.size()));
  return {parse_arm(without_marks(arguments.words[0]), "first"),
          parse_arm(without_marks(arguments.words[1]), "second")};
}

}  // namespace

Prepare setup_means(CLI::App& app) {
  auto arguments = std::make_shared<AnalysisArguments>();
  add_option(app, "ARM ARM", arguments->words, "MEAN,SD,N of the experimental arm, then of the control arm")
      .group("Arguments");
  return add_analysis(app, arguments, {means_families, "student, welch; cohen-d, hedges-g", "student, welch"},
                      parse_means);
}

}  // namespace trialcalc::cli
