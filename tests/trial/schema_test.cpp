// data/trial.schema.json says what the reader does: shown on a trial that has every key.
#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "paths.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/read_trial.hpp"

using namespace trialcalc;
using nlohmann::json;

namespace {

std::string file_text(const std::string& path) {
  std::ifstream file(trialcalc::tests::source_dir() + "/" + path);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

const json& schema() {
  static const json parsed = json::parse(trial_schema());
  return parsed;
}

const json& resolved(const json& definition) {
  return definition.contains("$ref")
             ? schema().at(json::json_pointer(definition["$ref"].get<std::string>().substr(1)))
             : definition;
}

using Visit = std::function<void(const json& definition, const json::json_pointer& at)>;

/// Walks the trial and the schema together; each part of the trial must have its place in the schema.
void walk(const json& definition, const json& part, const json::json_pointer& at, const Visit& visit) {
  const json& here = resolved(definition);
  visit(here, at);
  INFO(at.to_string());
  if (part.is_object())
    for (const auto& [key, value] : part.items()) {
      const bool listed = here.contains("properties") && here["properties"].contains(key);
      if (key.starts_with("$")) continue;
      const json& next = listed ? here["properties"][key] : here["additionalProperties"];
      CHECK(next.is_object());
      if (next.is_object()) walk(next, value, at / key, visit);
    }
  if (part.is_array())
    for (std::size_t i = 0; i < part.size(); ++i) walk(here.at("items"), part[i], at / i, visit);
}

const json& full() {
  static const json parsed = json::parse(file_text("tests/trial/full_trial.json"));
  return parsed;
}

std::vector<ReadError> errors_of(const json& trial) {
  try {
    read_trial(trial.dump(), "full.json");
  } catch (const BadTrial& bad) {
    return bad.errors();
  }
  return {};
}

bool misses_key(const json& trial, const std::string& key) {
  const auto errors = errors_of(trial);
  return std::any_of(errors.begin(), errors.end(),
                     [&](const ReadError& error) { return error.expected == "the key \"" + key + "\""; });
}

bool refuses(const json& trial, const json::json_pointer& at) {
  const auto errors = errors_of(trial);
  return std::any_of(errors.begin(), errors.end(), [&](const ReadError& error) {
    return error.pointer == at.to_string() && error.expected.starts_with("one of ");
  });
}

/// The keys that the reader's sources take: the first argument of each call on `fields`.
std::set<std::string> keys_of_reader() {
  std::set<std::string> keys;
  for (const char* path : {"src/trial/read_trial.cpp", "src/trial/read_outcomes.cpp"}) {
    const std::string text = file_text(path);
    for (auto at = text.find("fields."); at != std::string::npos; at = text.find("fields.", at + 1)) {
      const auto bracket = text.find('(', at), quote = text.find('"', bracket);
      const bool is_key = text.find_first_not_of(" \n", bracket + 1) == quote;
      if (is_key) keys.insert(text.substr(quote + 1, text.find('"', quote + 1) - quote - 1));
    }
  }
  return keys;
}

}  // namespace

TEST_CASE("the schema has just the keys that the reader takes", "[trial]") {
  std::set<std::string> listed;
  std::function<void(const json&)> gather = [&](const json& part) {
    if (part.is_object() && part.contains("additionalProperties") && part["additionalProperties"] == false)
      for (const auto& [key, value] : part["properties"].items())
        if (!key.starts_with("$")) listed.insert(key);
    if (part.is_structured())
      for (const json& inner : part) gather(inner);
  };
  gather(schema());
  CHECK(listed == keys_of_reader());
}

TEST_CASE("the full trial has every key of the schema, and the reader takes them", "[trial]") {
  CHECK(errors_of(full()).empty());
  // Of several objects of one definition, together.
  std::map<const json*, std::set<std::string>> used;
  walk(schema(), full(), json::json_pointer(), [&](const json& definition, const json::json_pointer& at) {
    if (definition.contains("properties"))
      for (const auto& [key, value] : full().at(at).items()) used[&definition].insert(key);
  });
  const auto& definitions = schema()["$defs"];
  const auto objects = std::count_if(definitions.begin(), definitions.end(), [](const json& definition) {
    return definition.contains("properties");
  });
  CHECK(used.size() == static_cast<std::size_t>(objects) + 1);  // and the trial itself
  for (const auto& [definition, keys] : used)
    for (const auto& [key, value] : (*definition)["properties"].items()) {
      INFO(key << " of " << definition->value("description", ""));
      CHECK((keys.contains(key) || key.starts_with("$")));
    }
}

TEST_CASE("required keys are the same for the schema and the reader", "[trial]") {
  walk(schema(), full(), json::json_pointer(), [&](const json& definition, const json::json_pointer& at) {
    if (!definition.contains("properties")) return;
    const json required = definition.value("required", json::array());
    for (const auto& [key, value] : full().at(at).items()) {
      json trial = full();
      trial.at(at).erase(key);
      INFO(at.to_string() << " " << key);
      CHECK(misses_key(trial, key) == (std::find(required.begin(), required.end(), key) != required.end()));
    }
  });
}

TEST_CASE("unknown keys are refused wherever the schema refuses them", "[trial]") {
  walk(schema(), full(), json::json_pointer(), [&](const json& definition, const json::json_pointer& at) {
    if (!definition.contains("properties")) return;
    json trial = full();
    trial.at(at)["unheard-of"] = 1;
    INFO(at.to_string());
    CHECK(definition["additionalProperties"] == false);
    REQUIRE(errors_of(trial).size() == 1);
    CHECK(errors_of(trial)[0].pointer == at.to_string() + "/unheard-of");
    trial.at(at).erase("unheard-of");
    trial.at(at)["$comment"] = "free text";
    CHECK(errors_of(trial).empty());
  });
}

TEST_CASE("choices are the same for the schema and the reader", "[trial]") {
  int choices = 0;
  walk(schema(), full(), json::json_pointer(), [&](const json& definition, const json::json_pointer& at) {
    if (!definition.contains("enum") && !definition.contains("const")) return;
    ++choices;
    json trial = full();
    INFO(at.to_string());
    for (const json& choice :
         definition.contains("enum") ? definition["enum"] : json::array({definition["const"]})) {
      trial.at(at) = choice;
      CHECK_FALSE(refuses(trial, at));
    }
    trial.at(at) = "unheard-of";
    CHECK(refuses(trial, at));
    // The reader's message lists its choices.
    const auto errors = errors_of(trial);
    const auto told = std::find_if(errors.begin(), errors.end(),
                                   [](const auto& e) { return e.expected.starts_with("one of "); });
    REQUIRE(told != errors.end());
    const auto commas = std::count(told->expected.begin(), told->expected.end(), ',');
    CHECK(static_cast<std::size_t>(commas) + 1 ==
          (definition.contains("enum") ? definition["enum"].size() : 1));
  });
  CHECK(choices >= 10);
}
