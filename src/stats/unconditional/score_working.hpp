#pragma once
#include "trialcalc/methods.hpp"

namespace trialcalc::unconditional {

/// What a score interval holds its statistic against.
struct ScoreForm {
  Measure measure = Measure::risk_difference;
  double correction = 1;  ///< of the variance: 1, or N / (N - 1)
};

/// The squared score statistic with each limit put in for the measure, which is z^2 at both.
Working score_working(const TwoByTwo& table, const ScoreForm& form, const Interval& interval);

}  // namespace trialcalc::unconditional
