#pragma once
#include "trialcalc/design.hpp"

namespace trialcalc::design {

SampleSize pooled(const ProportionPlan& plan);
SampleSize pooled_cc(const ProportionPlan& plan);
SampleSize unpooled(const ProportionPlan& plan);
SampleSize arcsine(const ProportionPlan& plan);

SampleSize exact(const ProportionPlan& plan);

double pooled_power(const ProportionPlan& plan, const SampleSize& size);
double pooled_cc_power(const ProportionPlan& plan, const SampleSize& size);
double unpooled_power(const ProportionPlan& plan, const SampleSize& size);
double arcsine_power(const ProportionPlan& plan, const SampleSize& size);
double exact_power(const ProportionPlan& plan, const SampleSize& size);

double schoenfeld(const SurvivalPlan& plan);
double freedman(const SurvivalPlan& plan);
double schoenfeld_power(const SurvivalPlan& plan, double events);
double freedman_power(const SurvivalPlan& plan, double events);

// The ways to n1, to d events, and to the power.
Working pooled_working(const ProportionPlan& plan);
Working pooled_cc_working(const ProportionPlan& plan);
Working unpooled_working(const ProportionPlan& plan);
Working arcsine_working(const ProportionPlan& plan);
Working exact_working(const ProportionPlan& plan);
Working pooled_power_working(const ProportionPlan& plan, const SampleSize& size);
Working pooled_cc_power_working(const ProportionPlan& plan, const SampleSize& size);
Working unpooled_power_working(const ProportionPlan& plan, const SampleSize& size);
Working arcsine_power_working(const ProportionPlan& plan, const SampleSize& size);
Working exact_power_working(const ProportionPlan& plan, const SampleSize& size);
Working schoenfeld_working(const SurvivalPlan& plan);
Working freedman_working(const SurvivalPlan& plan);
Working schoenfeld_power_working(const SurvivalPlan& plan, double events);
Working freedman_power_working(const SurvivalPlan& plan, double events);

/// Normal quantiles of a two-sided alpha and of the power.
struct Quantiles {
  double alpha, power;
};
Quantiles quantiles(double alpha, double power);

/// Power of a two-sided test whose statistic is normal with this mean and unit variance; the direction
/// opposite to the truth does not count, as in the formulas for n.
double power_of(double mean, double alpha);

/// The quantiles za and zb as the first steps of a way to n.
std::vector<Step> quantile_steps(double alpha, double power);
/// The way to the power of a test whose statistic has this mean, which `formula` gives.
Working power_working_of(std::vector<Step> steps, std::string_view formula, double mean, double alpha);

}  // namespace trialcalc::design
