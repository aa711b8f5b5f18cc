#pragma once
// The trial's reports taken apart into single printed numbers.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "trialcalc/printed.hpp"
#include "trialcalc/trial.hpp"

namespace trialcalc::verify {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);
inline constexpr std::int64_t most_whole = 1'000'000'000'000;

/// One printed number and where it stands. The pointers lead into the trial.
struct Claim {
  std::string source, where, entity, category, arm, kind, text, label;
  std::string missing;  ///< of a quoted number: what checking it would need
  std::optional<PrintedNumber> number;
  const Outcome* outcome = nullptr;
  const Population* population = nullptr;
  const Reported* reported = nullptr;
  const ReportedRow* row = nullptr;
  const Cell* cell = nullptr;

  bool is_count() const { return kind == "count" || kind == "total"; }
  /// A whole number that can be added up: all those of a file together are less than 2^63.
  bool is_whole() const { return number && number->is_integer() && std::abs(number->scaled()) <= most_whole; }
};

/// All claims of a trial in the order of its file.
std::vector<Claim> claims_of(const Trial& trial);

/// What a percentage is of: a printed number, or the file's own count where none is printed.
struct Operand {
  std::size_t claim = none;
  std::optional<std::int64_t> constant;

  bool known() const { return claim != none || constant.has_value(); }
};

/// Finds the printed numbers that stand for one quantity.
class ClaimIndex {
 public:
  ClaimIndex(const Trial& trial, const std::vector<Claim>& claims);

  /// The claim in the same cell of this kind, or none.
  std::size_t in_cell(const Claim& claim, std::string_view kind) const;

  /// The count of (outcome, category, arm): printed near `near` if possible, else the file's own.
  Operand count(const Outcome& outcome, const std::string& category, const std::string& arm,
                const Claim& near) const;

  /// The denominator of a cell of this row and arm.
  Operand size(const Claim& near, const std::string& arm) const;
  Operand size(const std::string& population, const std::string& arm, const Claim& near) const;

  /// The operand of an identity's path "outcome/arm", "outcome/category/arm", "population/arm".
  Operand path(const std::string& path, const Claim& near) const;

  const Outcome* outcome(const std::string& id) const;
  const Population* population(const std::string& id) const;
  /// The claims of one printed entry, in order.
  const std::vector<std::size_t>& in_entry(const Reported& reported) const;

  /// The claims of one quantity, in order: "entity/category/arm".
  const std::unordered_map<std::string, std::vector<std::size_t>>& quantities() const { return by_quantity_; }

 private:
  std::size_t best(const std::string& entity, const std::string& category, const std::string& arm,
                   const Claim& near) const;

  const Trial& trial_;
  const std::vector<Claim>& claims_;
  std::unordered_map<const Cell*, std::vector<std::size_t>> by_cell_;
  std::unordered_map<const Reported*, std::vector<std::size_t>> by_entry_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_quantity_;
  std::unordered_map<std::string, const Outcome*> outcomes_;
  std::unordered_map<std::string, const Population*> populations_;
};

/// The file's own size of an arm of a population; for "total" the sum of the arms when not given.
std::optional<std::int64_t> size_in_file(const std::map<std::string, std::int64_t>& n,
                                         const std::string& arm);

/// The file's own count of a category ("events", "no-events" or a category's id) in an arm.
std::optional<std::int64_t> count_in_file(const Trial& trial, const Outcome& outcome,
                                          const std::string& category, const std::string& arm);

/// n of an outcome in the file: its own, or its population's.
std::optional<std::int64_t> size_in_file(const Trial& trial, const Outcome& outcome, const std::string& arm);

}  // namespace trialcalc::verify
