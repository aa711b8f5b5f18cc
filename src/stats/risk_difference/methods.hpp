#pragma once
// Intervals for the risk difference p1 - p2, each in the file of its name.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::risk_difference {

Interval newcombe(const TwoByTwo& table, const Confidence& confidence);
Interval newcombe_cc(const TwoByTwo& table, const Confidence& confidence);
Interval wald(const TwoByTwo& table, const Confidence& confidence);
Interval wald_cc(const TwoByTwo& table, const Confidence& confidence);
Interval agresti_caffo(const TwoByTwo& table, const Confidence& confidence);
Interval haldane(const TwoByTwo& table, const Confidence& confidence);
Interval jeffreys_perks(const TwoByTwo& table, const Confidence& confidence);
Interval hauck_anderson(const TwoByTwo& table, const Confidence& confidence);
Interval mee(const TwoByTwo& table, const Confidence& confidence);
Interval miettinen_nurminen(const TwoByTwo& table, const Confidence& confidence);
Interval likelihood_ratio(const TwoByTwo& table, const Confidence& confidence);

Working wald_working(const TwoByTwo& table, const Confidence& confidence);
Working agresti_caffo_working(const TwoByTwo& table, const Confidence& confidence);
Working newcombe_working(const TwoByTwo& table, const Confidence& confidence);
Working mee_working(const TwoByTwo& table, const Confidence& confidence);
Working miettinen_nurminen_working(const TwoByTwo& table, const Confidence& confidence);

}  // namespace trialcalc::risk_difference
