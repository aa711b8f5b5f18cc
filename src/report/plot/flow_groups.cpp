#include "report/plot/flow_groups.hpp"

#include "trialcalc/lookup.hpp"

namespace trialcalc::report {

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }
std::string arm_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::optional<std::int64_t> number_at(const std::map<std::string, std::int64_t>& numbers,
                                      const std::string& arm) {
  const auto found = numbers.find(arm);
  return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Group> group_at(const Trial& trial, const std::string& path) {
  const std::string id = first_part(path), arm = arm_of(path);
  if (const Population* population = find_population(trial, id)) {
    const auto n = number_at(population->n, arm);
    return n ? std::optional(Group{population->name, *n}) : std::nullopt;
  }
  const Outcome* outcome = find_outcome(trial, id);
  if (!outcome) return {};
  const std::size_t slash = path.find('/'), last = path.rfind('/');
  if (slash == last) {
    const auto events = number_at(outcome->events, arm);
    return events ? std::optional(Group{outcome->name, *events}) : std::nullopt;
  }
  const std::string category = path.substr(slash + 1, last - slash - 1);
  for (const Category& one : outcome->categories)
    if (const auto count = number_at(one.counts, arm); one.id == category && count)
      return Group{one.name, *count};
  return {};
}

std::string SameGroups::root(std::string path) const {
  for (auto found = parent_.find(path); found != parent_.end() && found->second != path;
       found = parent_.find(path))
    path = found->second;
  return path;
}

}  // namespace trialcalc::report
