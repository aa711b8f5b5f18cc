#include "trial/references.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "trial/slips.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc::json {

namespace {

/// The value a pointer leads to; the nearest one above it when the last steps are not there.
const Node& follow(const Node& root, const std::string& pointer) {
  const Node* node = &root;
  std::size_t from = 1;
  while (from <= pointer.size() && !pointer.empty()) {
    const std::size_t to = std::min(pointer.find('/', from), pointer.size());
    const std::string token = pointer.substr(from, to - from);
    const Node* next = nullptr;
    if (node->type == Type::array) {
      const std::size_t index = std::stoul(token);
      if (index < node->items.size()) next = &node->items[index];
    }
    for (const auto& [name, member] : node->members)
      if (pointer_token(name) == token) next = &member;
    if (!next) break;
    node = next;
    from = to + 1;
  }
  return *node;
}

using Names = std::set<std::string>;

/// The ids that may stand in one kind of place.
struct Known {
  Names names;
  std::string what;
  bool whole = true;  ///< false: some could not be read, so an unknown one proves nothing
};

/// Rows without categories: sizes of a population, means of an outcome.
const Known whole_group{{""}, "no category here"};

class Checker {
 public:
  Checker(const Trial& trial, const Value& root) : trial_(trial), root_(root), slips_(root) {
    gather("arms", trial.arms, arms_);
    columns_ = {arms_.names, "an arm's id or \"total\"", arms_.whole};
    columns_.names.insert(std::string(total_column));
    gather("sources", trial.sources, sources_);
    gather("populations", trial.populations, populations_);
    gather("outcomes", trial.outcomes, outcomes_);
    populations_.whole = populations_.whole || !slips_.has("populations");
    for (const Population& population : trial.populations)
      population_by_id_.emplace(population.id, &population);
    for (const Outcome& outcome : trial.outcomes)
      categories_by_id_.emplace(outcome.id, categories_of(outcome));
  }

  void run() {
    check_arms();
    check_unique();
    for (std::size_t i = 0; i < trial_.populations.size(); ++i) check_population(i);
    for (std::size_t i = 0; i < trial_.outcomes.size(); ++i) check_outcome(i);
    for (std::size_t i = 0; i < trial_.identities.size(); ++i) check_identity(i);
    for (std::size_t i = 0; i < trial_.tables.size(); ++i) check_table(i);
    check_rest();
  }

 private:
  template <class Item>
  void gather(const std::string& list, const std::vector<Item>& items, Known& known) {
    known.whole = slips_.has(list) && slips_.whole(list, items.size(), "id");
    for (const Item& item : items) known.names.insert(item.id);
  }

  void fail(const std::string& pointer, const std::string& expected, const std::string& found) {
    if (slips_.at(pointer)) return;
    const Node& node = root_.errors->full() ? *root_.node : follow(*root_.node, pointer);
    root_.errors->add(node, pointer, expected, found);
  }

  bool check_name(const std::string& pointer, const std::string& name, const Known& known) {
    if (!known.whole || known.names.contains(name)) return true;
    std::string near;
    if (!root_.errors->full()) {
      const std::vector<std::string> candidates(known.names.begin(), known.names.end());
      near = nearest(name, candidates);
    }
    fail(pointer, known.what + (near.empty() ? "" : " (did you mean \"" + near + "\"?)"),
         "\"" + excerpt(name) + "\"");
    return false;
  }

  /// A required reference: told once when the key itself is missing.
  void check_reference(const std::string& object, const std::string& key, const std::string& id,
                       const Known& known) {
    if (!id.empty()) check_name(object + "/" + key, id, known);
  }

