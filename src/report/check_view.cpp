#include "report/check_view.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "report/number_style.hpp"

namespace trialcalc::report {

namespace {

/// 0 for what a reader draws conclusions from, 1 for what is counted, 2 for what is derived from counts.
int weight(const Finding& finding) {
  static const std::set<std::string> conclusions = {"p",     "risk-ratio", "odds-ratio",  "risk-difference",
                                                    "lower", "upper",      "hazard-ratio"};
  static const std::set<std::string> counts = {"count", "total", "n", "identity"};
  if (conclusions.contains(finding.kind)) return 0;
  return counts.contains(finding.kind) ? 1 : 2;
}

using ById = std::unordered_map<std::string, const Finding*>;

/// The finding at the end of the chain; chains that bite their own tail end where they began.
const Finding* root_of(const Finding& finding, const ById& by_id) {
  const Finding* at = &finding;
  for (std::size_t steps = 0; !at->follows_from.empty() && steps < by_id.size(); ++steps) {
    const auto next = by_id.find(at->follows_from);
    if (next == by_id.end() || next->second == &finding) break;
    at = next->second;
  }
  return at;
}

bool has_several_sources(const Check& check) {
  return std::any_of(check.findings.begin(), check.findings.end(),
                     [&](const Finding& finding) { return finding.source != check.findings.front().source; });
}

std::string where_of(const Check& check, const Finding& finding) {
  return has_several_sources(check) ? finding.source + ", " + finding.where : finding.where;
}

/// Whole numbers as they are, others to four significant digits.
std::string number_text(double value) {
  constexpr double exact_below = 1e9;
  const bool whole = value == std::floor(value) && std::abs(value) < exact_below;
  return whole ? decimal(value, 0) : plain_text(value);
}

}  // namespace

std::string_view sign(Verdict verdict) {
  switch (verdict) {
    case Verdict::reproduced:
      return "\u2713";
    case Verdict::explained:
      return "\u2020";
    case Verdict::compatible:
      return "\u2248";
    case Verdict::discrepant:
      return "\u2717";
    case Verdict::not_checkable:
      break;
  }
  return "?";
}

Tone tone(Verdict verdict) {
  switch (verdict) {
    case Verdict::reproduced:
      return Tone::good;
    case Verdict::explained:
      return Tone::noted;
    case Verdict::compatible:
      return Tone::possible;
    case Verdict::discrepant:
      return Tone::bad;
    case Verdict::not_checkable:
      break;
  }
  return Tone::quiet;
}

GridCell verdict_cell(Verdict verdict) {
  return {std::string(sign(verdict)) + "\u00A0" + std::string(name(verdict)), tone(verdict)};
}

std::vector<Root> discrepant_roots(const Check& check) {
  ById by_id;
  for (const Finding& finding : check.findings) by_id.emplace(finding.id, &finding);
  std::vector<Root> roots;
  std::unordered_map<const Finding*, std::size_t> place_of;
  const auto root_at = [&](const Finding* finding) -> Root& {
    const auto [at, is_new] = place_of.emplace(finding, roots.size());
    if (is_new) roots.push_back({finding, {}});
    return roots[at->second];
  };
  for (const Finding& finding : check.findings) {
    if (finding.verdict != Verdict::discrepant) continue;
    const Finding* root = root_of(finding, by_id);
    if (root == &finding)
      root_at(root);
    else
      root_at(root).follows.push_back(&finding);
  }
  std::stable_sort(roots.begin(), roots.end(), [](const Root& a, const Root& b) {
    if (a.follows.size() != b.follows.size()) return a.follows.size() > b.follows.size();
    return weight(*a.finding) < weight(*b.finding);
  });
  return roots;
}

std::vector<const Finding*> with_verdict(const Check& check, Verdict verdict) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : check.findings)
    if (finding.verdict == verdict) findings.push_back(&finding);
  return findings;
}

