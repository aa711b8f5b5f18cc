#pragma once
// What the checks of continuous outcomes share: a group's mean and SD as far as their digits go.

#include "verify/audit.hpp"

namespace trialcalc::verify {

/// A number known to its printed digits.
struct Known {
  double low, value, high;
};

/// One arm's printed mean and SD, with its number of patients.
struct Group {
  std::size_t mean = none, sd = none;
  Known mean_range{}, sd_range{};
  double n = 0;
};

/// The claim of this kind in a cell, or none.
std::size_t in_cell(const Audit& audit, const Cell& cell, const char* kind);

/// The group of an arm in a row that prints mean and SD.
std::optional<Group> group_of(const Audit& audit, const ReportedRow& row, const std::string& arm);

void check_means(Audit& audit, const ReportedRow& row);      ///< the total column against the arms
void check_quantiles(Audit& audit, const ReportedRow& row);  ///< medians, quartiles, ranges
/// Means and SDs of whole numbers: can there be such numbers?
void check_whole_numbers(Audit& audit, const ReportedRow& row, const WholeNumbers& numbers);
void check_mean_p(Audit& audit, std::size_t p_claim);  ///< P of two means

}  // namespace trialcalc::verify
