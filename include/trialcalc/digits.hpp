#pragma once
// Can a printed mean, and a printed SD, come from n whole numbers? GRIM, GRIMMER and DEBIT, decided exactly.

#include <optional>
#include <string>

#include "trialcalc/integer_moments.hpp"
#include "trialcalc/printed.hpp"

namespace trialcalc {

/// How a number was brought to its printed digits.
enum class RoundingChoice {
  nearest,  ///< ties either way: software disagrees about them
  half_up,
  half_even,
  truncated,
  any  ///< any of these, or up
};

/// n people, each the mean of so many whole-numbered items on a scale.
struct IntegerGroup {
  std::int64_t n = 1, items = 1;
  std::optional<IntegerScale> scale;  ///< of one item
};

/// Which condition the printed numbers fail.
enum class DigitFailure {
  none,
  sum,          ///< no sum of whole numbers gives the mean
  scale,        ///< the mean lies off the scale, or the SD is more than the scale allows
  squares,      ///< no whole sum of squares gives the SD
  arrangement,  ///< there are such sums of squares, but no whole numbers that have them
  no_sd,        ///< one value has no SD
  too_large     ///< beyond the whole numbers that the arithmetic holds
};

struct DigitCheck {
  bool possible = false;
  bool decided = true;  ///< false: the search was given up, or too_large
  DigitFailure failure = DigitFailure::none;
  std::vector<ValueCount> witness;        ///< values in units of 1 / items, descending; empty when impossible
  std::optional<std::int64_t> sum;        ///< of the witness, in the same unit
  double mean_below = 0, mean_above = 0;  ///< the nearest possible means about the printed one
  bool possible_with_divisor_n = false;   ///< impossible as a sample SD, possible with the divisor n
};

/// GRIM: is there a sum of whole numbers whose mean prints as this?
///
/// Formula  some whole S with S / (n items) in the set of reals that print the mean
/// Given    mean   any printed number; a percentage is a mean of zeros and ones with two decimals more
///          group  n from 1 to 1e9, items from 1 to 1e6
/// Returns  a witness as equal as the sum lets it be
/// Error    none, whole numbers
/// Source   Brown & Heathers 2017, Soc Psychol Personal Sci 8:363
DigitCheck grim(const PrintedNumber& mean, const IntegerGroup& group, RoundingChoice rounding);

/// GRIMMER: are there whole numbers with this mean and this sample SD?
///
/// Formula  over all sums S that print the mean and all sums of squares Q with
///          sqrt((n Q - S^2) / (n (n - 1))) / items in the set that prints the SD: whole numbers with S and Q
/// Returns  a witness; when there is none, the condition that fails
/// Edges    n = 1: no SD.  A search given up: not decided
/// Error    none, whole numbers. Published shortcuts ask only for a Q of the right parity, and for one S
/// Source   Anaya 2016, PeerJ Preprints 4:e2400v1; Allard 2018 (analytic GRIMMER)
DigitCheck grimmer(const PrintedNumber& mean, const PrintedNumber& sd, const IntegerGroup& group,
                   RoundingChoice rounding);

/// DEBIT: can zeros and ones have this mean and this sample SD?
///
/// Formula  some whole S with S / n printing the mean and sqrt(S (n - S) / (n (n - 1))) printing the SD
/// Source   Heathers & Brown 2019, DEBIT: a simple consistency test for binary data
DigitCheck debit(const PrintedNumber& mean, const PrintedNumber& sd, std::int64_t n, RoundingChoice rounding);

/// What such a check is asked.
struct DigitQuestion {
  PrintedNumber mean;
  std::optional<PrintedNumber> sd;
  IntegerGroup group;
  RoundingChoice rounding = RoundingChoice::nearest;
};

/// The sums of squares of whole numbers with one sum, about 0, and the SD of zeros and ones with it.
struct DigitSquares {
  RealSet sd{};                      ///< what prints as the SD
  double least = 0, most = 0;        ///< sums of squares that print it
  std::int64_t first = 0, last = 0;  ///< the whole ones with the parity of the sum; last < first: none
  double sd_of_binary = 0;
};

/// What stands between the printed numbers and the answer, in units of 1 / items.
struct DigitWorking {
  RealSet mean{};                            ///< what prints as the mean
  std::int64_t values = 0;                   ///< n items
  std::int64_t first_sum = 0, last_sum = 0;  ///< those that print the mean; last < first: none
  std::int64_t sum = 0;                      ///< the witness's, or the middle one of them
  std::optional<DigitSquares> squares;       ///< with this sum, where there is an SD and the sum is possible

  double mean_of(std::int64_t one) const { return static_cast<double>(one) / static_cast<double>(values); }
};

/// Given  a question whose check was decided, and the check
DigitWorking digit_working(const DigitQuestion& question, const DigitCheck& check);

}  // namespace trialcalc
