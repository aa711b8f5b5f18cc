#pragma once
#include "report/design_view.hpp"
#include "trialcalc/accrual.hpp"
#include "trialcalc/design.hpp"
#include "trialcalc/stopping.hpp"

namespace trialcalc::report {

// The letters of each design's formulas. Patients that were given stand in place of their ratio k.
Symbols symbols_of(const ProportionPlan& plan);
Symbols symbols_of(const ProportionPlan& plan, const SampleSize& given);
Symbols symbols_of(const SurvivalPlan& plan, const std::optional<double>& events);
Symbols symbols_of(double median, const Recruitment& recruitment);
Symbols symbols_of(const FutureArm& arm, const Fraction& limit);
Symbols symbols_of(const FutureArm& experimental, const FutureArm& control, const Fraction& limit);

/// Each formula with the plan's numbers, the way to its patients, events or power, and its source.
std::string explain_design(const DesignView& view, const TextLook& look);

}  // namespace trialcalc::report
