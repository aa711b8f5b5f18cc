#pragma once
// Intervals for the odds ratio (a d) / (b c), b = n1 - a and d = n2 - c, each in the file of its name.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::odds_ratio {

Interval woolf(const TwoByTwo& table, const Confidence& confidence);
Interval gart(const TwoByTwo& table, const Confidence& confidence);
Interval independence_smoothed(const TwoByTwo& table, const Confidence& confidence);
Interval conditional_exact(const TwoByTwo& table, const Confidence& confidence);
Interval conditional_midp(const TwoByTwo& table, const Confidence& confidence);
Interval baptista_pike(const TwoByTwo& table, const Confidence& confidence);
Interval baptista_pike_midp(const TwoByTwo& table, const Confidence& confidence);
Interval cornfield_cc(const TwoByTwo& table, const Confidence& confidence);
Interval score(const TwoByTwo& table, const Confidence& confidence);
Interval miettinen_nurminen(const TwoByTwo& table, const Confidence& confidence);
Interval likelihood_ratio(const TwoByTwo& table, const Confidence& confidence);
Interval inverse_sinh(const TwoByTwo& table, const Confidence& confidence);
Interval adjusted_inverse_sinh(const TwoByTwo& table, const Confidence& confidence);
Interval mover_wilson(const TwoByTwo& table, const Confidence& confidence);

Working woolf_working(const TwoByTwo& table, const Confidence& confidence);
Working gart_working(const TwoByTwo& table, const Confidence& confidence);
Working score_working(const TwoByTwo& table, const Confidence& confidence);
Working miettinen_nurminen_working(const TwoByTwo& table, const Confidence& confidence);

}  // namespace trialcalc::odds_ratio
