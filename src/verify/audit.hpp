#pragma once
// What the checks of one trial share: its claims, a finding for each, and the constraints among them.

#include <functional>

#include "trialcalc/check.hpp"
#include "verify/claims.hpp"
#include "verify/effort.hpp"

namespace trialcalc::verify {

/// The printed whole numbers, some of them changed to ask "what if".
class Values {
 public:
  explicit Values(const std::vector<Claim>& claims);

  /// The value of an operand, or nothing when it is not known.
  std::optional<std::int64_t> operator()(const Operand& operand) const;
  bool has(std::size_t claim) const { return integers_[claim].has_value(); }
  void change(std::size_t claim, std::int64_t value) { integers_[claim] = value; }

 private:
  std::vector<std::optional<std::int64_t>> integers_;
};

/// Something that must hold among printed numbers.
struct Constraint {
  std::size_t finding;             ///< where its verdict goes
  std::vector<std::size_t> cells;  ///< the claims with whole numbers that it reads
  std::size_t leaf = none;         ///< a claim that this constraint alone computes (a percentage, a P)
  std::int64_t cost = 1;           ///< of asking it again, in about 50 ns
  std::function<bool(const Values&)> holds;

  bool costly() const { return cost >= 1000; }  ///< methods must compute tables
};

struct Audit {
  Audit(const Trial& trial_, const CheckOptions& options_);

  const Trial& trial;
  CheckOptions options;
  std::vector<Claim> claims;
  ClaimIndex index;
  Values values;
  std::vector<Finding> findings;  ///< one per claim, then one per identity
  std::vector<Constraint> constraints;
  std::vector<Attribution> attributions;
  std::vector<SourceRule> rules;
  Effort effort;

  const Source* source(const std::string& id) const;
  const TrialArm* arm(Role role) const;

  /// A finding for a sum or bound among the claims.
  std::size_t add_identity(Finding finding);

  /// Registers the constraint; its cells are the operands that are claims.
  void require(std::size_t finding, std::initializer_list<const std::vector<Operand>*> operands,
               std::function<bool(const Values&)> holds);
};

/// The cost of a constraint whose methods compute a table of so many enumeration steps.
std::int64_t cost_of_methods(double steps, bool enumerates);

/// Sets verdict, method and reason in one line.
void conclude(Finding& finding, Verdict verdict, std::string method, std::string reason);

// The checks, each in the file of its name; all put verdicts and constraints into the audit.
void check_percentages(Audit& audit);
void check_sums(Audit& audit);
void check_identities(Audit& audit);
void check_p_values(Audit& audit);
void check_effects(Audit& audit);
void check_hazard_ratios(Audit& audit);
void check_continuous(Audit& audit);
void check_intervals(Audit& audit);  ///< after those: effects that none of them recomputed
void check_design(Audit& audit);
void check_between_sources(Audit& audit);
void find_root_causes(Audit& audit);
void check_counts(Audit& audit);   ///< after the root causes: what the constraints say of each count
void check_repeats(Audit& audit);  ///< after the verdicts: the same number in several places
void attribute_rules(Audit& audit);

/// No verdicts: what else the counts of each binary outcome say.
std::vector<Information> information_of(const Audit& audit);

}  // namespace trialcalc::verify
