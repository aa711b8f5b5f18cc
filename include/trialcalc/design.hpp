#pragma once
// Sample sizes by each usual formula, so that the one a paper used can be told from its n.

#include <span>

#include "trialcalc/methods.hpp"

namespace trialcalc {

/// Two proportions to be told apart: risks p1 and p2, allocation ratio n2 / n1.
struct ProportionPlan {
  double p1 = 0, p2 = 0, alpha = 0.05, power = 0.8, ratio = 1;
};

/// Patients needed, not rounded up.
struct SampleSize {
  double n1 = 0, n2 = 0;
};

struct ProportionDesign : Method {
  SampleSize (*compute)(const ProportionPlan&);
  double (*power)(const ProportionPlan&,
                  const SampleSize&);  ///< of a given size; the plan's own power is not read
  Working (*working)(const ProportionPlan&);
  Working (*power_working)(const ProportionPlan&, const SampleSize&);
};

/// Two survival curves with a constant hazard ratio, experimental to control; ratio: experimental patients
/// for each control.
struct SurvivalPlan {
  double hazard_ratio = 1, alpha = 0.05, power = 0.8, ratio = 1;
};

struct SurvivalDesign : Method {
  double (*compute)(const SurvivalPlan&);
  double (*power)(const SurvivalPlan&, double events);
  Working (*working)(const SurvivalPlan&);
  Working (*power_working)(const SurvivalPlan&, double events);
};

namespace design {
std::span<const ProportionDesign> two_proportions();
std::span<const SurvivalDesign> logrank();
}  // namespace design

}  // namespace trialcalc
