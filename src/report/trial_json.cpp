// Trials for programs: the list of them, and one in full, as JSON.
#include "report/json_writer.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

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
