// One misprint breaks several sums. Which single cell, changed to what, would make the others hold?
//
// A change of one printed count (alone, or together with the percentage in its own cell) is a candidate
// when it mends a broken constraint and breaks none. The change that mends most is taken first;
// where two different cells would do equally well, none is accused and the sum itself is reported.
#include <algorithm>
#include <map>
#include <set>

#include "verify/audit.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

// More broken constraints than this are listed one by one: a file that fails everywhere has no root.
constexpr std::size_t most_broken = 400;
constexpr std::int64_t largest_count_tried = 5'000;
constexpr std::int64_t most_spent = 20'000'000;  ///< on asking constraints again: about a second

struct Change {
  std::size_t cell = none;
  std::int64_t value = 0;
  bool with_percentage = false;    ///< the percentage in the same cell changes too
  std::vector<std::size_t> mends;  ///< broken constraints that would hold
};

class RootFinder {
 public:
  explicit RootFinder(Audit& audit) : audit_(audit), readers_(audit.claims.size()) {
    for (std::size_t i = 0; i < audit.constraints.size(); ++i) {
      for (std::size_t cell : audit.constraints[i].cells) readers_[cell].push_back(i);
      if (!audit.constraints[i].holds(audit.values)) broken_.insert(i);
    }
  }

  void run() {
    if (broken_.empty() || broken_.size() > most_broken) return;
    while (!broken_.empty() && step()) {
    }
    for (std::size_t constraint : broken_) accuse_itself(constraint);
  }

 private:
  bool step() {
    std::vector<const Change*> changes;
    for (std::size_t cell : cells_of_broken())
      for (const Change& change : changes_of(cell)) changes.push_back(&change);
    if (changes.empty() || exhausted()) return false;
    const auto better = [](const Change* a, const Change* b) {
      if (a->mends.size() != b->mends.size()) return a->mends.size() > b->mends.size();
      return !a->with_percentage && b->with_percentage;
    };
    const Change best = **std::min_element(changes.begin(), changes.end(), better);
    std::vector<Change> equals;
    for (const Change* change : changes)
      if (!better(&best, change)) equals.push_back(*change);
    // A percentage or P value that one constraint alone computes mends that constraint by itself.
    if (best.mends.size() == 1 && audit_.constraints[best.mends.front()].leaf != none)
      return settle_leaf(best, equals);
    if (same_cell(equals))
      accept(equals);
    else
      report_ambiguous(equals);
    return true;
  }

  std::set<std::size_t> cells_of_broken() const {
    std::set<std::size_t> cells;
    for (std::size_t i : broken_)
      for (std::size_t cell : audit_.constraints[i].cells) cells.insert(cell);
    return cells;
  }

  /// Whole numbers that the cell might have meant, the nearest first.
  std::vector<std::int64_t> values_to_try(std::size_t cell) const {
    std::set<std::int64_t> values;
    const std::int64_t now = *audit_.values({cell, {}});
    std::int64_t largest = now + 20;
    for (std::size_t i : readers_[cell])
      for (std::size_t other : audit_.constraints[i].cells)
        largest = std::max(largest, *audit_.values({other, {}}));
    for (std::int64_t v = 0; v <= std::min(largest, largest_count_tried); ++v) values.insert(v);
    for (std::int64_t v = std::max<std::int64_t>(0, now - 200); v <= now + 200; ++v) values.insert(v);
    values.erase(now);
    std::vector<std::int64_t> ordered(values.begin(), values.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [now](std::int64_t a, std::int64_t b) { return std::abs(a - now) < std::abs(b - now); });
    return ordered;
  }

  std::optional<std::size_t> own_percentage(std::size_t cell, std::size_t constraint) const {
    const std::size_t leaf = audit_.constraints[constraint].leaf;
    if (leaf == none || audit_.claims[leaf].kind != "percent") return {};
    return audit_.claims[leaf].cell == audit_.claims[cell].cell ? std::optional(leaf) : std::nullopt;
  }

  /// The broken constraints that hold as the values are now; nothing when another one that reads the cell
  /// does not.
  std::optional<std::vector<std::size_t>> mended(std::size_t cell, bool with_percentage) {
    std::vector<std::size_t> mends;
    for (const bool costly : {false, true})  // cheap questions first
      for (std::size_t i : readers_[cell]) {
        const Constraint& constraint = audit_.constraints[i];
        if (constraint.costly() != costly || settled_.contains(i)) continue;
        if (with_percentage && own_percentage(cell, i)) continue;
        spent_ += constraint.cost;
        const bool holds = constraint.holds(audit_.values), was_broken = broken_.contains(i);
        if (!holds && !was_broken) return {};
        if (holds && was_broken) mends.push_back(i);
      }
    return mends.empty() ? std::nullopt : std::optional(mends);
  }

  /// Some cells are then not searched: no change can be called the only one.
  bool exhausted() const { return spent_ > most_spent; }

  /// The changes of this cell that mend something, the nearest values first.
  std::vector<Change> search(std::size_t cell, bool with_percentage) {
    std::vector<Change> changes;
    const std::int64_t now = *audit_.values({cell, {}});
    for (std::int64_t value : values_to_try(cell)) {
      if (exhausted()) break;
      audit_.values.change(cell, value);
      auto mends = mended(cell, with_percentage);
      if (!mends) continue;
      // Whether there is one such value or several is all that is asked of those that mend the same.
      const auto alike = std::count_if(changes.begin(), changes.end(),
                                       [&](const Change& change) { return change.mends == *mends; });
      if (alike < 2) changes.push_back({cell, value, with_percentage, std::move(*mends)});
    }
    audit_.values.change(cell, now);
    return changes;
  }

