#include "report/outcome_plain.hpp"

#include <algorithm>

#include "report/outcome_rows.hpp"
#include "report/sentences.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

bool any_total(const OutcomeResult& result) {
  return std::any_of(result.rows.begin(), result.rows.end(),
                     [](const CategoryResult& row) { return row.total.counts.has_value(); });
}

Grid counts_grid(const OutcomesView& view, const OutcomeResult& result, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"", Align::left},
                  {view.arms.experimental ? view.arms.experimental->name : "", Align::centre},
                  {view.arms.control ? view.arms.control->name : "", Align::centre},
                  {"Total", Align::centre}};
  if (any_counts(result)) {
    for (const CategoryResult& row : result.rows)
      grid.add({row.name, cell_of(row.experimental, style), cell_of(row.control, style),
                cell_of(row.total, style)});
    if (!any_total(result)) grid.columns.pop_back();
  } else {
    add_printed_rows(grid, view, *result.outcome, "");
  }
  return grid;
}

/// Effects as printed, tests beside the printed P values.
Grid tests_grid(const OutcomeResult& result, const NumberStyle& style) {
  Grid grid;
  grid.columns = {{"", Align::left},
                  {"Recomputed", Align::centre},
                  {"Reported", Align::centre},
                  {"", Align::left},
                  {"", Align::left, true}};
  std::vector<const Beside*> p_values;
  for (const Beside& item : result.printed) {
    if (item.kind == Beside::Kind::other_effect)
      grid.add({effect_name(item.effect), "-", item.text, "", "as reported"});
    if (item.kind == Beside::Kind::p) p_values.push_back(&item);
  }
  for (std::size_t i = 0; i < std::max(result.tests.size(), p_values.size()); ++i) {
    const MethodTest* test = i < result.tests.size() ? &result.tests[i] : nullptr;
    const Beside* printed = i < p_values.size() ? p_values[i] : nullptr;
    const bool none = test && !test->result.not_estimable.empty();
    grid.add({i == 0 ? std::string(style.p_word) : "",
              !test  ? "-"
              : none ? "not estimable: " + std::string(test->result.not_estimable)
                     : p_text(test->result.p, style),
              printed ? printed->text : "-",
              printed && printed->reproduced ? mark(*printed->reproduced) : GridCell(),
              test ? std::string(test->method->name) : "as reported"});
  }
  return grid;
}

std::string note_of(const OutcomeResult& result) {
  if (result.outcome->kind == OutcomeKind::time_to_event)
    return "As reported: recomputing it needs the patients' times.";
  if (result.outcome->kind == OutcomeKind::continuous && result.tests.empty())
    return "As reported: there is no mean with its SD for both arms.";
  return {};
}

}  // namespace

std::vector<Grid> plain_grids(const OutcomesView& view, std::size_t index) {
  const OutcomeResult& result = view.results[index];
  std::vector<Grid> grids = {counts_grid(view, result, view.styles[index]),
                             tests_grid(result, view.styles[index])};
  grids[0].title = outcome_title(view.trial, *result.outcome);
  if (const std::string note = note_of(result); !note.empty()) grids[0].notes.push_back(note);
  if (grids[1].rows.empty()) grids.pop_back();
  for (const std::string& sentence : hazard_sentences(*result.outcome, view.arms))
    grids.back().notes.push_back(sentence);
  return grids;
}

}  // namespace trialcalc::report
