// trialcalc paired B C N: matched pairs.
#include <memory>

#include "cli/analysis_command.hpp"
#include "cli/counts_argument.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

struct PairedArguments : AnalysisArguments {
  std::optional<std::string> both;
};

Pairs parse_pairs(const PairedArguments& arguments) {
  const std::vector<std::string>& words = arguments.words;
  if (words.size() != 3)
    throw UsageError(
        "paired: expected three numbers, pairs with the event under the first condition only, under the "
        "second only, and all pairs, such as 'paired 6 16 161', found " +
        std::to_string(words.size()));
  Pairs pairs{parse_people(without_marks(words[0]), "paired: B"),
              parse_people(without_marks(words[1]), "paired: C"),
              parse_people(without_marks(words[2]), "paired: N")};
  if (arguments.both) pairs.both = parse_people(without_marks(*arguments.both), "--both");
  if (pairs.total == 0) throw UsageError("paired: expected at least 1 pair, found 0");
  const std::int64_t with_event = pairs.first_only + pairs.second_only + pairs.both.value_or(0);
  if (with_event > pairs.total)
    throw UsageError("paired: expected at most as many pairs with the event as there are, found " +
                     std::to_string(with_event) + " of " + std::to_string(pairs.total));
  return pairs;
}

}  // namespace

Prepare setup_paired(CLI::App& app) {
  auto arguments = std::make_shared<PairedArguments>();
  add_option(app, "B C N", arguments->words,
             "pairs with the event under the first condition only, under the second only, and all pairs")
      .group("Arguments");
  add_option(app, "--both", arguments->both, "pairs with the event under both conditions; newcombe needs it")
      .type_name("A")
      .group("Arguments");
  return add_analysis(app, arguments,
                      {paired_families, "tango, with --both also newcombe", "mcnemar, mcnemar-exact"},
                      parse_pairs);
}

}  // namespace trialcalc::cli
