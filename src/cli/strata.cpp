// trialcalc strata A/N,C/M...: two arms in each of several strata.
#include <memory>

#include "cli/analysis_command.hpp"
#include "cli/counts_argument.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

/// More strata than any trial or meta-analysis has.
constexpr std::size_t most_strata = 10'000;

TwoByTwo parse_stratum(const std::string& text, std::size_t number) {
  const std::string name = "strata: stratum " + std::to_string(number);
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos)
    throw UsageError(name + " " + in_quotes(text) +
                     ": expected events/total of the experimental and the control arm with one comma "
                     "between them, such as 16/27,5/25");
  return {parse_counts(text.substr(0, comma), name + ", experimental,"),
          parse_counts(text.substr(comma + 1), name + ", control,")};
}

std::vector<TwoByTwo> parse_strata(const AnalysisArguments& arguments) {
  if (arguments.words.empty())
    throw UsageError("strata: expected one argument for each stratum, such as 16/27,5/25 12/28,7/26");
  if (arguments.words.size() > most_strata)
    throw UsageError("strata: expected at most " + std::to_string(most_strata) + " strata, found " +
                     std::to_string(arguments.words.size()));
  std::vector<TwoByTwo> strata;
  for (const std::string& word : arguments.words)
    strata.push_back(parse_stratum(without_marks(word), strata.size() + 1));
  return strata;
}

}  // namespace

Prepare setup_strata(CLI::App& app) {
  auto arguments = std::make_shared<AnalysisArguments>();
  add_option(app, "STRATUM", arguments->words,
             "A/N,C/M: events/total of the experimental arm, a comma, events/total of the control arm")
      .group("Arguments");
  return add_analysis(
      app, arguments,
      {strata_families, "robins-breslow-greenland, greenland-robins, sato", "cmh, breslow-day", true},
      parse_strata);
}

}  // namespace trialcalc::cli
