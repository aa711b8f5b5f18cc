#pragma once
// GRIM, GRIMMER and DEBIT for a reader.

#include <string>

#include "report/grid.hpp"
#include "trialcalc/digits.hpp"

namespace trialcalc::report {

/// What was asked, beside the result.
struct DigitsView {
  std::string_view test;  ///< "grim" "grimmer" "debit"
  std::string mean, sd;   ///< as printed; sd is empty for GRIM
  IntegerGroup group;
  std::string_view rounding;  ///< its word
  const DigitCheck& check;
};

/// Why it is not possible, in words.
std::string_view reason(DigitFailure failure);

Grid digits_grid(const DigitsView& view);
std::string digits_json(const DigitsView& view);

}  // namespace trialcalc::report