  /// An id that stands twice is missing elsewhere: false tells that the list's ids are not all known.
  template <class Item>
  bool check_once(const std::string& list, const std::vector<Item>& items, Names& seen) {
    bool once = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].id.empty() || seen.insert(items[i].id).second) continue;
      fail(step(list, i) + "/id", "an id that nothing else has", "\"" + items[i].id + "\" again");
      once = false;
    }
    return once;
  }

  void check_arms() {
    const auto with = [this](Role role) {
      return std::count_if(trial_.arms.begin(), trial_.arms.end(),
                           [role](const TrialArm& arm) { return arm.role == role; });
    };
    if (!slips_.has("arms")) return;
    if (trial_.arms.size() < 2) fail("/arms", "two arms or more", std::to_string(trial_.arms.size()));
    if (!slips_.whole("arms", trial_.arms.size(), "role")) return;
    if (with(Role::experimental) != 1 || with(Role::control) != 1)
      fail("/arms", "one arm with the role experimental and one with the role control",
           std::to_string(with(Role::experimental)) + " and " + std::to_string(with(Role::control)));
  }

  void check_unique() {
    Names arms, sources, entities, identities;
    arms_.whole &= check_once("/arms", trial_.arms, arms);
    for (std::size_t i = 0; i < trial_.arms.size(); ++i) {
      if (trial_.arms[i].id != total_column) continue;
      fail(step("/arms", i) + "/id", "an id other than \"total\"", "\"total\"");
      arms_.whole = false;
    }
    columns_.whole = arms_.whole;
    sources_.whole &= check_once("/sources", trial_.sources, sources);
    populations_.whole &= check_once("/populations", trial_.populations, entities);
    outcomes_.whole &= check_once("/outcomes", trial_.outcomes, entities);
    check_once("/identities", trial_.identities, identities);
    for (std::size_t i = 0; i < trial_.outcomes.size(); ++i)
      for (std::size_t k = 0; k < trial_.outcomes[i].aliases.size(); ++k)
        if (const std::string& alias = trial_.outcomes[i].aliases[k];
            !alias.empty() && !entities.insert(alias).second)
          fail(step(step("/outcomes", i) + "/aliases", k), "an alias that nothing else has",
               "\"" + alias + "\" again");
  }

  template <class Map>
  void check_columns(const std::string& pointer, const Map& by_arm) {
    for (const auto& [arm, value] : by_arm) check_name(child(pointer, arm), arm, columns_);
  }

  void check_sizes(const std::string& pointer, const std::map<std::string, std::int64_t>& sizes) {
    check_columns(pointer, sizes);
    for (const auto& [arm, n] : sizes)
      if (n == 0) fail(child(pointer, arm), "at least one patient", "0");
  }

  void check_population(std::size_t index) {
    const std::string pointer = step("/populations", index);
    const Population& population = trial_.populations[index];
    check_sizes(pointer + "/n", population.n);
    for (std::size_t i = 0; i < population.reported.size(); ++i)
      check_reported(step(pointer + "/reported", i), population.reported[i], whole_group);
  }

  using Sizes = std::map<std::string, std::int64_t>;

  /// The group an outcome counts in: the patients of one arm, or of all arms when no total is given.
  static std::optional<std::int64_t> size_of(const Sizes& sizes, const std::string& arm) {
    if (const auto n = sizes.find(arm); n != sizes.end()) return n->second;
    if (arm != total_column) return {};
    std::int64_t sum = 0;
    for (const auto& [id, n] : sizes) sum += n;
    return sum;
  }

  /// The sizes that bound an outcome's counts; none when they could not be read, which is told already.
  const Sizes* sizes_of(const Outcome& outcome, const std::string& pointer) {
    if (slips_.within(pointer + "/n") || slips_.at(pointer) || slips_.at(pointer + "/population"))
      return nullptr;
    if (!outcome.n.empty()) return &outcome.n;
    if (!populations_.whole) return nullptr;
    const auto found = population_by_id_.find(outcome.population);
    if (found != population_by_id_.end()) {
      const auto index = static_cast<std::size_t>(found->second - trial_.populations.data());
      const std::string at = step("/populations", index);
      return slips_.at(at) || slips_.within(at + "/n") ? nullptr : &found->second->n;
    }
    const bool counts = !outcome.events.empty() || !outcome.categories.empty();
    if (outcome.population.empty() && counts)
      fail(pointer, "a population, or n by arm, for the counts", "neither");
    return nullptr;
  }

  void check_within(const std::string& pointer, const Outcome& outcome, const Sizes& counts,
                    const Sizes* sizes) {
    for (const auto& [arm, count] : counts) {
      if (!check_name(child(pointer, arm), arm, columns_) || !sizes) continue;
      const auto n = size_of(*sizes, arm);
      if (!n)
        fail(child(pointer, arm), "an arm with a size in the outcome's population", "none");
      else if (*n > 0 && count > *n && outcome.partition)
        fail(child(pointer, arm), "at most the " + std::to_string(*n) + " patients of the arm",
             std::to_string(count));
    }
  }

  Known categories_of(const Outcome& outcome) const {
    Known known{{}, "a category of the outcome"};
    switch (outcome.kind) {
      case OutcomeKind::binary:
        known.names = {"events", "no-events"};
        break;
      case OutcomeKind::continuous:
        return whole_group;
      case OutcomeKind::time_to_event:
        known.whole = false;
        break;  // any landmark, "5-year"
      case OutcomeKind::categorical:
        for (const Category& category : outcome.categories) known.names.insert(category.id);
        known.whole = !known.names.contains("");
    }
    return known;
  }

  void check_kind(const std::string& pointer, const Outcome& outcome) {
    if (outcome.kind != OutcomeKind::binary && !outcome.events.empty())
      fail(pointer + "/events", "events in a binary outcome only", "another kind");
    if ((outcome.kind == OutcomeKind::categorical) == outcome.categories.empty())
      fail(pointer + "/categories", "categories in a categorical outcome, and only there",
           outcome.categories.empty() ? "none" : "another kind");
    if (outcome.kind != OutcomeKind::continuous && outcome.whole_numbers)
      fail(pointer + "/whole_numbers", "whole numbers in a continuous outcome only", "another kind");
  }

  void check_outcome(std::size_t index) {
    const std::string pointer = step("/outcomes", index);
    const Outcome& outcome = trial_.outcomes[index];
    if (!outcome.population.empty()) check_name(pointer + "/population", outcome.population, populations_);
    check_sizes(pointer + "/n", outcome.n);
    const Sizes* sizes = sizes_of(outcome, pointer);
    check_within(pointer + "/events", outcome, outcome.events, sizes);
    Names seen;
    check_once(pointer + "/categories", outcome.categories, seen);
    for (std::size_t i = 0; i < outcome.categories.size(); ++i)
      check_within(step(pointer + "/categories", i) + "/counts", outcome, outcome.categories[i].counts,
                   sizes);
    Known categories = categories_of(outcome);
    if (slips_.at(pointer) || slips_.at(pointer + "/kind"))
      categories.whole = false;
    else
      check_kind(pointer, outcome);
    for (std::size_t i = 0; i < outcome.reported.size(); ++i)
      check_reported(step(pointer + "/reported", i), outcome.reported[i], categories);
  }

  void check_reported(const std::string& pointer, const Reported& reported, const Known& categories) {
    check_reference(pointer, "source", reported.source, sources_);
    for (std::size_t i = 0; i < reported.rows.size(); ++i) {
      const ReportedRow& row = reported.rows[i];
      const std::string at = step(pointer + "/rows", i);
      check_name(at + "/category", row.category, categories);
      if (!row.population.empty()) check_name(at + "/population", row.population, populations_);
      check_columns(at + "/cells", row.cells);
    }
  }

  bool resolves(std::string path) const {
    if (path.starts_with("-")) path.erase(0, 1);
    const auto first = path.find('/'), last = path.rfind('/');
    if (first == std::string::npos || !columns_.names.contains(path.substr(last + 1))) return false;
    const std::string id = path.substr(0, first);
    if (first == last) return outcomes_.names.contains(id) || populations_.names.contains(id);
    const std::string category = path.substr(first + 1, last - first - 1);
    const auto categories = categories_by_id_.find(id);
    return categories != categories_by_id_.end() && categories->second.names.contains(category);
  }

  void check_identity(std::size_t index) {
    const std::string pointer = step("/identities", index);
    const Identity& identity = trial_.identities[index];
    check_reference(pointer, "source", identity.source, sources_);
    if (!columns_.whole || !outcomes_.whole || !populations_.whole || slips_.within("/outcomes")) return;
    const char* expected = "a path \"outcome/arm\", \"outcome/category/arm\" or \"population/arm\"";
    if (!resolves(identity.value)) fail(pointer + "/value", expected, "\"" + excerpt(identity.value) + "\"");
    for (std::size_t i = 0; i < identity.sum.size(); ++i)
      if (!resolves(identity.sum[i]))
        fail(step(pointer + "/sum", i), expected, "\"" + excerpt(identity.sum[i]) + "\"");
  }

  void check_table(std::size_t index) {
    const std::string pointer = step("/tables", index);
    const Table& table = trial_.tables[index];
    check_reference(pointer, "source", table.source, sources_);
    Known columns{columns_.names, "an arm's id, \"total\" or \"p\"", columns_.whole};
    columns.names.insert("p");
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      check_name(step(pointer + "/columns", i), table.columns[i], columns);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const TableRow& row = table.rows[i];
      if (!row.outcome.empty()) check_name(step(pointer + "/rows", i) + "/outcome", row.outcome, outcomes_);
      if (!row.population.empty())
        check_name(step(pointer + "/rows", i) + "/population", row.population, populations_);
    }
  }

  void check_rest() {
    for (std::size_t i = 0; i < trial_.quoted.size(); ++i)
      check_reference(step("/quoted", i), "source", trial_.quoted[i].source, sources_);
    if (!trial_.design) return;
    const Design& design = *trial_.design;
    check_reference("/design", "source", design.source, sources_);
    check_columns("/design/rates", design.rates);
    check_columns("/design/medians", design.medians);
    for (std::size_t i = 0; i < design.stopping.size(); ++i) {
      const std::string at = step("/design/stopping", i);
      check_reference(at, "outcome", design.stopping[i].outcome, outcomes_);
      if (!design.stopping[i].arm.empty()) check_name(at + "/arm", design.stopping[i].arm, arms_);
    }
  }

  const Trial& trial_;
  const Value& root_;
  const Slips slips_;
  Known arms_{{}, "the id of an arm"}, columns_{{}, ""}, sources_{{}, "the id of a source"};
  Known populations_{{}, "the id of a population"}, outcomes_{{}, "the id of an outcome"};
  std::map<std::string, const Population*> population_by_id_;
  std::map<std::string, Known> categories_by_id_;
};

}  // namespace

void check_references(const Trial& trial, const Value& root) { Checker(trial, root).run(); }

}  // namespace trialcalc::json
