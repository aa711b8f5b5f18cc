#include "report/outcome_view.hpp"

#include "report/outcome_plain.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

ArmLabel label_of(const TrialArm* arm) { return arm ? ArmLabel{arm->id, arm->name} : ArmLabel{}; }

}  // namespace

ComparisonView comparison_view(const OutcomesView& view, std::size_t index) {
  const OutcomeResult& result = view.results[index];
  return {.comparison = *result.comparison,
          .labels = {result.outcome->id, label_of(view.arms.experimental), label_of(view.arms.control)},
          .title = outcome_title(view.trial, *result.outcome),
          .more_is_better = result.outcome->direction == Direction::more_is_better,
          .style = view.styles[index],
          .printed = result.printed,
          .event = result.outcome->name,
          .direction = result.outcome->direction,
          .with_sentence = view.with_sentences};
}

std::string outcome_text(const OutcomesView& view, std::size_t index, const TextLook& look) {
  if (view.results[index].comparison) return comparison_text(comparison_view(view, index), look);
  std::string out;
  for (const Grid& grid : plain_grids(view, index)) out += (out.empty() ? "" : "\n") + to_text(grid, look);
  return out;
}

std::vector<Grid> outcome_grids(const OutcomesView& view, std::size_t index) {
  if (view.results[index].comparison) return comparison_grids(comparison_view(view, index));
  return plain_grids(view, index);
}

}  // namespace trialcalc::report
