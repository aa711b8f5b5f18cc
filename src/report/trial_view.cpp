#include "report/trial_view.hpp"

#include <algorithm>

#include "report/json_writer.hpp"
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

void write_sizes(JsonWriter& json, std::string_view key, const std::map<std::string, std::int64_t>& sizes) {
  if (sizes.empty()) return;
  json.key(key).begin_object();
  for (const auto& [arm, n] : sizes) json.member(arm, n);
  json.end_object();
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& words) {
  json.key(key).begin_array();
  for (const std::string& word : words) json.value(word);
  json.end_array();
}

void write_arms(JsonWriter& json, const Trial& trial) {
  json.key("arms").begin_array();
  for (const TrialArm& arm : trial.arms)
    json.begin_object()
        .member("id", arm.id)
        .member("name", arm.name)
        .member("role", role_word(arm.role))
        .end_object();
  json.end_array();
}

void write_sources(JsonWriter& json, const Trial& trial) {
  json.key("sources").begin_array();
  for (const Source& source : trial.sources) {
    json.begin_object()
        .member("id", source.id)
        .member("kind", source.kind)
        .member("citation", source.citation);
    json.member_if("doi", source.doi).member_if("style", source.style).member_if("level", source.level);
    write_strings(json, "tests", source.tests);
    json.end_object();
  }
  json.end_array();
}

void write_outcome(JsonWriter& json, const Outcome& outcome) {
  json.begin_object().member("id", outcome.id).member("name", outcome.name);
  write_strings(json, "aliases", outcome.aliases);
  json.member("kind", kind_word(outcome.kind)).member("direction", direction_word(outcome.direction));
  json.member("primary", outcome.primary)
      .member_if("population", outcome.population)
      .member_if("unit", outcome.unit);
  write_sizes(json, "n", outcome.n);
  write_sizes(json, "events", outcome.events);
  if (!outcome.categories.empty()) {
    json.key("categories").begin_array();
    for (const Category& category : outcome.categories) {
      json.begin_object().member("id", category.id).member("name", category.name);
      write_sizes(json, "counts", category.counts);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
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

std::string list_json(const std::vector<ListedTrial>& trials) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("schema", "trialcalc/trial-list/1").key("trials").begin_array();
  for (const ListedTrial& entry : trials) {
    json.begin_object().member("id", entry.id).member("place", entry.place);
    if (entry.trial)
      json.member("name", entry.trial->name)
          .member("title", entry.trial->title)
          .member("arms", entry.trial->arms.size())
          .member("outcomes", entry.trial->outcomes.size());
    json.member_if("problem", entry.problem).end_object();
  }
  json.end_array().end_object();
  return out + '\n';
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

std::string trial_json(const Trial& trial) {
  std::string out;
  JsonWriter json(out);
  json.begin_object()
      .member("schema", "trialcalc/trial-summary/1")
      .member("id", trial.id)
      .member("name", trial.name);
  json.member_if("title", trial.title).member_if("registration", trial.registration);
  write_arms(json, trial);
  write_sources(json, trial);
  json.key("populations").begin_array();
  for (const Population& population : trial.populations) {
    json.begin_object().member("id", population.id).member("name", population.name);
    write_sizes(json, "n", population.n);
    json.end_object();
  }
  json.end_array().key("outcomes").begin_array();
  for (const Outcome& outcome : trial.outcomes) write_outcome(json, outcome);
  json.end_array().end_object();
  return out + '\n';
}

}  // namespace trialcalc::report
