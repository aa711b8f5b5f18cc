#include "verify/claims.hpp"

#include <algorithm>

namespace trialcalc::verify {

/// "Table 2" of "Table 2, footnote e": places are compared by their first word and number.
static std::string_view place_name(std::string_view where) {
  return where.substr(0, where.find_first_of(",;:("));
}

static std::string quantity_key(const std::string& entity, const std::string& category,
                                const std::string& arm) {
  return entity + "/" + category + "/" + arm;
}

ClaimIndex::ClaimIndex(const Trial& trial, const std::vector<Claim>& claims)
    : trial_(trial), claims_(claims) {
  for (const Outcome& outcome : trial.outcomes) outcomes_.emplace(outcome.id, &outcome);
  for (const Population& population : trial.populations) populations_.emplace(population.id, &population);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (claim.cell) by_cell_[claim.cell].push_back(i);
    if (claim.reported) by_entry_[claim.reported].push_back(i);
    const bool quantity = claim.is_count() || (claim.population && claim.kind == "n");
    if (quantity && claim.is_whole())
      by_quantity_[quantity_key(claim.entity, claim.category, claim.arm)].push_back(i);
  }
}

const std::vector<std::size_t>& ClaimIndex::in_entry(const Reported& reported) const {
  static const std::vector<std::size_t> nothing;
  const auto found = by_entry_.find(&reported);
  return found == by_entry_.end() ? nothing : found->second;
}

std::size_t ClaimIndex::in_cell(const Claim& claim, std::string_view kind) const {
  const auto found = by_cell_.find(claim.cell);
  if (found == by_cell_.end()) return none;
  for (std::size_t i : found->second)
    if (kind == "count" ? claims_[i].is_count() : claims_[i].kind == kind) return i;
  return none;
}

/// How close two claims stand: in one entry, in one place, in one report.
static int nearness(const Claim& a, const Claim& b) {
  if (a.reported && a.reported == b.reported) return 3;
  if (a.source != b.source) return 0;
  return place_name(a.where) == place_name(b.where) ? 2 : 1;
}

std::size_t ClaimIndex::best(const std::string& entity, const std::string& category, const std::string& arm,
                             const Claim& near) const {
  const auto candidates = by_quantity_.find(quantity_key(entity, category, arm));
  if (candidates == by_quantity_.end()) return none;
  std::size_t found = none;
  int closest = 0;  // another report's number is not this report's input
  for (std::size_t i : candidates->second)
    if (nearness(claims_[i], near) > closest) {
      closest = nearness(claims_[i], near);
      found = i;
    }
  return found;
}

const Outcome* ClaimIndex::outcome(const std::string& id) const {
  const auto found = outcomes_.find(id);
  return found == outcomes_.end() ? nullptr : found->second;
}

const Population* ClaimIndex::population(const std::string& id) const {
  const auto found = populations_.find(id);
  return found == populations_.end() ? nullptr : found->second;
}

Operand ClaimIndex::count(const Outcome& outcome, const std::string& category, const std::string& arm,
                          const Claim& near) const {
  const std::size_t claim = best(outcome.id, category, arm, near);
  if (claim != none) return {claim, {}};
  return {none, count_in_file(trial_, outcome, category, arm)};
}

Operand ClaimIndex::size(const std::string& population, const std::string& arm, const Claim& near) const {
  const std::size_t claim = best(population, "", arm, near);
  if (claim != none) return {claim, {}};
  if (const Population* found = this->population(population)) return {none, size_in_file(found->n, arm)};
  return {};
}

Operand ClaimIndex::size(const Claim& near, const std::string& arm) const {
  const std::size_t own = arm == near.arm ? in_cell(near, "n") : none;
  if (own != none && claims_[own].is_whole()) return {own, {}};
  if (near.row && !near.row->population.empty()) return size(near.row->population, arm, near);
  if (!near.outcome) return {};
  if (!near.outcome->n.empty()) return {none, size_in_file(near.outcome->n, arm)};
  return size(near.outcome->population, arm, near);
}

Operand ClaimIndex::path(const std::string& path, const Claim& near) const {
  const auto first = path.find('/'), last = path.rfind('/');
  const std::string entity = path.substr(0, first), arm = path.substr(last + 1);
  if (population(entity)) return size(entity, arm, near);
  const Outcome* found = outcome(entity);
  if (!found) return {};
  const std::string category = first == last ? "events" : path.substr(first + 1, last - first - 1);
  return count(*found, category, arm, near);
}

std::optional<std::int64_t> size_in_file(const std::map<std::string, std::int64_t>& n,
                                         const std::string& arm) {
  if (const auto found = n.find(arm); found != n.end()) return found->second;
  if (arm != total_column || n.empty()) return {};
  std::int64_t sum = 0;
  for (const auto& [id, size] : n) sum += size;
  return sum;
}

std::optional<std::int64_t> size_in_file(const Trial& trial, const Outcome& outcome, const std::string& arm) {
  if (!outcome.n.empty()) return size_in_file(outcome.n, arm);
  for (const Population& population : trial.populations)
    if (population.id == outcome.population) return size_in_file(population.n, arm);
  return {};
}

std::optional<std::int64_t> count_in_file(const Trial& trial, const Outcome& outcome,
                                          const std::string& category, const std::string& arm) {
  if (outcome.kind == OutcomeKind::categorical) {
    for (const Category& item : outcome.categories)
      if (item.id == category) return size_in_file(item.counts, arm);
    return {};
  }
  const auto events = size_in_file(outcome.events, arm);
  if (category != "no-events" || !events) return events;
  const auto n = size_in_file(trial, outcome, arm);
  return n ? std::optional(*n - *events) : std::nullopt;
}

}  // namespace trialcalc::verify
