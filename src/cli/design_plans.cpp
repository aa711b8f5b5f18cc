#include "cli/design_plans.hpp"

#include <cmath>
#include <limits>

#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/words.hpp"
#include "report/design_explain.hpp"
#include "report/number_style.hpp"
#include "trialcalc/accrual.hpp"
#include "trialcalc/counts.hpp"
#include "trialcalc/design.hpp"

namespace trialcalc::cli {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double most_patients = 1e12;

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

/// "50% v 65%, two-sided alpha 0.05, power 80%"; the power is left out where it is what is looked for.
std::string title_of(const std::string& effect, const Shared& all, bool given) {
  return effect + ", two-sided alpha " + report::short_text(all.alpha) +
         (given ? "" : ", power " + with_percent(all.power));
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

/// Medians of control and experimental arm; their quotient is the hazard ratio.
std::optional<SampleSize> medians_of(const DesignOptions& options) {
  if (!options.medians) return {};
  const auto parts = parse_parts(*options.medians, "--medians", 2);
  return SampleSize{parse_real(parts[0], "--medians", {0, infinity}),
                    parse_real(parts[1], "--medians", {0, infinity})};
}

/// The share of patients who have the event, where it can be known.
std::optional<report::EventShare> event_share(const DesignOptions& options,
                                              const std::optional<SampleSize>& medians, double ratio) {
  if (options.event_probability)
    return report::EventShare{parse_probability(*options.event_probability, "--event-probability")};
  if (!options.accrual && !options.follow_up) return {};
  if (!medians) throw UsageError("--accrual and --follow-up: need --medians, in the same unit of time");
  const auto time = [](const std::optional<std::string>& text, const char* name) {
    return text ? parse_real(*text, name, {0, infinity, false}) : 0;
  };
  const Recruitment recruitment{time(options.accrual, "--accrual"), time(options.follow_up, "--follow-up")};
  if (recruitment.accrual + recruitment.follow_up <= 0)
    throw UsageError("--accrual and --follow-up: nobody is followed");
  const auto arm = [&](std::string_view name, double median) {
    return report::EventShare::Arm{name, report::symbols_of(median, recruitment),
                                   event_probability_working(median, recruitment)};
  };
  return report::EventShare{
      (event_probability(medians->n1, recruitment) + ratio * event_probability(medians->n2, recruitment)) /
          (1 + ratio),
      {arm("control", medians->n1), arm("experimental", medians->n2)}};
}

}  // namespace

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
  report::DesignView view{
      title_of(with_percent(plan.p1) + " v " + with_percent(plan.p2), all, given.has_value()),
      {},
      {},
      all.dropout,
      given ? report::symbols_of(plan, *given) : report::symbols_of(plan)};
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
      if (options.output.explains() && !exact_is_too_long)
        row.working = given ? method.power_working(plan, size) : method.working(plan);
    }
    view.rows.push_back(row);
  }
  return view;
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
  report::DesignView view{title_of("hazard ratio " + report::short_text(hr), all, given.has_value()),
                          {},
                          {},
                          all.dropout,
                          report::symbols_of(plan, given),
                          share};
  for (const SurvivalDesign& method : design::logrank()) {
    const double events = given ? *given : method.compute(plan);
    report::DesignRow row{&method, {}, {}, {}, {}, {}, {}};
    if (events < most_patients) row.events = rounded_up(events);
    if (given)
      row.power = method.power(plan, events);
    else
      row.exact_n = events;
    row.working = given ? method.power_working(plan, events) : method.working(plan);
    if (share && events / share->value < most_patients) {
      const double patients = events / share->value;
      row.n1 = rounded_up(patients / (1 + all.ratio));
      row.n2 = rounded_up(patients * all.ratio / (1 + all.ratio));
      row.n_total = enrolled(static_cast<double>(*row.n1 + *row.n2), all.dropout);
    }
    view.rows.push_back(row);
  }
  return view;
}

}  // namespace trialcalc::cli
