#include "report/design_explain.hpp"

#include <fmt/format.h>

#include "report/number_style.hpp"

namespace trialcalc::report {

namespace {

constexpr Method exponential = {
    .key = "accrual",
    .name = "exponential survival, even recruitment",
    .formula = "1 - (exp(-h f) - exp(-h (a + f))) / (h a), a the time of recruitment, f that after it",
    .source = "Schoenfeld 1983, Biometrics 39:499"};

constexpr Method below = {.key = "stopping-rule",
                          .name = "exact binomial",
                          .formula = "P(X < l n), X binomial with n patients and the risk p",
                          .source = "the binomial distribution, without approximation"};

constexpr Method difference_above = {
    .key = "stopping-rule",
    .name = "two exact binomials",
    .formula = "P(X / n1 - Y / n2 > l), X and Y binomial with n1 and n2 patients and the risks p1 and p2",
    .source = "the binomial distribution, without approximation"};

std::string count(double n) { return std::to_string(static_cast<std::int64_t>(n)); }

/// "170 + 170 patients, 358 with those who drop out: n / (1 - 0.05)"
std::string patients_text(const DesignRow& row, double dropout) {
  std::string text = fmt::format("{} + {} patients", *row.n1, *row.n2);
  if (!row.n_total) return text;
  if (dropout == 0) return text + fmt::format(", {} in all", *row.n_total);
  return text + fmt::format(", {} with those who drop out: n / (1 - {})", *row.n_total, short_text(dropout));
}

std::string rounded_text(const DesignRow& row, const DesignView& view) {
  if (row.working.steps.empty()) return "gives nothing: too many patients for this sum over all tables";
  std::string text = row.power ? "" : "rounded up: ";
  if (!row.events) return row.power ? "" : text + patients_text(row, view.dropout);
  if (!row.power) text += fmt::format("{} events", *row.events);
  if (!view.share || !row.n1) return text;
  return text + fmt::format("{}divided by the share with an event, {}, and rounded up: {}",
                            text.empty() ? "" : "\n  ", short_text(view.share->value),
                            patients_text(row, view.dropout));
}

std::string explain_share(const EventShare& share) {
  std::string out;
  for (const EventShare::Arm& arm : share.arms)
    out += explanation(
        {exponential, fmt::format("Share with an event, {} arm", arm.name), arm.symbols, arm.working},
        std::string());
  return out;
}

std::string explain_row(const DesignRow& row, const DesignView& view) {
  const char* what = row.power ? "Power" : row.events ? "Events" : "Patients";
  return explanation({*row.method, what, view.symbols, row.working}, rounded_text(row, view));
}

}  // namespace

Symbols symbols_of(const ProportionPlan& plan) {
  return {{"p1", short_text(plan.p1)},
          {"p2", short_text(plan.p2)},
          {"k", short_text(plan.ratio)},
          {"alpha", short_text(plan.alpha)}};
}

Symbols symbols_of(const ProportionPlan& plan, const SampleSize& given) {
  return {{"p1", short_text(plan.p1)},
          {"p2", short_text(plan.p2)},
          {"n1", count(given.n1)},
          {"n2", count(given.n2)},
          {"alpha", short_text(plan.alpha)}};
}

Symbols symbols_of(const SurvivalPlan& plan, const std::optional<double>& events) {
  Symbols symbols = {{"HR", short_text(plan.hazard_ratio)},
                     {"k", short_text(plan.ratio)},
                     {"alpha", short_text(plan.alpha)}};
  if (events) symbols.emplace_back("d", count(*events));
  return symbols;
}

Symbols symbols_of(double median, const Recruitment& recruitment) {
  return {{"median", short_text(median)},
          {"a", short_text(recruitment.accrual)},
          {"f", short_text(recruitment.follow_up)}};
}

Symbols symbols_of(const FutureArm& arm, const Fraction& limit) {
  return {{"n", std::to_string(arm.patients)},
          {"p", short_text(arm.risk)},
          {"l", short_text(static_cast<double>(limit.numerator) / static_cast<double>(limit.denominator))}};
}

Symbols symbols_of(const FutureArm& experimental, const FutureArm& control, const Fraction& limit) {
  return {{"n1", std::to_string(experimental.patients)},
          {"n2", std::to_string(control.patients)},
          {"p1", short_text(experimental.risk)},
          {"p2", short_text(control.risk)},
          {"l", short_text(static_cast<double>(limit.numerator) / static_cast<double>(limit.denominator))}};
}

std::string explain_design(const DesignView& view, const TextLook& look) {
  std::string text;
  if (view.share) text += explain_share(*view.share);
  for (const DesignRow& row : view.rows) text += explain_row(row, view);
  for (const StoppingRow& row : view.stopping) {
    const Method& method = row.kind == StoppingKind::below ? below : difference_above;
    text += explanation({method, "Probability", row.symbols, row.working},
                        "that is " + substituted(method.formula, row.symbols));
  }
  return in_lines(text, look);
}

}  // namespace trialcalc::report
