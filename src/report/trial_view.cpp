#include "report/trial_view.hpp"

#include <algorithm>

#include "report/plain_text.hpp"
#include "trialcalc/lookup.hpp"

namespace trialcalc::report {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string sizes_text(const Trial& trial, const std::map<std::string, std::int64_t>& sizes) {
  std::string text;
  const auto add = [&](const std::string& arm) {
    const auto found = sizes.find(arm);
    if (found != sizes.end()) text += (text.empty() ? "" : ", ") + std::to_string(found->second) + " " + arm;
  };
  for (const TrialArm& arm : trial.arms) add(arm.id);
  add(std::string(total_column));
  return text;
}

std::string direction_text(Direction direction) {
  std::string text(direction_word(direction));
  std::replace(text.begin(), text.end(), '-', ' ');
  return direction == Direction::neutral ? std::string() : text;
}

std::string outcome_properties(const Outcome& outcome) {
  std::vector<std::string> words = {std::string(kind_word(outcome.kind))};
  if (outcome.primary) words.emplace_back("primary");
  if (outcome.direction != Direction::neutral) words.push_back(direction_text(outcome.direction));
  return joined(words);
}

Grid arms_of(const Trial& trial) {
  Grid grid{"Arms", {{"Id"}, {"Role"}, {"Name"}}, {}, {}};
  for (const TrialArm& arm : trial.arms) grid.add({arm.id, std::string(role_word(arm.role)), arm.name});
  return grid;
}

Grid sources_of(const Trial& trial) {
  Grid grid{"Sources", {{"Id"}, {"Kind"}, {"Citation"}}, {}, {}};
  for (const Source& source : trial.sources)
    grid.add({source.id, source.kind, source.citation + (source.doi.empty() ? "" : " doi:" + source.doi)});
  return grid;
}

Grid populations_of(const Trial& trial) {
  Grid grid{"Populations", {{"Id"}, {"Patients"}, {"Name"}}, {}, {}};
  for (const Population& population : trial.populations)
    grid.add({population.id, sizes_text(trial, population.n), population.name});
  return grid;
}

Grid outcomes_of(const Trial& trial) {
  Grid grid{"Outcomes", {{"Id"}, {"Name"}, {"Kind"}, {"Aliases"}}, {}, {}};
  for (const Outcome& outcome : trial.outcomes)
    grid.add({outcome.id, outcome.name, outcome_properties(outcome), joined(outcome.aliases)});
  return grid;
}

std::string heading_of(const Trial& trial) {
  std::string text = trial.name.empty() ? trial.id : trial.name;
  if (!trial.title.empty()) text += " \u00B7 " + trial.title;
  if (!trial.registration.empty()) text += " (" + trial.registration + ")";
  return text;
}

}  // namespace

std::string_view kind_word(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::categorical:
      return "categorical";
    case OutcomeKind::continuous:
      return "continuous";
    case OutcomeKind::time_to_event:
      return "time-to-event";
    case OutcomeKind::binary:
      break;
  }
  return "binary";
}

std::string_view direction_word(Direction direction) {
  switch (direction) {
    case Direction::fewer_is_better:
      return "fewer-is-better";
    case Direction::more_is_better:
      return "more-is-better";
    case Direction::neutral:
      break;
  }
  return "neutral";
}

std::string_view role_word(Role role) {
  switch (role) {
    case Role::experimental:
      return "experimental";
    case Role::control:
      return "control";
    case Role::other:
      break;
  }
  return "other";
}

std::string outcome_title(const Trial& trial, const Outcome& outcome) {
  std::vector<std::string> words;
  if (outcome.primary) words.emplace_back("primary");
  if (outcome.direction != Direction::neutral) words.push_back(direction_text(outcome.direction));
  std::string text = (trial.name.empty() ? trial.id : trial.name) + " \u00B7 " + outcome.name;
  if (!words.empty()) text += " (" + joined(words) + ")";
  return text;
}

Grid list_grid(const std::vector<ListedTrial>& trials) {
  Grid grid{"", {{"Id"}, {"Name"}, {"Arms", Align::right}, {"Outcomes", Align::right}, {"From"}}, {}, {}};
  for (const ListedTrial& entry : trials) {
    if (entry.trial)
      grid.add({entry.id, entry.trial->name, std::to_string(entry.trial->arms.size()),
                std::to_string(entry.trial->outcomes.size()), entry.place});
    else
      grid.add({entry.id, "not a trial file: " + entry.problem, "", "", entry.place});
  }
  return grid;
}

std::vector<Grid> trial_grids(const Trial& trial) {
  return {arms_of(trial), sources_of(trial), populations_of(trial), outcomes_of(trial)};
}

std::string trial_text(const Trial& trial, const TextLook& look) {
  std::string out = paragraph(heading_of(trial), look);
  for (Grid& grid : trial_grids(trial)) {
    if (grid.rows.empty()) continue;
    out += '\n' + grid.title + "\n";
    grid.title.clear();
    out += to_text(grid, look);
  }
  return out;
}

}  // namespace trialcalc::report
