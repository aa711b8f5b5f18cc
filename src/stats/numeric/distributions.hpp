#pragma once
// The one place where stats meets Boost's distributions, so that a method file compiles in no time.
// "upper" is P(X > x) (for discrete distributions P(X >= k)), computed directly, not as 1 - cdf.

#include <cstdint>

namespace trialcalc::numeric {

double normal_quantile(double probability);
double normal_upper(double z);
double log_normal_upper(double z);  ///< accurate where normal_upper underflows
double chi_squared_upper(double x, double df);
double log_chi_squared_upper(double x, double df);
double student_upper(double t, double df);
double log_student_upper(double t, double df);  ///< accurate where student_upper underflows
double student_quantile(double probability, double df);
double beta_cdf(double x, double a, double b);
double beta_upper(double x, double a, double b);
double beta_quantile(double probability, double a, double b);
double beta_upper_quantile(double probability, double a, double b);  ///< the x with P(X > x) = probability
double binomial_cdf(std::int64_t k, std::int64_t n, double p);       ///< P(X <= k)
double binomial_upper(std::int64_t k, std::int64_t n, double p);     ///< P(X >= k)
double binomial_pmf(std::int64_t k, std::int64_t n, double p);       ///< P(X = k)
double log_gamma(double x);
double log_choose(std::int64_t n, std::int64_t k);
double noncentral_student_cdf(double t, double df, double delta);

}  // namespace trialcalc::numeric
