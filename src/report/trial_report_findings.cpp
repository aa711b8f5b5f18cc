// The findings of a trial's report: discrepancies at length, and every number in its place.
#include <algorithm>
#include <map>
#include <set>

#include "report/check_view.hpp"
#include "report/inspect_sr.hpp"
#include "report/trial_report.hpp"

namespace trialcalc::report {

namespace {

Entry entry_of(const Finding& finding, const std::string& where) {
  Entry entry{.id = "discrepancy-" + finding.id,
              .title = subject(finding),
              .printed = printed_text(finding),
              .recomputed = recomputed_text(finding),
              .place = where,
              .reason = finding.reason,
              .link = "#" + finding.id};
  if (const std::string_view number = inspect_sr_check(finding); !number.empty())
    entry.remark = "INSPECT-SR " + std::string(number);
  return entry;
}

Entry entry_of(const Check& check, const Root& root) {
  Entry entry = entry_of(*root.finding, place(check, *root.finding));
  for (const Finding* follower : root.follows)
    entry.follows.push_back(entry_of(*follower, place(check, *follower)));
  return entry;
}

/// Where a finding is told at length: its own entry or that of its root.
std::string entry_link(const Root& root) { return "#discrepancy-" + root.finding->id; }

struct Place {
  std::string source, where;
  std::vector<const Finding*> findings;
};

/// In the order in which the sources, and the places of each, are first printed.
std::vector<Place> places_of(const Check& check) {
  std::vector<Place> places;
  for (const Finding& finding : check.findings) {
    const auto here = [&](const Place& place) {
      return place.source == finding.source && place.where == finding.where;
    };
    auto found = std::find_if(places.begin(), places.end(), here);
    if (found == places.end()) found = places.insert(places.end(), {finding.source, finding.where, {}});
    found->findings.push_back(&finding);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.source < b.source; });
  return places;
}

std::string what(const Finding& finding) {
  return finding.arm.empty() ? subject(finding) : subject(finding) + ", " + finding.arm;
}

}  // namespace

Entries discrepancy_entries(const Check& check) {
  Entries entries;
  std::vector<const Finding*> alone;
  for (const Root& root : discrepant_roots(check)) {
    if (root.follows.empty())
      alone.push_back(root.finding);
    else
      entries.entries.push_back(entry_of(check, root));
  }
  for (const Repeated& one : repeated(check, alone))
    entries.entries.push_back(entry_of(*one.finding, place(one)));
  return entries;
}

Grid numbers_grid(const Check& check) {
  Grid grid{"Every printed number, and every sum and bound among them, with its verdict",
            {{"What", Align::left, true},
             {"Printed", Align::right},
             {"Recomputed", Align::right},
             {"Verdict", Align::left},
             {"Why", Align::left, true}},
            {},
            {}};
  grid.filters = {"Verdict", "Source", "Place"};
  std::map<const Finding*, std::string> told;
  for (const Root& root : discrepant_roots(check)) {
    told[root.finding] = entry_link(root);
    for (const Finding* follower : root.follows) told[follower] = entry_link(root);
  }
  for (const Place& place : places_of(check)) {
    grid.add_section(place.source + ", " + place.where);
    grid.rows.back().facets = {{"Source", place.source}, {"Place", place.where}};
    for (const Finding* one : place.findings) {
      grid.add(
          {what(*one), printed_text(*one), recomputed_text(*one), verdict_cell(one->verdict), one->reason});
      if (const auto found = told.find(one); found != told.end())
        grid.rows.back().cells[3].link = found->second;
      grid.rows.back().id = one->id;
      grid.rows.back().facets = {{"Verdict", std::string(name(one->verdict))}};
    }
  }
  return grid;
}

Grid between_reports_grid(const Check& check) {
  Grid grid{"What two reports print of one thing",
            {{"What", Align::left, true},
             {"Printed", Align::right},
             {"Place", Align::left, true},
             {"Verdict", Align::left},
             {"The other report", Align::left, true}},
            {},
            {}};
  std::set<std::string> sources;
  for (const Finding& finding : check.findings) sources.insert(finding.source);
  for (const Finding& finding : check.findings) {
    const bool names_another = std::any_of(sources.begin(), sources.end(), [&](const std::string& source) {
      return source != finding.source && finding.reason.find(source + " ") != std::string::npos;
    });
    if (names_another)
      grid.add({what(finding), printed_text(finding), place(check, finding), verdict_cell(finding.verdict),
                finding.reason});
  }
  return grid;
}

}  // namespace trialcalc::report
