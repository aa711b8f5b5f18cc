#include "report/plot/flow.hpp"

#include <algorithm>
#include "report/plot/flow_groups.hpp"
#include "trialcalc/lookup.hpp"

namespace trialcalc::report {

namespace {

/// A sum of the file taken apart.
struct Sum {
  const Identity* identity = nullptr;
  const Finding* finding = nullptr;
  std::vector<std::string> added, subtracted;

  bool holds() const { return !finding || finding->verdict != Verdict::discrepant; }
  bool one_group() const { return added.size() == 1 && subtracted.empty(); }
  std::string text() const { return finding ? finding->reported : ""; }
};

class FlowBuilder {
 public:
  FlowBuilder(const Trial& trial, const Check& check) : trial_(trial), check_(check) {
    const auto in_figure = [](const auto& item) { return item.where.starts_with("Figure"); };
    only_figure_ = std::any_of(trial.identities.begin(), trial.identities.end(), in_figure);
  }

  Flow build() {
    flow_.title = trial_.name.empty() ? trial_.id : trial_.name;
    flow_.arms = trial_.arms;
    for (const Identity& identity : trial_.identities)
      if (in_flow(identity.where) && identity.relation == Relation::equals) sums_.push_back(sum_of(identity));
    for (const Sum& sum : sums_) {
      if (sum.one_group()) meant_.join(sum.added[0], sum.identity->value);
      if (sum.one_group() && sum.holds()) groups_.join(sum.added[0], sum.identity->value);
    }
    for (const Sum& sum : sums_) add_step(sum);
    for (const Sum& sum : sums_) add_mismatch(sum);
    for (const Outcome& outcome : trial_.outcomes) add_partition(outcome);
    if (flow_.steps.empty()) add_populations();
    count_sums();
    order_boxes();
    return std::move(flow_);
  }

 private:
  bool in_flow(const std::string& where) const { return !only_figure_ || where.starts_with("Figure"); }

  Sum sum_of(const Identity& identity) const {
    Sum sum{.identity = &identity};
    for (const std::string& term : identity.sum) {
      if (term.starts_with("-"))
        sum.subtracted.push_back(term.substr(1));
      else
        sum.added.push_back(term);
    }
    const auto found =
        std::find_if(check_.findings.begin(), check_.findings.end(), [&](const Finding& finding) {
          return finding.kind == "identity" && finding.label == identity.name &&
                 finding.where == identity.where && finding.outcome == first_part(identity.value) &&
                 finding.arm == arm_of(identity.value);
        });
    if (found != check_.findings.end()) sum.finding = &*found;
    return sum;
  }

  std::string root(const std::string& path) const { return groups_.root(path); }

  /// Populations of an arm that are the same patients as those of this path.
  std::vector<const Population*> populations_at(const std::string& path, const SameGroups& groups) const {
    std::vector<const Population*> found;
    for (const Population& population : trial_.populations)
      if (groups.root(population.id + "/" + arm_of(path)) == groups.root(path)) found.push_back(&population);
    return found;
  }

  /// A group of patients that the file has as one, though a sum that does not hold may part it in two.
  bool is_population(const std::string& path) const { return !populations_at(path, meant_).empty(); }

  /// The box of a path; one is made where there is none yet.
  std::size_t box_at(const std::string& path) {
    const auto [place, is_new] = boxes_.try_emplace(root(path), flow_.boxes.size());
    if (!is_new) return place->second;
    const std::optional<Group> group = group_at(trial_, path);
    FlowBox box{arm_of(path), {}, group ? group->n : 0};
    for (const Population* population : populations_at(path, groups_)) box.names.push_back(population->name);
    if (box.names.empty() && group) box.names.push_back(group->name);
    flow_.boxes.push_back(std::move(box));
    return place->second;
  }

  FlowTerm term_of(const std::string& path, bool joins) const {
    const std::optional<Group> group = group_at(trial_, path);
    FlowTerm term{group ? group->n : 0, joins, group ? group->name : path, {}};
    for (const Population* population : populations_at(path, groups_))
      for (const Outcome& outcome : trial_.outcomes) {
        if (outcome.kind != OutcomeKind::categorical || outcome.population != population->id) continue;
        for (const Category& category : outcome.categories)
          if (const auto count = number_at(category.counts, arm_of(path)); count.value_or(0) > 0)
            term.reasons.push_back(std::to_string(*count) + " " + category.name);
      }
    return term;
  }

  void add_step(const Sum& sum) {
    const std::string& value = sum.identity->value;
    if (sum.one_group() || sum.added.empty() || !group_at(trial_, value)) return;
    if (arm_of(value) == total_column) return add_split(sum);
    const std::string& first = sum.added[0];
    const bool is_flow = is_population(first) && is_population(value) && arm_of(first) == arm_of(value) &&
                         root(first) != root(value);
    if (!is_flow) return;
    FlowStep step{box_at(first), {box_at(value)}, {}, sum.text(), sum.holds()};
    for (std::size_t i = 1; i < sum.added.size(); ++i) {
      step.terms.push_back(term_of(sum.added[i], true));
      const TrialArm* arm = find_arm(trial_, arm_of(sum.added[i]));
      if (arm && arm->id != arm_of(value)) step.terms.back().name += ", from " + arm->name;
    }
    for (const std::string& path : sum.subtracted) step.terms.push_back(term_of(path, false));
    flow_.steps.push_back(std::move(step));
  }