  /// Searched once, and again when something that the cell depends on has changed.
  const std::vector<Change>& changes_of(std::size_t cell) {
    const auto [found, is_new] = searched_.try_emplace(cell);
    if (is_new && !changed_.contains(cell)) {
      found->second = search(cell, false);
      if (found->second.empty()) found->second = search(cell, true);
    }
    return found->second;
  }

  void forget_readings_of(std::size_t constraint) {
    for (std::size_t cell : audit_.constraints[constraint].cells) searched_.erase(cell);
  }

  void settle(std::size_t constraint) {
    broken_.erase(constraint);
    settled_.insert(constraint);
    forget_readings_of(constraint);
  }

  void change(std::size_t cell, std::int64_t value) {
    audit_.values.change(cell, value);
    for (std::size_t i : readers_[cell]) forget_readings_of(i);
  }

  static bool same_cell(const std::vector<Change>& changes) {
    return std::all_of(changes.begin(), changes.end(),
                       [&](const Change& c) { return c.cell == changes.front().cell; });
  }

  /// Only a percentage, limit or P is out of line, and some count could be to blame as well.
  bool settle_leaf(const Change& best, const std::vector<Change>& equals) {
    const std::size_t constraint = best.mends.front();
    Finding& finding = audit_.findings[audit_.constraints[constraint].finding];
    std::set<std::size_t> cells;
    for (const Change& change : equals) {
      if (change.mends.front() != constraint || change.with_percentage) continue;
      if (cells.insert(change.cell).second && cells.size() <= 2)
        finding.reason += "; or " + description(change);
    }
    settle(constraint);
    return true;
  }

  /// "Stable disease, experimental: 23 changed to 21", by the row's own words.
  std::string description(const Change& change) const {
    const Claim& claim = audit_.claims[change.cell];
    const auto row = claim.label.rfind(": ");
    const std::string words = row == std::string::npos ? claim.label : claim.label.substr(row + 2);
    return words + (claim.arm.empty() ? "" : ", " + claim.arm) + ": " + claim.text + " changed to " +
           number(static_cast<long long>(change.value)) +
           (change.with_percentage ? " with its percentage" : "");
  }

  void accept(const std::vector<Change>& equals) {
    const Change& change = equals.front();
    Finding& root = audit_.findings[change.cell];
    const bool unique = equals.size() == 1;
    std::string reason = plural(change.mends.size(), "other check fails", "other checks fail") + " with it";
    if (unique)
      reason += "; changed to " + number(static_cast<long long>(change.value)) +
                (change.with_percentage ? ", with its percentage," : "") + " all would hold";
    else
      reason += "; several values would make them hold";
    conclude(root, Verdict::discrepant, "", reason);
    if (unique) root.recomputed = static_cast<double>(change.value);
    for (std::size_t constraint : change.mends) follow(constraint, root.id);
    if (unique) this->change(change.cell, change.value);
    changed_.insert(change.cell);
    searched_.erase(change.cell);
  }

  void report_ambiguous(const std::vector<Change>& equals) {
    // What every candidate would mend is reported at one constraint, which stands for the group.
    const std::vector<std::size_t>& group = equals.front().mends;
    const std::size_t root_constraint = group.front();
    Finding& root = audit_.findings[audit_.constraints[root_constraint].finding];
    std::set<std::size_t> cells;
    std::string candidates;
    for (const Change& change : equals) {
      if (!std::includes(group.begin(), group.end(), change.mends.begin(), change.mends.end())) continue;
      if (!cells.insert(change.cell).second || cells.size() > 3) continue;
      candidates += (candidates.empty() ? "" : "; or ") + description(change);
    }
    root.verdict = Verdict::discrepant;
    root.reason += "; which number is misprinted can't be told: " + candidates;
    for (std::size_t constraint : group) {
      if (constraint != root_constraint) follow(constraint, root.id);
      settle(constraint);
    }
  }

  void follow(std::size_t constraint, const std::string& root) {
    Finding& finding = audit_.findings[audit_.constraints[constraint].finding];
    if (finding.id != root) {
      finding.verdict = Verdict::discrepant;
      finding.follows_from = root;
    }
    settle(constraint);
  }

  void accuse_itself(std::size_t constraint) {
    Finding& finding = audit_.findings[audit_.constraints[constraint].finding];
    finding.verdict = Verdict::discrepant;
    if (audit_.constraints[constraint].leaf == none)
      finding.reason += "; no single number, changed, would mend it";
  }

  Audit& audit_;
  std::vector<std::vector<std::size_t>> readers_;  ///< constraints that read a claim
  std::set<std::size_t> broken_, settled_, changed_;
  std::map<std::size_t, std::vector<Change>> searched_;  ///< what would mend something, by cell
  std::int64_t spent_ = 0;
};

}  // namespace

void find_root_causes(Audit& audit) { RootFinder(audit).run(); }

}  // namespace trialcalc::verify
