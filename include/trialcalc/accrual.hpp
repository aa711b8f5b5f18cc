#pragma once
// From events to patients in a survival trial.

#include "trialcalc/working.hpp"

namespace trialcalc {

/// A trial that recruits evenly and then follows everybody for a while; times in one unit.
struct Recruitment {
  double accrual = 0, follow_up = 0;
};

/// The probability that a patient with exponential survival of this median has the event in the trial.
///
/// Formula  1 - (exp(-h f) - exp(-h (a + f))) / (h a), h = ln 2 / median; a = 0: 1 - exp(-h f)
/// Given    median > 0, a >= 0, f >= 0
/// Source   Schoenfeld 1983, Biometrics 39:499; Collett 2015, Modelling Survival Data in Medical Research,
/// ch. 15
double event_probability(double median, const Recruitment& recruitment);

Working event_probability_working(double median, const Recruitment& recruitment);

}  // namespace trialcalc
