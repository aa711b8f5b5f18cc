// A trial's reports taken apart, entry by entry.
#include "verify/claims.hpp"

namespace trialcalc::verify {

namespace {

class Collector {
 public:
  explicit Collector(const Trial& trial) : trial_(trial) {}

  std::vector<Claim> collect() {
    for (const Population& population : trial_.populations)
      for (const Reported& reported : population.reported) add_rows(reported, nullptr, &population);
    for (const Outcome& outcome : trial_.outcomes)
      for (const Reported& reported : outcome.reported) {
        add_rows(reported, &outcome, nullptr);
        add_comparison(reported, outcome);
      }
    add_design();
    for (const Quoted& quoted : trial_.quoted)
      add({.source = quoted.source,
           .where = quoted.where,
           .kind = quoted.kind,
           .text = quoted.value,
           .label = quoted.what,
           .missing = quoted.missing});
    return std::move(claims_);
  }

 private:
  void add(Claim claim) {
    if (claim.text.empty()) return;
    claim.number = PrintedNumber::parse(claim.text);
    claims_.push_back(std::move(claim));
  }

  static std::string row_label(const ReportedRow& row, const Outcome* outcome) {
    if (!row.label.empty()) return row.label;
    if (!outcome || row.category.empty()) return {};
    if (row.category == "events") return outcome->events_name;
    if (row.category == "no-events") return outcome->others_name;
    for (const Category& category : outcome->categories)
      if (category.id == row.category) return category.name;
    return row.category;
  }

  void add_rows(const Reported& reported, const Outcome* outcome, const Population* population) {
    for (const ReportedRow& row : reported.rows)
      for (const auto& [arm, cell] : in_order(row)) {
        Claim base{.source = reported.source,
                   .where = reported.where,
                   .entity = outcome ? outcome->id : population->id,
                   .category = row.category,
                   .arm = arm,
                   .label = outcome ? outcome->name : population->name};
        const std::string words = row_label(row, outcome);
        if (!words.empty()) base.label += ": " + words;
        base.outcome = outcome;
        base.population = population;
        base.reported = &reported;
        base.row = &row;
        base.cell = cell;
        add_cell(base, *cell, row.cells.size() > 1);
      }
  }

  /// The cells in the order of the arms, the total last.
  std::vector<std::pair<std::string, const Cell*>> in_order(const ReportedRow& row) const {
    std::vector<std::pair<std::string, const Cell*>> cells;
    for (const TrialArm& arm : trial_.arms)
      if (const auto found = row.cells.find(arm.id); found != row.cells.end())
        cells.emplace_back(arm.id, &found->second);
    if (const auto total = row.cells.find(std::string(total_column)); total != row.cells.end())
      cells.emplace_back(total->first, &total->second);
    return cells;
  }

  void add_cell(const Claim& base, const Cell& cell, bool beside_arms) {
    const bool total = base.arm == total_column && beside_arms;
    const bool survival = base.outcome && base.outcome->kind == OutcomeKind::time_to_event;
    const std::pair<const char*, const std::string*> members[] = {{total ? "total" : "count", &cell.count},
                                                                  {"n", &cell.n},
                                                                  {"percent", &cell.percent},
                                                                  {"mean", &cell.mean},
                                                                  {"sd", &cell.sd},
                                                                  {"median", &cell.median},
                                                                  {"range", &cell.range},
                                                                  {"iqr", &cell.iqr},
                                                                  {"lower", &cell.lower},
                                                                  {"upper", &cell.upper}};
    for (const auto& [kind, text] : members) {
      Claim claim = base;
      claim.kind = kind;
      claim.text = *text;
      if (survival && claim.kind == "lower") claim.label += ", lower confidence limit";
      if (survival && claim.kind == "upper") claim.label += ", upper confidence limit";
      add(std::move(claim));
    }
  }

  void add_comparison(const Reported& reported, const Outcome& outcome) {
    Claim base{
        .source = reported.source, .where = reported.where, .entity = outcome.id, .label = outcome.name};
    base.outcome = &outcome;
    base.reported = &reported;
    const auto add_as = [&](const std::string& kind, const std::string& text) {
      Claim claim = base;
      claim.kind = kind;
      claim.text = text;
      add(std::move(claim));
    };
    if (reported.effect) {
      add_as(reported.effect->measure, reported.effect->estimate);
      add_as("lower", reported.effect->lower);
      add_as("upper", reported.effect->upper);
    }
    add_as("p", reported.p);
  }

  void add_design() {
    if (!trial_.design) return;
    const Design& design = *trial_.design;
    const auto add_as = [&](const char* kind, const std::string& text, const char* label,
                            std::string arm = {}) {
      add({.source = design.source,
           .where = design.where,
           .entity = "design",
           .arm = std::move(arm),
           .kind = kind,
           .text = text,
           .label = label});
    };
    add_as("n", design.n, "planned number of patients");
    add_as("n", design.phase_n, "planned number of patients of this phase");
    add_as("p", design.alpha, "significance level");
    add_as("percent", design.power, "power");
    add_as("percent", design.dropout, "assumed dropout");
    add_as("percent", design.difference, "difference to detect");
    add_as("hazard-ratio", design.hazard_ratio, "hazard ratio to detect");
    for (const auto& [arm, rate] : design.rates) add_as("percent", rate, "assumed rate", arm);
    for (const auto& [arm, median] : design.medians) add_as("median", median, "assumed median", arm);
    for (const StoppingRule& rule : design.stopping) {
      add_as("percent", rule.below, "stopping rule, below", rule.arm);
      add_as("percent", rule.difference_above, "stopping rule, difference above");
    }
  }

  const Trial& trial_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> claims_of(const Trial& trial) { return Collector(trial).collect(); }

}  // namespace trialcalc::verify