  /// One group under two numbers, where it is in the flow.
  void add_mismatch(const Sum& sum) {
    if (!sum.one_group() || sum.holds()) return;
    const std::string &one = sum.added[0], &other = sum.identity->value;
    const bool in_boxes = boxes_.contains(root(one)) || boxes_.contains(root(other));
    if (in_boxes && arm_of(one) == arm_of(other) && root(one) != root(other))
      flow_.steps.push_back({box_at(one), {box_at(other)}, {}, sum.text(), false});
  }

  /// All patients, each in one arm.
  void add_split(const Sum& sum) {
    const bool by_arm = sum.subtracted.empty() && sum.added.size() > 1 &&
                        std::none_of(sum.added.begin(), sum.added.end(), [&](const std::string& path) {
                          return arm_of(path) == total_column || !is_population(path);
                        });
    if (!by_arm) return;
    FlowStep step{box_at(sum.identity->value), {}, {}, sum.text(), sum.holds()};
    for (const std::string& path : sum.added) step.to.push_back(box_at(path));
    flow_.steps.push_back(std::move(step));
  }

  /// A group of patients parted so that one part goes on in the flow: the others leave.
  void add_partition(const Outcome& outcome) {
    if (outcome.kind != OutcomeKind::categorical || !outcome.partition || outcome.population.empty()) return;
    const Population* population = find_population(trial_, outcome.population);
    if (!population) return;
    for (const auto& [arm, n] : population->n) {
      const std::string whole = outcome.population + "/" + arm;
      std::vector<std::string> staying, leaving;
      for (const Category& category : outcome.categories) {
        const std::string path = outcome.id + "/" + category.id + "/" + arm;
        (is_start(root(path)) && root(path) != root(whole) ? staying : leaving).push_back(path);
      }
      if (staying.size() != 1) continue;
      FlowStep step{box_at(whole), {box_at(staying[0])}, {}, {}, true};
      for (const std::string& path : leaving) step.terms.push_back(term_of(path, false));
      for (const Finding& finding : check_.findings)
        if (finding.kind == "identity" && finding.outcome == outcome.id && finding.arm == arm &&
            finding.method != "repeat" && finding.category.empty() && step.sum.empty()) {
          step.sum = finding.reported;
          step.holds = finding.verdict != Verdict::discrepant;
        }
      flow_.steps.push_back(std::move(step));
    }
  }

  bool is_start(const std::string& path) const {
    const auto box = boxes_.find(path);
    return box != boxes_.end() && std::any_of(flow_.steps.begin(), flow_.steps.end(),
                                              [&](const FlowStep& step) { return step.from == box->second; });
  }

  /// Where the file has no sums of a flow, the groups stand by themselves.
  void add_populations() {
    for (const Population& population : trial_.populations)
      for (const auto& [arm, n] : population.n) flow_.boxes.push_back({arm, {population.name}, n});
  }

  void count_sums() {
    for (const Finding& finding : check_.findings) {
      const bool of_file =
          std::any_of(sums_.begin(), sums_.end(), [&](const Sum& sum) { return sum.finding == &finding; });
      if (finding.kind != "identity" || (only_figure_ ? !in_flow(finding.where) : !of_file)) continue;
      ++flow_.sums;
      if (finding.verdict == Verdict::discrepant)
        flow_.failing.push_back(finding.label + ": " + finding.reported + " (" + finding.reason + ")");
    }
  }

  /// Boxes stand right below those that they follow from.
  void order_boxes() {
    std::vector<bool> follows(flow_.boxes.size(), false);
    for (const FlowStep& step : flow_.steps)
      for (const std::size_t to : step.to) follows[to] = true;
    std::vector<std::size_t> order;
    for (std::size_t box = 0; box < follows.size(); ++box)
      if (!follows[box]) add_from(box, order);
    for (std::size_t box = 0; box < follows.size(); ++box) add_from(box, order);
    std::vector<FlowBox> sorted;
    std::vector<std::size_t> place(order.size());
    for (const std::size_t box : order) {
      place[box] = sorted.size();
      sorted.push_back(std::move(flow_.boxes[box]));
    }
    flow_.boxes = std::move(sorted);
    for (FlowStep& step : flow_.steps) {
      step.from = place[step.from];
      for (std::size_t& to : step.to) to = place[to];
    }
  }

  void add_from(std::size_t box, std::vector<std::size_t>& order) const {
    if (std::find(order.begin(), order.end(), box) != order.end()) return;
    order.push_back(box);
    for (const FlowStep& step : flow_.steps)
      if (step.from == box)
        for (const std::size_t to : step.to) add_from(to, order);
  }

  const Trial& trial_;
  const Check& check_;
  bool only_figure_ = false;
  std::vector<Sum> sums_;
  SameGroups groups_;  ///< as the numbers have it
  SameGroups meant_;   ///< as the file has it, whether or not the numbers agree
  std::map<std::string, std::size_t> boxes_;
  Flow flow_;
};

}  // namespace

Flow flow_of(const Trial& trial, const Check& check) { return FlowBuilder(trial, check).build(); }

}  // namespace trialcalc::report
