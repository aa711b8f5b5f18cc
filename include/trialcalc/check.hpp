#pragma once
// Every printed number of a trial's reports with its verdict.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialcalc/comparison.hpp"
#include "trialcalc/fragility.hpp"
#include "trialcalc/trial.hpp"

namespace trialcalc {

enum class Verdict { reproduced, explained, compatible, discrepant, not_checkable };
inline constexpr std::array all_verdicts = {Verdict::reproduced, Verdict::explained, Verdict::compatible,
                                            Verdict::discrepant, Verdict::not_checkable};
std::string_view name(Verdict verdict);

/// One printed number, or one sum or bound among them, and what can be said of it.
struct Finding {
  std::string id;  ///< "f12", unique within one check
  std::string source, where, outcome;
  std::string category;  ///< of a categorical or binary outcome's row
  std::string arm;       ///< an arm's id, "total", or "" for neither
  std::string kind;      ///< count percent total p risk-ratio ... identity
  std::string label;     ///< for a reader: what is counted or claimed
  std::string reported;  ///< as printed, without % or "P ="
  std::optional<double> recomputed;
  std::string recomputed_text;  ///< where the recomputed value is not one number ("0-34")
  Verdict verdict = Verdict::not_checkable;
  std::string method;  ///< key of the method or rule that prints it
  std::string reason;
  std::string follows_from;  ///< id of the finding that this discrepancy follows from
};

/// Which methods print a printed P value or interval, most usual first, and which usual ones don't.
struct Attribution {
  std::string source, where, outcome, kind;  ///< kind: p or interval
  std::string reported;
  std::vector<std::string> methods, usual_not;
  std::vector<std::string> significant, not_significant;  ///< usual tests on either side of alpha, when both
  std::string note;
};

/// The simplest single rule that explains the P values of a source.
struct SourceRule {
  std::string source, rule;
  std::size_t explains = 0, of = 0;
  std::vector<std::string> exceptions;  ///< ids of the findings it does not print
};

/// Fragility and number needed to treat of a binary outcome, from the file's counts: no verdict on them.
struct Information {
  std::string outcome, label;
  bool primary = false, more_is_better = false;
  TwoByTwo table;
  double alpha = 0.05, level = 0.95;
  const TestMethod* test = nullptr;  ///< of the fragility
  Fragility fragility;
  MethodInterval difference;  ///< of risks, with its estimate
};

struct Check {
  std::string trial, name;
  std::vector<Finding> findings;
  std::vector<Attribution> attributions;
  std::vector<SourceRule> rules;
  std::vector<Information> information = {};

  std::size_t count(Verdict verdict) const;
  bool any_discrepant() const { return count(Verdict::discrepant) > 0; }
};

struct CheckOptions {
  int most_unusual = 5;  ///< methods less usual than this (Method::usualness) are not tried
  double effort = 5e5;  ///< what those that enumerate tables may cost, in patients of one arm times the other
};

/// Checks every number that the trial's file holds. Never throws on a trial that read_trial accepted.
Check check(const Trial& trial, const CheckOptions& options = {});

}  // namespace trialcalc
