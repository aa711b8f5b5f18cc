// trialcalc design two-proportions | logrank | stopping-rule: sample sizes by each formula.
#include <CLI/CLI.hpp>
#include <cmath>
#include <limits>

#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/design_view.hpp"
#include "report/number_style.hpp"
#include "trialcalc/accrual.hpp"
#include "trialcalc/counts.hpp"
#include "trialcalc/design.hpp"
#include "trialcalc/stopping.hpp"

namespace trialcalc::cli {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double most_patients = 1e12;

struct DesignOptions {
  std::vector<std::string> arguments;
  std::string alpha = "0.05", power = "0.80", dropout = "0", ratio = "1";
  std::optional<std::string> n, hr, medians, events, event_probability, accrual, follow_up, below,
      difference_above;
  OutputOptions output;
};

/// What all designs share.
struct Shared {
  double alpha, power, dropout, ratio;
};

Shared shared(const DesignOptions& options) {
  const std::string dropout = without_marks(options.dropout);
  return {parse_probability(options.alpha, "--alpha"), parse_probability(options.power, "--power"),
          dropout == "0" ? 0 : parse_probability(dropout, "--dropout"),
          parse_real(options.ratio, "--ratio", {0, infinity})};
}

std::int64_t rounded_up(double n) { return static_cast<std::int64_t>(std::ceil(n - 1e-9)); }

std::optional<std::int64_t> enrolled(double evaluable, double dropout) {
  const double all = evaluable / (1 - dropout);
  return all < most_patients ? std::optional(rounded_up(all)) : std::nullopt;
}

/// "358" as two arms by the ratio, or "170,170".
SampleSize given_size(const std::string& text, double ratio) {
  const WholeLimits limits{1, max_group_size};
  if (text.find(',') != std::string::npos) {
    const auto parts = parse_parts(text, "--n", 2);
    return {static_cast<double>(parse_whole(parts[0], "--n", limits)),
            static_cast<double>(parse_whole(parts[1], "--n", limits))};
  }
  const double all = static_cast<double>(parse_whole(text, "--n", {2, 2 * max_group_size}));
  const double first = std::floor(all / (1 + ratio) + 0.5);
  if (first < 1 || first >= all) throw UsageError("--n: too few patients for two arms");
  return {first, all - first};
}

std::string with_percent(double p) { return report::short_text(100 * p) + "%"; }

report::DesignView two_proportions(const DesignOptions& options) {
  if (options.arguments.size() != 3)
    throw UsageError(
        "design two-proportions: expected two risks, such as 'design two-proportions 0.50 0.65'");
  const Shared all = shared(options);
  const ProportionPlan plan{parse_probability(options.arguments[1], "the first risk"),
                            parse_probability(options.arguments[2], "the second risk"), all.alpha, all.power,
                            all.ratio};
  if (plan.p1 == plan.p2)
    throw UsageError("design two-proportions: the two risks are equal; nothing is to be detected");
  std::optional<SampleSize> given;
  if (options.n) given = given_size(without_marks(*options.n), all.ratio);
  report::DesignView view{with_percent(plan.p1) + " v " + with_percent(plan.p2) + ", two-sided alpha " +
                              report::short_text(plan.alpha) +
                              (given ? "" : ", power " + with_percent(plan.power)),
                          {},
                          {},
                          all.dropout};
  for (const ProportionDesign& method : design::two_proportions()) {
    report::DesignRow row{&method, {}, {}, {}, {}, {}, {}};
    const bool exact_is_too_long = given && method.key == "exact" && given->n1 + given->n2 > 20'000;
    const SampleSize size = given ? *given : method.compute(plan);
    if (std::isfinite(size.n1) && size.n1 < most_patients && size.n2 < most_patients) {
      if (!given) row.exact_n = size.n1;
      row.n1 = rounded_up(size.n1);
      row.n2 = rounded_up(size.n2);
      row.n_total = enrolled(static_cast<double>(*row.n1 + *row.n2), all.dropout);
      if (given && !exact_is_too_long) row.power = method.power(plan, size);
    }
    view.rows.push_back(row);
  }
  return view;
}

/// Medians of control and experimental arm; their quotient is the hazard ratio.
std::optional<SampleSize> medians_of(const DesignOptions& options) {
  if (!options.medians) return {};
  const auto parts = parse_parts(*options.medians, "--medians", 2);
  return SampleSize{parse_real(parts[0], "--medians", {0, infinity}),
                    parse_real(parts[1], "--medians", {0, infinity})};
}

/// The share of patients who have the event, where it can be known.
std::optional<double> event_share(const DesignOptions& options, const std::optional<SampleSize>& medians,
                                  double ratio) {
  if (options.event_probability) return parse_probability(*options.event_probability, "--event-probability");
  if (!options.accrual && !options.follow_up) return {};
  if (!medians) throw UsageError("--accrual and --follow-up: need --medians, in the same unit of time");
  const auto time = [](const std::optional<std::string>& text, const char* name) {
    return text ? parse_real(*text, name, {0, infinity, false}) : 0;
  };
  const Recruitment recruitment{time(options.accrual, "--accrual"), time(options.follow_up, "--follow-up")};
  if (recruitment.accrual + recruitment.follow_up <= 0)
    throw UsageError("--accrual and --follow-up: nobody is followed");
  return (event_probability(medians->n1, recruitment) + ratio * event_probability(medians->n2, recruitment)) /
         (1 + ratio);
}

report::DesignView logrank(const DesignOptions& options) {
  if (options.arguments.size() != 1)
    throw UsageError("design logrank: expected --hr or --medians, and no argument");
  if (options.hr.has_value() == options.medians.has_value())
    throw UsageError("design logrank: expected either --hr 0.625 or --medians 30,48");
  const Shared all = shared(options);
  const auto medians = medians_of(options);
  const double hr = medians ? medians->n1 / medians->n2 : parse_real(*options.hr, "--hr", {0, infinity});
  if (hr == 1) throw UsageError("design logrank: the hazard ratio is 1; nothing is to be detected");
  const SurvivalPlan plan{hr, all.alpha, all.power, all.ratio};
  const auto share = event_share(options, medians, all.ratio);
  std::optional<double> given;
  if (options.events)
    given = static_cast<double>(parse_whole(*options.events, "--events", {1, max_group_size}));
  report::DesignView view{"hazard ratio " + report::short_text(hr) + ", two-sided alpha " +
                              report::short_text(all.alpha) +
                              (given ? "" : ", power " + with_percent(all.power)),
                          {},
                          {},
                          all.dropout};
  for (const SurvivalDesign& method : design::logrank()) {
    const double events = given ? *given : method.compute(plan);
    report::DesignRow row{&method, {}, {}, {}, {}, {}, {}};
    if (events < most_patients) row.events = rounded_up(events);
    if (given)
      row.power = method.power(plan, events);
    else
      row.exact_n = events;
    if (share && events / *share < most_patients) {
      const double patients = events / *share;
      row.n1 = rounded_up(patients / (1 + all.ratio));
      row.n2 = rounded_up(patients * all.ratio / (1 + all.ratio));
      row.n_total = enrolled(static_cast<double>(*row.n1 + *row.n2), all.dropout);
    }
    view.rows.push_back(row);
  }
  return view;
}

/// A limit such as 0.20 or 20% as an exact fraction.
Fraction fraction_of(const std::string& text, const char* name) {
  const double value = parse_probability(text, name);
  constexpr std::int64_t denominator = 1'000'000'000;
  return {static_cast<std::int64_t>(std::llround(value * static_cast<double>(denominator))), denominator};
}

double parse_true_risk(const std::string& text) {
  const std::string plain = without_marks(text);
  return plain == "0" || plain == "1" ? (plain == "1" ? 1 : 0) : parse_probability(plain, "a true risk");
}

report::DesignView stopping_rule(const DesignOptions& options) {
  if (options.arguments.size() != 3 || !options.n || (!options.below && !options.difference_above))
    throw UsageError(
        "design stopping-rule: expected the true risks of the experimental and the control arm, --n N1,N2, "
        "and "
        "--below or --difference-above, such as 'design stopping-rule 0.65 0.50 --n 40,40 --below 0.50'");
  const auto parts = parse_parts(*options.n, "--n", 2);
  const WholeLimits limits{1, 1'000'000};
  const FutureArm experimental{parse_whole(parts[0], "--n", limits), parse_true_risk(options.arguments[1])};
  const FutureArm control{parse_whole(parts[1], "--n", limits), parse_true_risk(options.arguments[2])};
  report::DesignView view{"true risks " + with_percent(experimental.risk) + " of " +
                              std::to_string(experimental.patients) + " and " + with_percent(control.risk) +
                              " of " + std::to_string(control.patients),
                          {},
                          {},
                          0};
  if (options.below) {
    const Fraction limit = fraction_of(*options.below, "--below");
    view.stopping.push_back(
        {"experimental arm below " + without_marks(*options.below), probability_below(experimental, limit)});
  }
  if (options.difference_above) {
    const Fraction limit = fraction_of(*options.difference_above, "--difference-above");
    view.stopping.push_back(
        {"experimental above control by more than " + without_marks(*options.difference_above),
         probability_difference_above(experimental, control, limit)});
  }
  return view;
}

Run prepare(const DesignOptions& options) {
  if (options.arguments.empty())
    throw UsageError(
        "design: expected two-proportions, logrank or stopping-rule; see 'trialcalc design --help'");
  const std::string& kind = options.arguments[0];
  require_one_of("design", kind, {"two-proportions", "logrank", "stopping-rule"});
  const report::DesignView view = kind == "two-proportions" ? two_proportions(options)
                                  : kind == "logrank"       ? logrank(options)
                                                            : stopping_rule(options);
  return [view, output = options.output] {
    write_result(output,
                 output.is("json") ? report::design_json(view) : written(report::design_grid(view), output));
    return static_cast<int>(exit_done);
  };
}

void add_text(CLI::App& app, const std::string& name, auto& target, const std::string& words,
              const std::string& type) {
  app.add_option(name, target, words)->type_name(type)->group("Computation");
}

}  // namespace

