// trialcalc nnt: the number needed to treat from counts, risks, or a ratio at a baseline.
#include <limits>
#include <memory>

#include "cli/compute_options.hpp"
#include "cli/counts_argument.hpp"
#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/nnt_explain.hpp"
#include "report/nnt_view.hpp"
#include "trialcalc/nnt.hpp"

namespace trialcalc::cli {

namespace {

struct NntOptions {
  std::vector<std::string> arguments;
  std::optional<std::string> hr, rr, odds, limits, baseline, level;
  std::string ci_method = "newcombe";
  bool more_is_better = false;
  OutputOptions output;
};

struct NntTask {
  report::NntView view;
  const IntervalMethod* method;  ///< of counts, whose interval is computed when run
  OutputOptions output;
};

struct RatioRow {
  const char* name;
  const std::optional<std::string> NntOptions::*text;
  RatioMeasure measure;
};
constexpr RatioRow ratios[] = {{"--hr", &NntOptions::hr, RatioMeasure::hazard_ratio},
                               {"--rr", &NntOptions::rr, RatioMeasure::risk_ratio},
                               {"--or", &NntOptions::odds, RatioMeasure::odds_ratio}};

MethodInterval without_limits(double difference) {
  MethodInterval result;
  result.interval = Interval::none("no interval was given");
  result.interval.estimate = difference;
  return result;
}

double difference_at(const RatioAtBaseline& at) {
  const auto difference = risk_difference_at(at.measure, at.ratio, at.baseline);
  if (!difference)
    throw UsageError("--baseline: this risk times the ratio, or times its upper limit, is above 1");
  return *difference;
}

void from_ratio(const NntOptions& options, const RatioRow& row, report::NntView& view) {
  if (!options.arguments.empty())
    throw UsageError(std::string("nnt: give counts, risks or ") + row.name + ", not two of them");
  if (!options.baseline)
    throw UsageError(std::string(row.name) + ": needs --baseline, the control group's " +
                     (row.measure == RatioMeasure::hazard_ratio ? "survival" : "risk"));
  const double baseline = parse_probability(*options.baseline, "--baseline");
  const RealLimits positive{0, std::numeric_limits<double>::infinity()};
  const double ratio = parse_real(*(options.*row.text), row.name, positive);
  view.origin = RatioAtBaseline{row.measure, ratio, baseline};
  view.difference = without_limits(difference_at({row.measure, ratio, baseline}));
  if (!options.limits) return;
  const auto [lower, upper] = parse_limits(*options.limits, "--ci");
  if (lower.value() < 0 || lower.value() > upper.value())
    throw UsageError("--ci: expected a lower and an upper limit of the ratio");
  view.difference.interval = {difference_at({row.measure, lower.value(), baseline}),
                              difference_at({row.measure, upper.value(), baseline}),
                              view.difference.interval.estimate,
                              {}};
}

double parse_risk(const std::string& text) {
  const std::string plain = without_marks(text);
  if (plain == "0" || plain == "1") return plain == "1" ? 1 : 0;
  return parse_probability(plain, "a risk");
}

/// Two risks, experimental first; --ci has the limits of their difference.
void from_risks(const NntOptions& options, report::NntView& view) {
  const TwoRisks risks{parse_risk(options.arguments[0]), parse_risk(options.arguments[1])};
  view.origin = risks;
  view.difference = without_limits(risks.experimental - risks.control);
  if (!options.limits) return;
  const auto [lower, upper] = parse_limits(*options.limits, "--ci");
  if (lower.value() > upper.value() || lower.value() < -1 || upper.value() > 1)
    throw UsageError("--ci: expected the limits of the difference of risks, from -1 to 1");
  view.difference.interval = {lower.value(), upper.value(), view.difference.interval.estimate, {}};
}

void check_arguments(const NntOptions& options, NntTask& task) {
  if (options.arguments.size() != 2)
    throw UsageError(
        "nnt: expected counts such as 'nnt 8/37 14/42', risks such as 'nnt 0.22 0.33', or --hr, --rr or "
        "--or with --baseline");
  const std::string first = without_marks(options.arguments[0]), second = without_marks(options.arguments[1]);
  task.view.from = first + " v " + second;
  if (first.find('/') == std::string::npos) {
    from_risks(options, task.view);
    return;
  }
  task.view.origin = TwoByTwo{parse_counts(first, "nnt: the first argument"),
                              parse_counts(second, "nnt: the second argument")};
  std::vector<std::string> keys;
  for (const IntervalMethod& method : risk_difference::methods()) keys.emplace_back(method.key);
  require_one_of("--ci-method", options.ci_method, keys);
  task.method = find_method(risk_difference::methods(), options.ci_method);
}

NntTask check(const NntOptions& options) {
  NntTask task{{"", options.level ? parse_level(*options.level) : 0.95, {}, options.more_is_better},
               nullptr,
               options.output};
  for (const RatioRow& row : ratios)
    if (options.*row.text) {
      if (!task.view.from.empty()) throw UsageError("nnt: give one ratio, not several");
      task.view.from = std::string(row.name).substr(2) + " " + without_marks(*(options.*row.text)) +
                       " at a baseline of " + options.baseline.value_or("");
      from_ratio(options, row, task.view);
    }
  if (task.view.from.empty()) check_arguments(options, task);
  return task;
}

int run_nnt(NntTask task) {
  if (const auto* table = std::get_if<TwoByTwo>(&task.view.origin)) {
    task.view.difference.method = task.method;
    task.view.difference.interval = task.method->compute(*table, Confidence(task.view.level));
    task.view.difference.interval.estimate = estimate(*table, Measure::risk_difference).estimate;
  }
  if (task.output.is("json")) {
    write_result(task.output, report::nnt_json(task.view));
    return exit_done;
  }
  std::string text = written(report::nnt_grid(task.view, {}), task.output);
  if (task.output.explains()) text += '\n' + report::explain_nnt(task.view, look_of(task.output));
  write_result(task.output, text);
  return exit_done;
}

}  // namespace

Prepare setup_nnt(CLI::App& app) {
  auto options = std::make_shared<NntOptions>();
  constexpr const char* group = "Computation";
  add_option(app, "A/N C/M | RISK RISK", options->arguments, "counts or risks, experimental arm first")
      .group("Arguments");
  add_option(app, "--hr", options->hr, "a hazard ratio, with --baseline").type_name("HR").group(group);
  add_option(app, "--rr", options->rr, "a risk ratio, with --baseline").type_name("RR").group(group);
  add_option(app, "--or", options->odds, "an odds ratio, with --baseline").type_name("OR").group(group);
  add_option(app, "--ci", options->limits, "limits of the ratio, or of the difference of risks")
      .type_name("LOWER,UPPER")
      .group(group);
  add_option(app, "--baseline", options->baseline,
             "the control group's risk; for a hazard ratio its survival")
      .type_name("RISK")
      .group(group);
  add_option(app, "--ci-method", options->ci_method, "interval of the difference of counts (newcombe)")
      .type_name("KEY")
      .group(group);
  add_level_option(app, options->level);
  add_flag(app, "--more-is-better", options->more_is_better,
           "the events are hoped for: decides NNTB and NNTH")
      .group(group);
  add_explain_option(app, options->output.explain);
  add_output_options(app, options->output);
  return [options]() -> Run { return [task = check(*options)] { return run_nnt(task); }; };
}

}  // namespace trialcalc::cli
