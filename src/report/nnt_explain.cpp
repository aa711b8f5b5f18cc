#include "report/nnt_explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/explain.hpp"

namespace trialcalc::report {

namespace {

constexpr Method from_risks = {.key = "nnt",
                               .name = "reciprocal of the risk difference",
                               .formula = "1 / |D|, D = p1 - p2",
                               .source = "Laupacis, Sackett & Roberts 1988, N Engl J Med 318:1728"};

/// A ratio in the letters of its formula.
struct RatioRow {
  RatioMeasure measure;
  const char *ratio, *baseline;
  Method method;
};
constexpr RatioRow ratio_rows[] = {
    {RatioMeasure::hazard_ratio,
     "HR",
     "S",
     {.key = "hazard-ratio",
      .name = "hazard ratio at a survival S",
      .formula = "1 / |D|, D = S - S^HR",
      .source = "Altman & Andersen 1999, BMJ 319:1492"}},
    {RatioMeasure::odds_ratio,
     "OR",
     "r",
     {.key = "odds-ratio",
      .name = "odds ratio at a baseline risk r",
      .formula = "1 / |D|, D = OR r / (1 - r + OR r) - r",
      .source = "Higgins & Green 2011, Cochrane Handbook 12.5.4.3"}},
    {RatioMeasure::risk_ratio,
     "RR",
     "r",
     {.key = "risk-ratio",
      .name = "risk ratio at a baseline risk r",
      .formula = "1 / |D|, D = RR r - r",
      .source = "McQuay & Moore 1997, Ann Intern Med 126:712"}},
};

/// The estimate, and after it the difference's limits where they were given rather than computed.
std::string result_text(const NntView& view) {
  const Interval& difference = view.difference.interval;
  const std::string nnt = nnt_text(1 / *difference.estimate, view.more_is_better, {});
  if (!difference.not_estimable.empty() || view.difference.method) return "gives " + nnt;
  const bool ratio = std::holds_alternative<RatioAtBaseline>(view.origin);
  return fmt::format("gives {}\n  {}: {} to {}", nnt,
                     ratio ? "D with the limits of the ratio put in" : "D has the limits given",
                     plain_text(difference.lower), plain_text(difference.upper));
}

/// The number itself, by what it comes from.
struct Estimate {
  const NntView& view;

  std::string operator()(const TwoByTwo& table) const {
    const Confidence confidence(view.level);
    const Symbols symbols = symbols_of(table, confidence.z());
    const TwoRisks risks{table.experimental.risk(), table.control.risk()};
    std::string out = explanation({from_risks, what, symbols, nnt_working(risks)}, result_text(view));
    const auto& method = static_cast<const IntervalMethod&>(*view.difference.method);
    const bool has_working = method.working && view.difference.interval.not_estimable.empty();
    return out + explanation({method, std::string(measure_name(Measure::risk_difference)), symbols,
                              has_working ? method.working(table, confidence) : Working()},
                             view.difference.interval);
  }
  std::string operator()(const TwoRisks& risks) const {
    const Symbols symbols = {{"p1", plain_text(risks.experimental)}, {"p2", plain_text(risks.control)}};
    return explanation({from_risks, what, symbols, nnt_working(risks)}, result_text(view));
  }
  std::string operator()(const RatioAtBaseline& at) const {
    const auto row = std::find_if(std::begin(ratio_rows), std::end(ratio_rows),
                                  [&](const RatioRow& one) { return one.measure == at.measure; });
    const Symbols symbols = {{row->ratio, short_text(at.ratio)}, {row->baseline, short_text(at.baseline)}};
    return explanation({row->method, what, symbols, nnt_working(at)}, result_text(view));
  }

  const std::string what{measure_name(Measure::nnt)};
};

}  // namespace

std::string explain_nnt(const NntView& view, const TextLook& look) {
  std::string text = std::visit(Estimate{view}, view.origin);
  if (view.difference.interval.not_estimable.empty())
    text += explanation_of_reciprocal(reciprocal(view.difference));
  return in_lines(text, look);
}

}  // namespace trialcalc::report
