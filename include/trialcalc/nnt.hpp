#pragma once
// The number needed to treat at a baseline, from a ratio: what a relative effect means for one's own
// patients.

#include <optional>

#include "trialcalc/working.hpp"

namespace trialcalc {

/// A ratio that acts on the risk in the control group.
enum class RatioMeasure { risk_ratio, odds_ratio, hazard_ratio };

/// The difference of risks, experimental less control, that a ratio makes of a baseline.
///
/// Formula  risk ratio: r (RR - 1). Odds ratio: OR r / (1 - r + OR r) - r. Hazard ratio: S - S^HR.
/// Given    measure, ratio  ratio >= 0, may be infinite
///          baseline        the control group's risk r in (0, 1); for a hazard ratio its survival S in (0, 1)
/// Returns  the difference; nothing when a risk ratio leads to a risk above 1
/// Source   Altman & Andersen 1999, BMJ 319:1492 (hazard ratio); McQuay & Moore 1997, Ann Intern Med 126:712;
///          Higgins & Green 2011, Cochrane Handbook 12.5.4.3 (odds ratio)
std::optional<double> risk_difference_at(RatioMeasure measure, double ratio, double baseline);

/// What a number needed to treat may be made of, beside counts.
struct TwoRisks {
  double experimental = 0, control = 0;
};
struct RatioAtBaseline {
  RatioMeasure measure = RatioMeasure::risk_ratio;
  double ratio = 1, baseline = 0;
};

/// From the risks p1 and p2, or from the ratio RR, OR or HR at the baseline r (S for HR), to the number
/// needed to treat by way of the risk difference.
Working nnt_working(const TwoRisks& risks);
Working nnt_working(const RatioAtBaseline& at);

}  // namespace trialcalc
