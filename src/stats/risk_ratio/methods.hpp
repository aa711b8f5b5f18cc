#pragma once
// Intervals for the risk ratio p1 / p2, each in the file of its name.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::risk_ratio {

Interval katz_log(const TwoByTwo& table, const Confidence& confidence);
Interval adjusted_log(const TwoByTwo& table, const Confidence& confidence);
Interval koopman(const TwoByTwo& table, const Confidence& confidence);
Interval miettinen_nurminen(const TwoByTwo& table, const Confidence& confidence);
Interval likelihood_ratio(const TwoByTwo& table, const Confidence& confidence);
Interval mover_wilson(const TwoByTwo& table, const Confidence& confidence);
Interval inverse_sinh(const TwoByTwo& table, const Confidence& confidence);
Interval adjusted_inverse_sinh(const TwoByTwo& table, const Confidence& confidence);
Interval price_bonett(const TwoByTwo& table, const Confidence& confidence);

Working katz_log_working(const TwoByTwo& table, const Confidence& confidence);
Working adjusted_log_working(const TwoByTwo& table, const Confidence& confidence);
Working koopman_working(const TwoByTwo& table, const Confidence& confidence);
Working miettinen_nurminen_working(const TwoByTwo& table, const Confidence& confidence);

}  // namespace trialcalc::risk_ratio
