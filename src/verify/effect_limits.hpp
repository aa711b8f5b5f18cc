#pragma once
// Which methods print an effect's estimate and limits from given counts.

#include <optional>
#include <string>
#include <vector>

#include "trialcalc/methods.hpp"
#include "trialcalc/printed.hpp"

namespace trialcalc::verify {

/// The interval methods of "risk-ratio", "odds-ratio", "risk-difference"; none for another measure.
std::span<const IntervalMethod> methods_of(const std::string& measure);

/// Nothing when its denominator is 0.
std::optional<Ratio> plain_estimate(const std::string& measure, const TwoByTwo& table);

/// A risk difference may be printed as a proportion or in percentage points; then 100 times as large.
double scale_of(const std::string& measure, const PrintedNumber& printed, double plain);

TwoByTwo exchanged(const TwoByTwo& table);

/// What is asked of one effect, apart from the counts.
struct EffectQuestion {
  std::string measure;
  double level;
  std::optional<PrintedNumber> estimate, lower, upper;
  double scale = 1;
  int most_unusual = 5;   ///< interval methods less usual than this are not tried
  bool enumerate = true;  ///< there is time for those that enumerate tables
};

struct Limits {
  const IntervalMethod* method;
  Interval interval;
};

/// The limits by each method that has some, the usual methods first.
std::vector<Limits> all_limits(const EffectQuestion& question, const TwoByTwo& table);

bool prints_both(const EffectQuestion& question, const Interval& interval, Rounding rounding);

/// The first limits that print as asked, and how they are rounded; none: nullptr.
struct PrintingLimits {
  const Limits* limits = nullptr;
  Rounding rounding = Rounding::half_up;
};
PrintingLimits first_that_prints(const EffectQuestion& question, const std::vector<Limits>& limits);

}  // namespace trialcalc::verify
