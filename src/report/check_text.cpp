#include <algorithm>

#include "report/check_report.hpp"
#include "report/check_section.hpp"
#include "report/check_view.hpp"
#include "report/information_view.hpp"
#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::size_t margin = 2, step = 2;

/// Writes the parts of one check.
class CheckText {
 public:
  CheckText(const Check& check, const TextLook& look, Detail detail)
      : check_(check), look_(look), detail_(detail) {}

  std::string text() const {
    std::string out = summary() + discrepant();
    out += list("Compatible: possible within the rounding of what is printed", Verdict::compatible);
    out += list("Explained: by another method, another rounding rule or a footnote", Verdict::explained);
    out += rules() + attribution() + information() + missing();
    if (detail_ == Detail::all) return out + list("Reproduced", Verdict::reproduced);
    return out + hint();
  }

 private:
  std::string summary() const {
    const std::size_t sums = identities(check_);
    std::string out =
        paragraph(check_.name.empty() ? check_.trial : check_.name + " (" + check_.trial + ")", look_);
    out += paragraph(counted(check_.findings.size() - sums, "printed number", "printed numbers") + ", and " +
                         counted(sums, "sum or bound", "sums and bounds") + " among them",
                     look_) +
           '\n';
    std::size_t width = 1;
    for (Verdict verdict : all_verdicts)
      width = std::max(width, std::to_string(check_.count(verdict)).size());
    for (Verdict verdict : all_verdicts) {
      const std::string count = std::to_string(check_.count(verdict));
      const bool bad = verdict == Verdict::discrepant && check_.any_discrepant();
      out += std::string(margin + width - count.size(), ' ') +
             coloured(count + "  " + std::string(name(verdict)), bad ? Tone::bad : Tone::none, look_) + '\n';
    }
    return out;
  }

  static SectionEntry entry(const Finding& finding, const std::string& where) {
    return {printed_text(finding), recomputed_text(finding), {where, subject(finding), finding.reason}};
  }

  /// Those with followers first, each with what follows from it; then the others, repeated ones together.
  std::string discrepant() const {
    const auto roots = discrepant_roots(check_);
    std::vector<const Finding*> alone;
    std::size_t following = 0;
    for (const Root& root : roots) following += root.follows.size();
    std::string heading = "Discrepant: " + std::to_string(roots.size());
    if (following > 0)
      heading += ", and " + std::to_string(following) + (following == 1 ? " that follows" : " that follow");
    CheckSection section(std::move(heading), look_);
    section.label_columns();
    for (const Root& root : roots) {
      if (root.follows.empty())
        alone.push_back(root.finding);
      else
        add_root(section, root);
    }
    for (const Repeated& one : repeated(check_, alone)) add_discrepant(section, *one.finding, place(one));
    return section.text();
  }

  static void add_discrepant(CheckSection& section, const Finding& finding, const std::string& where) {
    SectionEntry one = entry(finding, where);
    one.tone = Tone::bad;
    one.apart = true;
    section.add(std::move(one));
  }

  void add_root(CheckSection& section, const Root& root) const {
    add_discrepant(section, *root.finding, place(check_, *root.finding));
    for (const Finding* follower : root.follows) {
      SectionEntry below = entry(*follower, place(check_, *follower));
      below.lead = "follows: ";
      below.indent = step;
      section.add(std::move(below));
    }
  }

  std::string list(const std::string& heading, Verdict verdict) const {
    CheckSection section(heading, look_);
    section.label_columns();
    for (const Shared& group : by_reason(with_verdict(check_, verdict))) {
      const auto entries = repeated(check_, group.findings);
      if (entries.size() > 1) section.add({"", "", {group.reason + ":"}});
      for (const Repeated& one : entries) {
        SectionEntry line = entry(*one.finding, place(one) + ": " + subject(*one.finding));
        line.words.resize(1);
        line.indent = entries.size() > 1 ? step : 0;
        if (entries.size() == 1) line.words.push_back(group.reason);
        section.add(std::move(line));
      }
    }
    return section.text();
  }

  std::string rules() const {
    CheckSection section("P values of each source: the simplest rule", look_);
    for (const SourceRule& rule : check_.rules) {
      std::vector<std::string> exceptions;
      for (const std::string& id : rule.exceptions)
        if (const Finding* finding = find(check_, id))
          exceptions.push_back(finding->reported + " (" + finding->label + ")");
      section.add({std::to_string(rule.explains) + " of " + std::to_string(rule.of),
                   "",
                   {rule.source + ": " + rule.rule,
                    exceptions.empty() ? "" : "but not " + joined(exceptions, "; ")}});
    }
    return section.text();
  }

  std::string attribution() const {
    CheckSection section("Methods that print each P value and interval, the usual ones first", look_);
    for (const AttributedValue& value : attributed_values(check_)) {
      const Attribution& one = *value.attribution;
      std::string methods = one.methods.empty() ? "printed by none" : "printed by " + joined(one.methods);
      if (!one.usual_not.empty()) methods += "; not by " + joined(one.usual_not);
      section.add({one.reported, "", {one.outcome + " (" + joined(value.places) + ")", methods, one.note}});
    }
    return section.text();
  }

  std::string information() const {
    CheckSection section(
        "For information, without a verdict (fragility restates P and the size of the trial)", look_);
    for (const Information& one : check_.information)
      if (is_notable(one)) section.add({"", "", {one.label, fragility_words(one), nnt_words(one)}});
    return section.text();
  }

  std::string missing() const {
    CheckSection section("Not checkable", look_);
    for (const Shared& group : by_missing(check_)) {
      section.add({std::to_string(group.findings.size()), "", {group.reason}});
      if (detail_ == Detail::notable) continue;
      for (const Finding* finding : group.findings)
        section.add({"",
                     "",
                     {printed_text(*finding) + "  " + place(check_, *finding) + ": " + subject(*finding)},
                     step});
    }
    return section.text();
  }

  std::string hint() const {
    const std::size_t left = check_.count(Verdict::reproduced) + check_.count(Verdict::not_checkable);
    return left == 0 ? std::string() : '\n' + paragraph("--all lists every number.", look_);
  }

  const Check& check_;
  const TextLook& look_;
  Detail detail_;
};

}  // namespace

std::string check_text(const Check& check, const TextLook& look, Detail detail) {
  return CheckText(check, look, detail).text();
}

}  // namespace trialcalc::report
