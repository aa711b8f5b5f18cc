#pragma once
// Intervals for one proportion, each in the file of its name.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::proportion {

Interval wald(const Counts& group, const Confidence& confidence);
Interval wald_cc(const Counts& group, const Confidence& confidence);
Interval wilson(const Counts& group, const Confidence& confidence);
Interval wilson_cc(const Counts& group, const Confidence& confidence);
Interval clopper_pearson(const Counts& group, const Confidence& confidence);
Interval mid_p(const Counts& group, const Confidence& confidence);
Interval jeffreys(const Counts& group, const Confidence& confidence);
Interval agresti_coull(const Counts& group, const Confidence& confidence);
Interval logit(const Counts& group, const Confidence& confidence);
Interval likelihood_ratio(const Counts& group, const Confidence& confidence);
Interval blaker(const Counts& group, const Confidence& confidence);

Working wald_working(const Counts& group, const Confidence& confidence);
Working wilson_working(const Counts& group, const Confidence& confidence);
Working clopper_pearson_working(const Counts& group, const Confidence& confidence);
Working agresti_coull_working(const Counts& group, const Confidence& confidence);

}  // namespace trialcalc::proportion
