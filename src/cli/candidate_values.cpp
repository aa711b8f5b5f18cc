#include "cli/candidate_values.hpp"

#include <algorithm>
#include <map>

#include "cli/subcommand.hpp"
#include "report/number_style.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/methods.hpp"
#include "trialcalc/read_trial.hpp"

namespace trialcalc::cli {

namespace {

using Keys = std::vector<std::string_view>;

/// Which families of methods --ci and --test of a subcommand name; two arms where it is not in the list.
struct Families {
  Keys intervals, tests;
};

Families families_of(std::string_view subcommand) {
  static const std::map<std::string_view, Families> own = {
      {"table", {{}, {"table"}}},
      {"strata", {{"strata-risk-ratio", "strata-risk-difference", "strata-odds-ratio"}, {"strata-test"}}},
      {"means", {{"means", "standardised"}, {"means-test"}}},
      {"paired", {{"paired"}, {"paired-test"}}},
      {"proportion", {{"proportion"}, {}}}};
  const auto found = own.find(subcommand);
  if (found != own.end()) return found->second;
  return {{"risk-ratio", "risk-difference", "odds-ratio", "proportion"}, {"test", "noninferiority"}};
}

std::vector<Candidate> methods_of(const Keys& families) {
  std::vector<Candidate> found;
  for (const MethodFamily& family : method_families()) {
    if (std::find(families.begin(), families.end(), family.key) == families.end()) continue;
    for (const Method* method : family.methods)
      if (std::none_of(found.begin(), found.end(),
                       [&](const Candidate& one) { return one.word == method->key; }))
        found.push_back({std::string(method->key), std::string(method->name)});
  }
  return found;
}

std::vector<Candidate> with_all(std::vector<Candidate> found) {
  found.push_back({"all", "every method"});
  return found;
}

std::vector<Candidate> words(const Keys& keys) {
  std::vector<Candidate> found;
  for (const std::string_view key : keys) found.push_back({std::string(key), ""});
  return found;
}

/// The value of --data on this line, wherever it stands.
std::string data_folder(const std::vector<std::string>& line) {
  const auto option = std::find(line.begin(), line.end(), "--data");
  return option == line.end() || option + 1 == line.end() ? "" : *(option + 1);
}

/// The trial named on the line; none where it can't be read: completion is silent about errors.
std::optional<Trial> named_trial(const std::vector<std::string>& before,
                                 const std::vector<std::string>& line) {
  if (before.empty() || before[0] == "-") return {};
  try {
    return Library(data_folder(line)).read(before[0]);
  } catch (const std::exception&) {
    return {};
  }
}

std::vector<Candidate> trials(const std::vector<std::string>& line) {
  std::vector<Candidate> found;
  try {
    for (const std::string& id : Library(data_folder(line)).ids()) found.push_back({id, "trial"});
  } catch (const NoTrial&) {
  }
  return found;
}

std::vector<Candidate> outcomes(const std::optional<Trial>& trial) {
  std::vector<Candidate> found;
  if (trial)
    for (const Outcome& outcome : trial->outcomes) found.push_back({outcome.id, outcome.name});
  return found;
}

/// "2" for "Table 2", which is how --table takes it without a space.
std::vector<Candidate> tables(const std::optional<Trial>& trial) {
  std::vector<Candidate> found;
  if (trial)
    for (const Table& table : trial->tables)
      found.push_back({table.name.substr(table.name.rfind(' ') + 1), table.name});
  return found;
}

std::vector<Candidate> styles() {
  std::vector<Candidate> found;
  for (const report::NumberStyle& style : report::number_styles())
    found.push_back({std::string(style.key), ""});
  return found;
}

std::vector<Candidate> method_keys() {
  Keys families;
  for (const MethodFamily& family : method_families()) families.push_back(family.key);
  std::vector<Candidate> found = methods_of(families);
  for (const MethodFamily& family : method_families())
    found.push_back({std::string(family.key), std::string(family.title)});
  return found;
}

std::vector<Candidate> subcommand_names() {
  std::vector<Candidate> found;
  for (const Subcommand& row : subcommands())
    found.push_back({std::string(row.name), std::string(row.sentence)});
  return found;
}

}  // namespace

std::vector<Candidate> values_of(std::string_view subcommand, const std::string& name,
                                 const std::vector<std::string>& before,
                                 const std::vector<std::string>& line) {
  if (name.starts_with("TRIAL")) return trials(line);
  if (name == "KEY") return method_keys();
  if (name == "SUBCOMMAND") return subcommand_names();
  if (name == "SHELL") return words({"bash", "zsh", "fish"});
  if (name == "DESIGN") return words({"two-proportions", "logrank"});
  if (name == "--outcome") return outcomes(named_trial(before, line));
  if (name == "--table") return tables(named_trial(before, line));
  if (name == "--ci" || name == "--ci-method") return with_all(methods_of(families_of(subcommand).intervals));
  if (name == "--test") return with_all(methods_of(families_of(subcommand).tests));
  if (name == "--measure") return words({"rr", "rd", "or", "nnt", "all"});
  if (name == "--alternative") return words({"two-sided", "less", "greater"});
  if (name == "--style") return styles();
  if (name == "--color") return words({"auto", "always", "never"});
  return {};
}

}  // namespace trialcalc::cli
