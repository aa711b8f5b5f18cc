// Plants one misprint at a time into a clean copy of CAIRO6 and looks whether it is found where it stands.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "paths.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/read_trial.hpp"

using namespace trialcalc;

namespace {

Trial cairo6() {
  std::ifstream file(trialcalc::tests::source_dir() + "/data/trials/cairo6.json");
  std::stringstream text;
  text << file.rdbuf();
  return read_trial(text.str(), "cairo6.json");
}

Outcome& outcome(Trial& trial, const std::string& id) {
  return *std::find_if(trial.outcomes.begin(), trial.outcomes.end(),
                       [&](const Outcome& one) { return one.id == id; });
}

ReportedRow& row(Outcome& outcome, const std::string& where, const std::string& category) {
  for (Reported& reported : outcome.reported)
    for (ReportedRow& row : reported.rows)
      if (reported.where == where && row.category == category) return row;
  throw std::logic_error("no such row");
}

/// The paper's own contradictions mended, so that the copy is consistent.
Trial clean_copy() {
  Trial trial = cairo6();
  Cell& abscess = row(outcome(trial, "cd3-events"), "Table 2", "abscess-4").cells.at("total");
  abscess.count = "3";
  abscess.percent = "4";
  for (Reported& reported : outcome(trial, "reoperation-events").reported)
    for (ReportedRow& one : reported.rows)
      for (auto& [arm, cell] : one.cells)
        if (arm == "control" && cell.count == "1" && cell.percent == "1") cell.percent = "2";
  const auto drop = [](auto& list, const std::string& id) {
    std::erase_if(list, [&](const auto& one) { return one.id == id; });
  };
  drop(trial.outcomes, "radiologic-pci-response");
  std::erase_if(trial.identities, [](const Identity& one) {
    const auto of = [](const std::string& path) {
      return path.find("radiologic-pci-response") != std::string::npos;
    };
    return of(one.value) || std::any_of(one.sum.begin(), one.sum.end(), of) ||
           (one.value == "toxicity-grade-4/experimental" && one.relation == Relation::at_least);
  });
  return trial;
}

std::string with_last_digit_changed(std::string text) {
  for (std::size_t i = text.size(); i-- > 0;)
    if (text[i] >= '0' && text[i] <= '9') {
      text[i] = text[i] == '9' ? '8' : static_cast<char>(text[i] + 1);
      return text;
    }
  return text;
}

bool in_table_2(const Reported& reported) { return reported.where.starts_with("Table 2"); }

const Finding& finding_at(const Check& check, const Finding& place) {
  return *std::find_if(check.findings.begin(), check.findings.end(),
                       [&](const Finding& one) { return one.id == place.id; });
}

/// Hundreds of checks: the methods that hardly any paper prints are left out.
constexpr CheckOptions usual_methods{.most_unusual = 3};

struct Tally {
  int planted = 0, found = 0, named = 0;
  std::string missed;
};

/// The count the file computes with, which a faithful transcription of the misprint would have as well.
std::int64_t* own_count(Trial& trial, const Finding& place) {
  if (place.kind != "count" || place.category == "no-events") return nullptr;
  Outcome& of = outcome(trial, place.outcome);
  std::map<std::string, std::int64_t>* counts = &of.events;
  for (Category& category : of.categories)
    if (category.id == place.category) counts = &category.counts;
  const auto found = counts->find(place.arm);
  return found == counts->end() ? nullptr : &found->second;
}

/// Changes one printed text, checks, and puts it back.
void plant(Trial& trial, std::string& text, const Finding& place, Tally& tally) {
  const std::string before = text;
  text = with_last_digit_changed(text);
  std::int64_t* own = own_count(trial, place);
  if (own) *own = std::stoll(text);
  const Check result = check(trial, usual_methods);
  if (own) *own = std::stoll(before);
  const Finding& there = finding_at(result, place);
  ++tally.planted;
  const bool differs = there.verdict == Verdict::discrepant || there.verdict == Verdict::explained;
  // A P value that another test of the report prints differs from the same P in the text all the same.
  const bool repeated = place.kind == "p" && result.any_discrepant();
  if ((differs && there.follows_from.empty()) || repeated)
    ++tally.found;
  else
    tally.missed += fmt::format("  {} {} {} {} -> {}: {}; {}\n", place.kind, place.arm, place.label, before,
                                text, name(there.verdict), there.reason);
  if (differs && there.recomputed && fmt::format("{}", *there.recomputed) == before) ++tally.named;
  text = before;
}

/// Every printed text of Table 2 with its finding in the clean copy's check, which lists them in file order.
struct Planter {
  Trial trial = clean_copy();
  Check clean = check(trial, usual_methods);

