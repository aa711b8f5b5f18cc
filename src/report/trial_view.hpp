#pragma once
// Trials for a reader: the list of them, and one in full.

#include <optional>
#include <string>
#include <vector>

#include "report/grid.hpp"
#include "trialcalc/trial.hpp"

namespace trialcalc::report {

struct ListedTrial {
  std::string id, place;
  std::optional<Trial> trial;
  std::string problem;  ///< why the file is not a trial
};

Grid list_grid(const std::vector<ListedTrial>& trials);
std::string list_json(const std::vector<ListedTrial>& trials);

/// Arms, sources, populations, outcomes: one grid each.
std::vector<Grid> trial_grids(const Trial& trial);
std::string trial_text(const Trial& trial, const TextLook& look);
std::string trial_json(const Trial& trial);

std::string_view kind_word(OutcomeKind kind);          ///< "time-to-event"
std::string_view direction_word(Direction direction);  ///< "fewer-is-better"
std::string_view role_word(Role role);

/// "CAIRO6 phase 2 · grade 3 morbidity (primary, fewer is better)"
std::string outcome_title(const Trial& trial, const Outcome& outcome);

}  // namespace trialcalc::report
