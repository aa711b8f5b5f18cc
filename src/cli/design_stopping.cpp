#include <cmath>

#include "cli/design_plans.hpp"
#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/words.hpp"
#include "report/design_explain.hpp"
#include "trialcalc/counts.hpp"
#include "trialcalc/stopping.hpp"

namespace trialcalc::cli {

namespace {

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

}  // namespace

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
    view.stopping.push_back({"experimental arm below " + without_marks(*options.below),
                             probability_below(experimental, limit), report::StoppingKind::below,
                             report::symbols_of(experimental, limit), below_working(experimental, limit)});
  }
  if (options.difference_above) {
    const Fraction limit = fraction_of(*options.difference_above, "--difference-above");
    view.stopping.push_back(
        {"experimental above control by more than " + without_marks(*options.difference_above),
         probability_difference_above(experimental, control, limit), report::StoppingKind::difference_above,
         report::symbols_of(experimental, control, limit),
         difference_above_working(experimental, control, limit)});
  }
  return view;
}

}  // namespace trialcalc::cli