  std::vector<std::pair<std::string*, const Finding*>> cells(const std::string& kind) {
    std::vector<std::pair<std::string*, const Finding*>> found;
    std::size_t next = 0;
    for (Outcome& one : trial.outcomes)
      for (Reported& reported : one.reported)
        if (in_table_2(reported)) add(one, reported, kind, found, next);
    return found;
  }

 private:
  void add(Outcome& one, Reported& reported, const std::string& kind,
           std::vector<std::pair<std::string*, const Finding*>>& found, std::size_t& next) {
    const auto take = [&](std::string& text, const std::string& category, const std::string& arm) {
      if (text.empty()) return;
      for (std::size_t i = next; i < clean.findings.size(); ++i) {
        const Finding& place = clean.findings[i];
        const bool right_kind = place.kind == kind || (kind == "count" && place.kind == "total");
        if (place.outcome != one.id || place.where != reported.where || !right_kind || place.arm != arm ||
            place.category != category || place.reported != text)
          continue;
        const bool taken = std::any_of(found.begin(), found.end(),
                                       [&](const auto& other) { return other.second == &place; });
        if (taken) continue;
        found.emplace_back(&text, &place);
        return;
      }
    };
    if (kind == "p") return take(reported.p, "", "");
    for (ReportedRow& printed : reported.rows)
      for (auto& [arm, cell] : printed.cells)
        take(kind == "count" ? cell.count : cell.percent, printed.category, arm);
  }
};

Tally plant_all(const std::string& kind, std::size_t step) {
  Planter planter;
  Tally tally;
  const auto cells = planter.cells(kind);
  for (std::size_t i = 0; i < cells.size(); i += step)
    plant(planter.trial, *cells[i].first, *cells[i].second, tally);
  return tally;
}

#ifdef TRIALCALC_SANITIZED
constexpr std::size_t step = 7;
#else
constexpr std::size_t step = 1;
#endif

}  // namespace

TEST_CASE("a clean copy of CAIRO6 has nothing discrepant", "[verify][planted]") {
  const Check result = check(clean_copy());
  for (const Finding& finding : result.findings)
    if (finding.verdict == Verdict::discrepant)
      UNSCOPED_INFO(finding.where << ' ' << finding.label << ' ' << finding.reported << ' '
                                  << finding.reason);
  CHECK(result.count(Verdict::discrepant) == 0);
}

TEST_CASE("a changed digit in any count of Table 2 is found at its cell", "[verify][planted]") {
  const Tally tally = plant_all("count", step);
  INFO(tally.found << " of " << tally.planted << " found, " << tally.named << " with the right value\n"
                   << tally.missed);
  CHECK(tally.planted >= 130 / static_cast<int>(step));
  CHECK(tally.found == tally.planted);
}

TEST_CASE("a changed digit in any percentage of Table 2 is found at its cell", "[verify][planted]") {
  const Tally tally = plant_all("percent", step);
  INFO(tally.found << " of " << tally.planted << " found\n" << tally.missed);
  CHECK(tally.planted >= 120 / static_cast<int>(step));
  CHECK(tally.found == tally.planted);
}

TEST_CASE("a changed digit in any P of counts in Table 2 is found at its cell", "[verify][planted]") {
  const Tally tally = plant_all("p", 1);
  INFO(tally.found << " of " << tally.planted << " found\n" << tally.missed);
  // Two are of medians; the third, of means, is within the rounding of the means either way.
  CHECK(tally.found + 3 >= tally.planted);
}
