// trialcalc effect RATIO LOWER UPPER: what a printed effect with its limits implies.
#include <limits>
#include <memory>

#include "cli/compute_options.hpp"
#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/effect_explain.hpp"
#include "report/effect_view.hpp"
#include "trialcalc/published.hpp"

namespace trialcalc::cli {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct EffectOptions {
  std::vector<std::string> arguments;
  std::optional<std::string> measure, level, p, events, arms, allocation, baseline;
  std::string round = "nearest";
  OutputOptions output;
};

struct MeasureRow {
  std::string_view word, key;
  EffectMeasure measure;
};
constexpr MeasureRow measures[] = {{"hr", "hazard-ratio", EffectMeasure::hazard_ratio},
                                   {"or", "odds-ratio", EffectMeasure::odds_ratio},
                                   {"rr", "risk-ratio", EffectMeasure::risk_ratio},
                                   {"md", "mean-difference", EffectMeasure::mean_difference},
                                   {"rd", "risk-difference", EffectMeasure::mean_difference}};

/// The texts of an effect, from the arguments and options or from one sentence.
struct EffectTexts {
  std::string estimate, lower, upper, p, level, measure;
};

struct EffectTask {
  EffectTexts texts;
  EffectClaim claim;
  OutputOptions output;
};

EffectTexts read_sentence(const std::string& sentence) {
  const PublishedResult result = [&] {
    try {
      return parse_published(sentence);
    } catch (const BadPublished& bad) {
      throw UsageError("effect: in " + in_quotes(sentence) + ": expected " + bad.expected() + ", found " +
                       bad.found());
    }
  }();
  if (result.estimate.empty() || result.lower.empty() || result.upper.empty())
    throw UsageError(
        "effect: expected an estimate with both limits, such as \"HR 0.91 (95% CI 0.71-1.15), p=0.43\"");
  return {result.estimate, result.lower, result.upper, result.p, result.level, result.measure};
}

EffectTexts texts_of(const EffectOptions& options) {
  EffectTexts texts;
  if (options.arguments.size() == 1)
    texts = read_sentence(without_marks(options.arguments[0]));
  else if (options.arguments.size() == 3)
    texts = {without_marks(options.arguments[0]),
             without_marks(options.arguments[1]),
             without_marks(options.arguments[2]),
             "",
             "",
             ""};
  else
    throw UsageError(
        "effect: expected RATIO LOWER UPPER, or one text such as \"HR 0.91 (95% CI 0.71-1.15)\", found " +
        std::to_string(options.arguments.size()) + " arguments");
  if (options.p) texts.p = without_marks(*options.p);
  if (options.level) texts.level = *options.level;
  if (options.measure) texts.measure = *options.measure;
  return texts;
}

EffectMeasure measure_of(const std::string& word) {
  if (word.empty()) return EffectMeasure::hazard_ratio;
  std::vector<std::string> names;
  for (const MeasureRow& row : measures) {
    if (row.word == word || row.key == word) return row.measure;
    names.emplace_back(row.word);
  }
  require_one_of("--measure", word, names);
  return EffectMeasure::hazard_ratio;
}

/// "2:1", or patients of both arms as "120,60": how many of one arm for each of the other.
double allocation_of(const EffectOptions& options) {
  if (options.arms) {
    const auto parts = parse_parts(*options.arms, "--arms", 2);
    const WholeLimits limits{1, max_group_size};
    return static_cast<double>(parse_whole(parts[1], "--arms", limits)) /
           static_cast<double>(parse_whole(parts[0], "--arms", limits));
  }
  if (!options.allocation) return 1;
  const std::string text = *options.allocation;
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos)
    throw UsageError("--allocation: expected a ratio such as 1:1 or 2:1, found " + in_quotes(text));
  const RealLimits limits{0, infinity};
  return parse_real(text.substr(colon + 1), "--allocation", limits) /
         parse_real(text.substr(0, colon), "--allocation", limits);
}

EffectTask check(const EffectOptions& options) {
  EffectTask task{texts_of(options), {}, options.output};
  EffectTexts& texts = task.texts;
  EffectClaim& claim = task.claim;
  claim.measure = measure_of(texts.measure);
  claim.estimate = parse_printed(texts.estimate, "the estimate");
  claim.lower = parse_printed(texts.lower, "the lower limit");
  claim.upper = parse_printed(texts.upper, "the upper limit");
  if (!texts.p.empty()) claim.p = parse_printed(texts.p, "--p");
  claim.confidence = Confidence(texts.level.empty() ? 0.95 : parse_level(texts.level));
  claim.rounding = parse_rounding(options.round);
  claim.allocation = allocation_of(options);
  if (options.events) claim.events = parse_real(*options.events, "--events", {0, infinity});
  if (options.baseline) claim.baseline = parse_probability(*options.baseline, "--baseline");
  return task;
}

int run_effect(const EffectTask& task) {
  const EffectReport report = examine(task.claim);
  const EffectTexts& texts = task.texts;
  const report::EffectView view{task.claim.measure,
                                texts.estimate,
                                texts.lower,
                                texts.upper,
                                texts.p,
                                task.claim.confidence.level(),
                                task.claim.allocation,
                                task.claim.events,
                                task.claim.baseline,
                                report};
  std::string text = task.output.is("json") ? report::effect_json(view)
                                            : written(report::effect_grid(view, {}), task.output);
  if (task.output.explains()) text += '\n' + report::explain_effect(view, look_of(task.output));
  write_result(task.output, text);
  return exit_done;
}

}  // namespace

Prepare setup_effect(CLI::App& app) {
  auto options = std::make_shared<EffectOptions>();
  constexpr const char* group = "Computation";
  add_option(app, "RATIO LOWER UPPER", options->arguments, "as printed; or one text with all of them")
      .group("Arguments");
  add_option(app, "--measure", options->measure, "hr, or, rr, md or rd (hr, or what the text says)")
      .type_name("MEASURE")
      .group(group);
  add_level_option(app, options->level);
  add_option(app, "--p", options->p, "the reported P").type_name("P").group(group);
  add_option(app, "--events", options->events, "reported events, to be compared with those implied")
      .type_name("D")
      .group(group);
  add_option(app, "--arms", options->arms, "patients of both arms, for the allocation")
      .type_name("N1,N2")
      .group(group);
  add_option(app, "--allocation", options->allocation, "patients of the arms to each other (1:1)")
      .type_name("K:L")
      .group(group);
  add_option(app, "--baseline", options->baseline,
             "the control group's risk, for a hazard ratio its survival: adds the NNT")
      .type_name("RISK")
      .group(group);
  add_option(app, "--round", options->round,
             "nearest (ties either way), half-up, half-even, truncate or any (nearest)")
      .type_name("RULE")
      .group(group);
  add_explain_option(app, options->output.explain);
  add_output_options(app, options->output);
  return [options]() -> Run { return [task = check(*options)] { return run_effect(task); }; };
}

}  // namespace trialcalc::cli
