#include "report/trial_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/check_report.hpp"
#include "report/check_view.hpp"
#include "report/inspect_sr.hpp"
#include "report/trial_view.hpp"

namespace trialcalc::report {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ClinicalTrials.gov, where the number is one of its own.
std::string registry_link(const std::string& registration) {
  const bool nct = registration.size() == 11 && registration.starts_with("NCT") &&
                   std::all_of(registration.begin() + 3, registration.end(), is_digit);
  return nct ? "https://clinicaltrials.gov/study/" + registration : "";
}

/// Nothing but what is plain in an address is kept as it is.
std::string doi_link(const std::string& doi) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:;()";
  if (doi.empty()) return {};
  std::string link = "https://doi.org/";
  for (char c : doi)
    link += plain.find(c) == std::string_view::npos ? fmt::format("%{:02X}", static_cast<unsigned char>(c))
                                                    : std::string(1, c);
  return link;
}

Facts trial_facts(const Trial& trial) {
  Facts facts;
  if (!trial.registration.empty())
    facts.facts.push_back({"Registration", trial.registration, registry_link(trial.registration)});
  for (const TrialArm& arm : trial.arms) {
    std::string role(role_word(arm.role));
    if (!role.empty()) role[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(role[0])));
    facts.facts.push_back(
        {role + " arm",
         arm.id == arm.name || arm.id == role_word(arm.role) ? arm.name : arm.name + " (" + arm.id + ")",
         ""});
  }
  for (const Source& source : trial.sources)
    facts.facts.push_back({"Source " + source.id, source.citation, doi_link(source.doi)});
  return facts;
}

Tally tally(const Check& check) {
  Tally tally;
  for (Verdict verdict : all_verdicts)
    tally.parts.push_back({.word = std::string(name(verdict)),
                           .sign = std::string(sign(verdict)),
                           .tone = tone(verdict),
                           .count = check.count(verdict),
                           .link = "#numbers",
                           .facet = {"Verdict", std::string(name(verdict))}});
  return tally;
}

Paragraph extent(const Check& check) {
  const std::size_t sums = identities(check);
  return {counted(check.findings.size() - sums, "printed number", "printed numbers") + ", and " +
          counted(sums, "sum or bound", "sums and bounds") + " among them, each with its verdict:"};
}

std::vector<Block> discrepancies(const Check& check) {
  if (!check.any_discrepant()) return {Paragraph{"No printed number is discrepant."}};
  return {
      Paragraph{"Each discrepancy stands at its root, with what follows from it below. The one from which "
                "most follows is the first."},
      discrepancy_entries(check)};
}

std::vector<Block> comparison(const TrialReport& report) {
  std::vector<Block> blocks;
  if (!report.picture.empty()) blocks.push_back(Picture{report.picture});
  Grid grid = outcomes_grid(report.outcomes);
  grid.title = "Outcomes of both arms, recomputed";
  grid.notes = {
      "Events/patients (%). \u2713 what was printed is reproduced; \u2717 it is not. In brackets, as "
      "printed: another value, or one that cannot be recomputed (as HR, a hazard ratio)."};
  blocks.push_back(std::move(grid));
  return blocks;
}

Grid named_tests(const Trial& trial) {
  Grid grid{"What the sources say they used",
            {{"Source", Align::left}, {"Tests", Align::left}, {"Level", Align::left}, {"Note", Align::left}},
            {},
            {}};
  for (const Source& source : trial.sources)
    if (!source.tests.empty() || !source.level.empty() || !source.note.empty())
      grid.add(
          {source.id, joined(source.tests), source.level.empty() ? "" : source.level + "%", source.note});
  return grid;
}

Grid populations(const Trial& trial) {
  Grid grid{"Groups of patients", {{"Population", Align::left}}, {}, {}};
  for (const TrialArm& arm : trial.arms) grid.columns.push_back({arm.name, Align::right});
  grid.columns.push_back({"Total", Align::right});
  for (const Population& population : trial.populations) {
    std::vector<GridCell> cells = {population.name};
    const auto add = [&](const std::string& column) {
      const auto found = population.n.find(column);
      cells.emplace_back(found == population.n.end() ? "" : std::to_string(found->second));
    };
    for (const TrialArm& arm : trial.arms) add(arm.id);
    add(std::string(total_column));
    grid.add(std::move(cells));
  }
  return grid;
}

std::vector<Block> inspect_sr(const Check& check) {
  return {Paragraph{
              "INSPECT-SR asks a reviewer 21 questions about a trial's trustworthiness. The findings bear on "
              "those below and answer none of them: the judgement is the reviewer's, and the other questions "
              "need more than printed numbers."},
          inspect_sr_grid(check),
          Facts{{{"Reference", "Wilkinson et al. 2025, medRxiv 2025.09.03.25334905",
                  "https://doi.org/10.1101/2025.09.03.25334905"}}}};
}

std::vector<Block> reproducibility(const TrialReport& report) {
  return {Facts{{{"Program", "trialcalc " + report.version, ""},
                 {"Trial file", report.trial.id + " (" + report.place + ")", ""},
                 {"SHA-256 of the file", report.sha256, ""}}},
          Commands{report.commands}};
}

bool is_empty(const Block& block) {
  const Grid* grid = std::get_if<Grid>(&block);
  return grid && grid->rows.empty();
}

/// Without empty tables, and not at all where nothing is left.
void add_section(Document& document, Section section) {
  std::erase_if(section.blocks, is_empty);
  if (!section.blocks.empty()) document.sections.push_back(std::move(section));
}

std::vector<Block> as_blocks(std::vector<Grid> grids) {
  return {std::make_move_iterator(grids.begin()), std::make_move_iterator(grids.end())};
}

}  // namespace

Document trial_document(const TrialReport& report) {
  const Trial& trial = report.trial;
  Document document{
      .kind = "trialcalc report",
      .title = trial.name.empty() ? trial.id : trial.name,
      .subtitle = trial.title,
      .lead = {trial_facts(trial), extent(report.check), tally(report.check)},
      .sections = {},
      .end = "Made by trialcalc " + report.version +
             ". A discrepancy is a difference between a printed number and what other printed numbers "
             "give; it says nothing of its cause."};
  add_section(document, {"discrepancies", "Discrepancies", discrepancies(report.check)});
  add_section(document, {"comparison", "The arms compared", comparison(report)});
  add_section(document, {"tests",
                         "Tests and intervals",
                         {named_tests(trial), rules_grid(report.check), attribution_grid(report.check)}});
  add_section(document, {"sources", "One report against another", {between_reports_grid(report.check)}});
  add_section(document, {"inspect-sr", "INSPECT-SR", inspect_sr(report.check)});
  add_section(document, {"numbers", "Every printed number", {numbers_grid(report.check)}});
  add_section(document, {"populations", "Populations", {populations(trial)}});
  add_section(document, {"methods", "Methods", as_blocks(methods_used(report.check, report.outcomes))});
  add_section(document, {"reproduce", "To reproduce this report", reproducibility(report)});
  return document;
}

}  // namespace trialcalc::report
