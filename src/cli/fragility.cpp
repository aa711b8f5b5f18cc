// trialcalc fragility A/N C/M: how many outcomes would have to change for P to cross alpha.

#include <memory>

#include "cli/counts_argument.hpp"
#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/fragility_explain.hpp"
#include "report/fragility_view.hpp"

namespace trialcalc::cli {

namespace {

struct FragilityOptions {
  std::vector<std::string> arms;
  std::string test = "fisher", alpha = "0.05";
  std::optional<std::string> lost;
  OutputOptions output;
};

struct FragilityTask {
  TwoByTwo table;
  const TestMethod* test;
  double alpha;
  std::optional<std::int64_t> lost;
  OutputOptions output;
};

FragilityTask check(const FragilityOptions& options) {
  if (options.arms.size() != 2)
    throw UsageError(
        "fragility: expected two arguments, events/total of each arm, such as 'fragility 8/37 14/42', "
        "found " +
        std::to_string(options.arms.size()));
  std::vector<std::string> keys;
  for (const TestMethod& method : two_by_two::methods()) keys.emplace_back(method.key);
  require_one_of("--test", options.test, keys);
  FragilityTask task{{parse_counts(without_marks(options.arms[0]), "fragility: the first argument"),
                      parse_counts(without_marks(options.arms[1]), "fragility: the second argument")},
                     find_method(two_by_two::methods(), options.test),
                     parse_real(options.alpha, "--alpha", {0, 1}),
                     {},
                     options.output};
  if (options.lost) task.lost = parse_whole(*options.lost, "--lost", {0, task.table.patients()});
  return task;
}

int run_fragility(const FragilityTask& task) {
  const Fragility result = fragility(task.table, *task.test, task.alpha);
  const report::FragilityView view{task.table, result, *task.test, task.alpha, task.lost};
  std::string text = task.output.is("json") ? report::fragility_json(view)
                                            : written(report::fragility_grid(view, {}), task.output);
  if (task.output.explains()) text += '\n' + report::explain_fragility(view, look_of(task.output));
  write_result(task.output, text);
  return exit_done;
}

}  // namespace

Prepare setup_fragility(CLI::App& app) {
  auto options = std::make_shared<FragilityOptions>();
  add_option(app, "A/N C/M", options->arms, "events/total of the experimental arm, then of the control arm")
      .group("Arguments");
  add_option(app, "--test", options->test, "the test whose P is watched (fisher)")
      .type_name("KEY")
      .group("Computation");
  add_option(app, "--alpha", options->alpha, "the threshold of P (0.05)").type_name("P").group("Computation");
  add_option(app, "--lost", options->lost, "patients lost to follow-up, to stand beside the index")
      .type_name("L")
      .group("Computation");
  add_explain_option(app, options->output.explain);
  add_output_options(app, options->output);
  return [options]() -> Run { return [task = check(*options)] { return run_fragility(task); }; };
}

}  // namespace trialcalc::cli
