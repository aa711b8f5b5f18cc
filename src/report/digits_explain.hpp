#pragma once
#include "report/digits_view.hpp"

namespace trialcalc::report {

/// The sums that print the mean, the sums of squares that print the SD, and what follows from them.
std::string explain_digits(const DigitsView& view, const DigitQuestion& question, const TextLook& look);

}  // namespace trialcalc::report
