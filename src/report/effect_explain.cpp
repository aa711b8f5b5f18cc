#include "report/effect_explain.hpp"

#include "report/explain.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view source = "Altman & Bland 2011, BMJ 343:d2304; Tierney et al 2007, Trials 8:16";

constexpr Method of_ratio = {.key = "effect",
                             .name = "P from the interval",
                             .formula = "Z = ln(estimate) / SE, SE = (ln(upper) - ln(lower)) / (2 * z)",
                             .source = source};
constexpr Method of_difference = {.key = "effect",
                                  .name = "P from the interval",
                                  .formula = "Z = estimate / SE, SE = (upper - lower) / (2 * z)",
                                  .source = source};

}  // namespace

std::string explain_effect(const EffectView& view, const TextLook& look) {
  const EffectReport& report = view.report;
  const bool ratio = is_ratio(view.measure);
  const Symbols symbols = {{"estimate", view.estimate},
                           {"lower", view.lower},
                           {"upper", view.upper},
                           {"z", plain_text(Confidence(view.level).z())}};
  Working working{{}, "twice the area of the normal distribution beyond Z"};
  if (ratio) working.steps.push_back({"logarithm of the estimate", "L", "ln(estimate)", report.log_estimate});
  working.steps.push_back({"standard error", "SE",
                           ratio ? "(ln(upper) - ln(lower)) / (2 * z)" : "(upper - lower) / (2 * z)",
                           report.standard_error.value});
  working.steps.push_back({"statistic", "Z", ratio ? "L / SE" : "estimate / SE", report.z});
  TestResult result;
  result.p = report.p.value;
  result.not_estimable = report.not_estimable;
  if (!report.not_estimable.empty()) working = {};
  return in_lines(explanation({ratio ? of_ratio : of_difference, "P", symbols, working}, result), look);
}

}  // namespace trialcalc::report
