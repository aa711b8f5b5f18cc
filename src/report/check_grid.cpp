// A check as tables: CSV with one row a finding, and those for a reader.
#include <charconv>

#include "report/check_report.hpp"
#include "report/check_view.hpp"
#include "report/information_view.hpp"

namespace trialcalc::report {

namespace {

std::string shortest_digits(double x) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, x + 0.0).ptr};
}

std::string unrounded(const Finding& finding) {
  if (!finding.recomputed_text.empty()) return finding.recomputed_text;
  return finding.recomputed ? shortest_digits(*finding.recomputed) : std::string();
}

Grid findings_grid(std::string title) {
  return {std::move(title),
          {{"Printed", Align::right},
           {"Recomputed", Align::right},
           {"Place", Align::left},
           {"What", Align::left},
           {"Why", Align::left}},
          {},
          {}};
}

void add_finding(Grid& grid, const Finding& finding, const std::string& where) {
  grid.add({printed_text(finding), recomputed_text(finding), where, subject(finding), finding.reason});
}

Grid list_of(std::string title, const Check& check, const std::vector<const Finding*>& findings) {
  Grid grid = findings_grid(std::move(title));
  for (const Repeated& one : repeated(check, findings)) add_finding(grid, *one.finding, place(one));
  return grid;
}

Grid summary(const Check& check) {
  Grid grid{check.name.empty() ? check.trial : check.name + " (" + check.trial + ")",
            {{"Verdict", Align::left}, {"Findings", Align::right}},
            {},
            {}};
  for (Verdict verdict : all_verdicts)
    grid.add({std::string(name(verdict)), std::to_string(check.count(verdict))});
  const std::size_t sums = identities(check);
  grid.notes.push_back(counted(check.findings.size() - sums, "printed number", "printed numbers") + " and " +
                       counted(sums, "sum or bound", "sums and bounds") + " among them.");
  return grid;
}

Grid discrepant(const Check& check) {
  Grid grid = findings_grid("Discrepant");
  for (const Root& root : discrepant_roots(check)) {
    add_finding(grid, *root.finding, place(check, *root.finding));
    for (const Finding* follower : root.follows)
      add_finding(grid, *follower, "follows: " + place(check, *follower));
  }
  return grid;
}

Grid information(const Check& check) {
  Grid grid{"For information, without a verdict",
            {{"Outcome", Align::left}, {"Fragility", Align::left}, {"Number needed to treat", Align::left}},
            {},
            {"Fragility restates P and the size of the trial."}};
  for (const Information& one : check.information)
    if (is_notable(one)) grid.add({one.label, fragility_words(one), nnt_words(one)});
  return grid;
}

Grid missing(const Check& check, Detail detail) {
  if (detail == Detail::all)
    return list_of("Not checkable", check, with_verdict(check, Verdict::not_checkable));
  Grid grid{"Not checkable", {{"Findings", Align::right}, {"Why", Align::left}}, {}, {}};
  for (const Shared& group : by_missing(check))
    grid.add({std::to_string(group.findings.size()), group.reason});
  return grid;
}

}  // namespace

std::string check_csv(std::span<const Check> checks) {
  Grid grid;
  for (const char* heading : {"trial", "id", "source", "where", "outcome", "category", "arm", "kind", "label",
                              "reported", "recomputed", "verdict", "method", "reason", "follows_from"})
    grid.columns.push_back({heading, Align::left});
  for (const Check& check : checks)
    for (const Finding& one : check.findings)
      grid.add({check.trial, one.id, one.source, one.where, one.outcome, one.category, one.arm, one.kind,
                one.label, one.reported, unrounded(one), std::string(name(one.verdict)), one.method,
                one.reason, one.follows_from});
  return to_csv(grid);
}

Grid rules_grid(const Check& check) {
  Grid grid{
      "The simplest rule for the P values of a source",
      {{"Source", Align::left}, {"Rule", Align::left}, {"Explains", Align::right}, {"Not", Align::left}},
      {},
      {}};
  for (const SourceRule& rule : check.rules) {
    std::vector<std::string> exceptions;
    for (const std::string& id : rule.exceptions)
      if (const Finding* finding = find(check, id))
        exceptions.push_back(finding->reported + " (" + finding->label + ")");
    grid.add({rule.source, rule.rule, std::to_string(rule.explains) + " of " + std::to_string(rule.of),
              joined(exceptions, "; ")});
  }
  return grid;
}

Grid attribution_grid(const Check& check) {
  Grid grid{"Methods that print each P value and interval",
            {{"Printed", Align::right},
             {"Outcome", Align::left},
             {"Place", Align::left},
             {"Printed by", Align::left},
             {"Not by", Align::left},
             {"Note", Align::left}},
            {},
            {}};
  for (const AttributedValue& value : attributed_values(check)) {
    const Attribution& one = *value.attribution;
    grid.add({one.reported, one.outcome, joined(value.places),
              one.methods.empty() ? "none" : joined(one.methods), joined(one.usual_not), one.note});
  }
  return grid;
}

std::vector<Grid> check_grids(const Check& check, Detail detail) {
  std::vector<Grid> grids = {summary(check),
                             discrepant(check),
                             list_of("Compatible", check, with_verdict(check, Verdict::compatible)),
                             list_of("Explained", check, with_verdict(check, Verdict::explained)),
                             rules_grid(check),
                             attribution_grid(check),
                             information(check),
                             missing(check, detail)};
  if (detail == Detail::all)
    grids.push_back(list_of("Reproduced", check, with_verdict(check, Verdict::reproduced)));
  std::erase_if(grids, [](const Grid& grid) { return grid.rows.empty(); });
  return grids;
}

}  // namespace trialcalc::report
