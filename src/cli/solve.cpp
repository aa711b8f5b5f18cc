// trialcalc solve: every 2x2 table that prints what a report prints.
#include <unistd.h>
#include <memory>

#include <chrono>

#include "cli/compute_options.hpp"
#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/solve_question.hpp"
#include "cli/subcommand.hpp"
#include "report/number_style.hpp"
#include "report/solve_explain.hpp"
#include "report/solve_view.hpp"

namespace trialcalc::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double seconds_for_others =
    20;  // for all other methods together, when the asked ones have no table

struct Options {
  SolveOptions solve;
  std::string seconds = "60", most = "1000000";
  OutputOptions output;
};

struct SolveTask {
  SolveQuestion question;
  std::string printed;
  double seconds;
  std::size_t most;
  bool method_given, test_given;
  OutputOptions output;
};

/// Stops at the deadline or at the most tables, and shows how far the search is on a terminal.
class Watch {
 public:
  Watch(double seconds, std::size_t most)
      : seconds_(seconds), most_(most), shows_(::isatty(STDERR_FILENO) == 1) {}
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() {
    if (shown_) write_standard_error("\r\033[K");
  }

  bool operator()(double share, std::size_t tables) {
    const double elapsed = std::chrono::duration<double>(Clock::now() - start_).count();
    if (shows_ && elapsed > next_) {
      write_standard_error("\rsearching: " + report::decimal(share, 0, 2) + "%, " + std::to_string(tables) +
                           " tables\033[K");
      next_ = elapsed + 0.2;
      shown_ = true;
    }
    return tables < most_ && elapsed <= seconds_;
  }

  double elapsed() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

 private:
  double seconds_;
  std::size_t most_;
  bool shows_, shown_ = false;
  double next_ = 1;
  Clock::time_point start_ = Clock::now();
};

report::SolveAttempt attempt(const SolveQuestion& question, Watch& watch) {
  report::SolveAttempt done;
  for (const PrintedEffect& effect : question.effects)
    if (effect.method) done.methods.push_back(effect.method);
  for (const TestMethod* test : question.tests) done.methods.push_back(test);
  done.result = solve(question, [&](double share, std::size_t tables) { return watch(share, tables); });
  if (question.tests.size() > 1)
    for (const TwoByTwo& table : done.result.tables) done.tests.push_back(tests_that_print(question, table));
  return done;
}

/// The same numbers under the other intervals, and under the other tests.
std::vector<report::SolveAttempt> try_others(const SolveTask& task) {
  std::vector<report::SolveAttempt> attempts;
  Watch watch(seconds_for_others, task.most);
  SolveQuestion question = task.question;
  for (PrintedEffect& effect : question.effects) {
    const IntervalMethod* asked = effect.method;
    if (!asked || task.method_given) continue;
    for (const IntervalMethod& method : interval_methods(effect.measure)) {
      if (&method == asked || method.enumerates) continue;
      effect.method = &method;
      attempts.push_back(attempt(question, watch));
    }
    effect.method = asked;
  }
  if (task.question.p && !task.test_given)
    for (const TestMethod& test : two_by_two::methods()) {
      if (test.usualness <= 2 || test.enumerates) continue;
      question.tests = {&test};
      attempts.push_back(attempt(question, watch));
    }
  return attempts;
}

SolveTask check(const Options& options) {
  SolveTask task{solve_question(options.solve),
                 printed_words(options.solve),
                 parse_real(options.seconds, "--max-seconds", {0, 1e9}),
                 0,
                 options.solve.ci_method.has_value(),
                 !options.solve.tests.empty(),
                 options.output};
  task.most = static_cast<std::size_t>(parse_whole(options.most, "--max-tables", {1, 100'000'000}));
  return task;
}

/// The first table that was found, by the methods that print its numbers.
std::optional<Comparison> first_found(const SolveQuestion& question, const SolveResult& result) {
  if (result.tables.empty()) return {};
  const TwoByTwo& table = result.tables.front();
  Plan plan;
  plan.confidence = question.confidence;
  plan.tests = tests_that_print(question, table);
  for (const PrintedEffect& effect : question.effects) {
    plan.measures.push_back(effect.measure);
    if (effect.method) plan.intervals[static_cast<std::size_t>(effect.measure)].push_back(effect.method);
  }
  return compare(table, plan);
}

int run_solve(const SolveTask& task) {
  report::SolveView view{task.printed, rounding_word(task.question.rounding), {}, {}, {}};
  {
    Watch watch(task.seconds, task.most);
    view.asked = attempt(task.question, watch);
  }
  if (!view.asked.result.complete)
    view.bounded = "The search was stopped by --max-seconds or --max-tables: there may be more tables.";
  const bool none = view.asked.result.complete && view.asked.result.tables.empty();
  if (none) view.alternatives = try_others(task);
  std::string text =
      task.output.is("json") ? report::solve_json(view) : written(report::solve_grid(view), task.output);
  if (task.output.explains())
    text += '\n' +
            report::explain_solve(view, first_found(task.question, view.asked.result), look_of(task.output));
  write_result(task.output, text);
  return none ? exit_discrepant : exit_done;
}

void add_text(CLI::App& app, const std::string& name, auto& target, const std::string& words,
              const std::string& type) {
  add_option(app, name, target, words).type_name(type).group("What is printed");
}

}  // namespace

Prepare setup_solve(CLI::App& app) {
  auto options = std::make_shared<Options>();
  SolveOptions& solve = options->solve;
  add_text(app, "--n", solve.patients, "patients of both arms together", "N");
  add_text(app, "--arms", solve.arms, "patients of the experimental and of the control arm", "N1,N2");
  add_text(app, "--arms-range", solve.arms_range, "how many they may be, or one range for both", "A-B,C-D");
  add_text(app, "--percent", solve.percent, "percentages of the arms with their decimals", "P1,P2");
  add_text(app, "--rr", solve.rr, "risk ratio", "RR");
  add_text(app, "--or", solve.odds, "odds ratio", "OR");
  add_text(app, "--rd", solve.rd, "risk difference; in points when beyond -1 to 1 or with %", "RD");
  add_text(app, "--ci", solve.limits, "limits of the one effect that is given", "LOWER,UPPER");
  add_text(app, "--p", solve.p, "P value, such as .74 or <.001", "P");
  add_option(app, "--ci-method", solve.ci_method, "the interval (katz-log, woolf, newcombe)")
      .type_name("KEY")
      .group("Computation");
  add_option(app, "--test", solve.tests, "the test, or one of several (pearson, fisher, yates)")
      .one_value_each()
      .type_name("KEY[,KEY]")
      .group("Computation");
  add_level_option(app, solve.level);
  add_option(app, "--round", solve.round,
             "half-up, half-even, truncate, nearest (ties either way) or any (half-up)")
      .type_name("RULE")
      .group("Computation");
  add_option(app, "--max-seconds", options->seconds, "stop the search then, and say so (60)")
      .type_name("S")
      .group("Computation");
  add_option(app, "--max-tables", options->most, "stop at so many tables, and say so (1000000)")
      .type_name("N")
      .group("Computation");
  add_explain_option(app, options->output.explain);
  add_output_options(app, options->output);
  return [options]() -> Run { return [task = check(*options)] { return run_solve(task); }; };
}

}  // namespace trialcalc::cli