Prepare setup_design(CLI::App& app) {
  auto options = std::make_shared<DesignOptions>();
  app.add_option("DESIGN RISK RISK", options->arguments,
                 "two-proportions P1 P2, logrank, or stopping-rule P1 P2 (true risks, experimental first)")
      ->group("Arguments");
  add_text(app, "--alpha", options->alpha, "two-sided (0.05)", "P");
  add_text(app, "--power", options->power, "wanted (0.80)", "P");
  add_text(app, "--ratio", options->ratio,
           "patients of the second arm for each of the first (1); logrank: experimental for each control",
           "K");
  add_text(app, "--dropout", options->dropout,
           "the share that drops out (0): the total is larger by 1 / (1 - dropout)", "P");
  add_text(app, "--n", options->n, "patients in all, or of each arm: gives the power instead", "N|N1,N2");
  add_text(app, "--hr", options->hr, "logrank: the hazard ratio to detect", "HR");
  add_text(app, "--medians", options->medians, "logrank: median survival of control and experimental arm",
           "M1,M2");
  add_text(app, "--events", options->events, "logrank: events, gives the power instead", "D");
  add_text(app, "--event-probability", options->event_probability,
           "logrank: the share of patients with an event", "P");
  add_text(app, "--accrual", options->accrual, "logrank, with --medians: time of recruitment", "TIME");
  add_text(app, "--follow-up", options->follow_up, "logrank, with --medians: time after the last patient",
           "TIME");
  add_text(app, "--below", options->below, "stopping-rule: met by fewer events in the experimental arm", "P");
  add_text(app, "--difference-above", options->difference_above, "stopping-rule: met by a larger difference",
           "P");
  add_output_options(app, options->output);
  return [options]() -> Run { return prepare(*options); };
}

}  // namespace trialcalc::cli