std::vector<Repeated> repeated(const Check& check, const std::vector<const Finding*>& findings) {
  std::vector<Repeated> result;
  std::map<std::vector<std::string>, std::size_t> index_of;
  for (const Finding* one : findings) {
    const auto [at, is_new] =
        index_of.emplace(std::vector{one->source, one->outcome, one->category, one->arm, one->kind,
                                     one->label, one->reported, recomputed_text(*one), one->reason},
                         result.size());
    if (is_new) result.push_back({one, {}});
    std::string where = where_of(check, *one);
    auto& places = result[at->second].places;
    if (places.empty() || places.back() != where) places.push_back(std::move(where));
  }
  return result;
}

std::vector<Shared> by_reason(const std::vector<const Finding*>& findings) {
  std::vector<Shared> groups;
  std::map<std::string, std::size_t> group_of;
  for (const Finding* finding : findings) {
    const auto [at, is_new] = group_of.emplace(finding->reason, groups.size());
    if (is_new) groups.push_back({finding->reason, {}});
    groups[at->second].findings.push_back(finding);
  }
  return groups;
}

std::vector<Shared> by_missing(const Check& check) {
  std::vector<Shared> groups = by_reason(with_verdict(check, Verdict::not_checkable));
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Shared& a, const Shared& b) { return a.findings.size() > b.findings.size(); });
  return groups;
}

std::vector<AttributedValue> attributed_values(const Check& check) {
  std::vector<AttributedValue> values;
  for (const Attribution& one : check.attributions) {
    const auto same = std::find_if(values.begin(), values.end(), [&](const AttributedValue& value) {
      const Attribution& other = *value.attribution;
      return other.source == one.source && other.outcome == one.outcome && other.kind == one.kind &&
             other.reported == one.reported && other.methods == one.methods && other.note == one.note;
    });
    if (same == values.end())
      values.push_back({&one, {one.where}});
    else
      same->places.push_back(one.where);
  }
  return values;
}

std::size_t identities(const Check& check) {
  return static_cast<std::size_t>(std::count_if(check.findings.begin(), check.findings.end(),
                                                [](const Finding& one) { return one.kind == "identity"; }));
}

const Finding* find(const Check& check, const std::string& id) {
  for (const Finding& finding : check.findings)
    if (finding.id == id) return &finding;
  return nullptr;
}

std::string place(const Check& check, const Finding& finding) {
  return place({&finding, {where_of(check, finding)}});
}

std::string place(const Repeated& one) {
  const std::string& arm = one.finding->arm;
  return joined(one.places, "; ") + (arm.empty() ? "" : ", " + arm);
}

std::string printed_text(const Finding& finding) {
  return finding.kind == "percent" && !finding.reported.empty() ? finding.reported + "%" : finding.reported;
}

std::string recomputed_text(const Finding& finding) {
  if (!finding.recomputed_text.empty()) return finding.recomputed_text;
  if (!finding.recomputed) return {};
  return number_text(*finding.recomputed) + (finding.kind == "percent" ? "%" : "");
}

std::string kind_words(const Finding& finding) {
  static const std::map<std::string, std::string> words = {{"p", "P value"},
                                                           {"risk-ratio", "risk ratio"},
                                                           {"odds-ratio", "odds ratio"},
                                                           {"risk-difference", "risk difference"},
                                                           {"hazard-ratio", "hazard ratio"},
                                                           {"lower", "lower limit"},
                                                           {"upper", "upper limit"},
                                                           {"mean", "mean"},
                                                           {"sd", "SD"},
                                                           {"median", "median"},
                                                           {"range", "range"},
                                                           {"iqr", "IQR"},
                                                           {"n", "patients"}};
  const auto word = words.find(finding.kind);
  return word == words.end() ? std::string() : word->second;
}

std::string subject(const Finding& finding) {
  const std::string kind = kind_words(finding);
  const bool said = kind.empty() || finding.label.ends_with(kind) || finding.label.ends_with("limit");
  return said ? finding.label : finding.label + ", " + kind;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

}  // namespace trialcalc::report
