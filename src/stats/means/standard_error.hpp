#pragma once
// The two standard errors of a difference of means, each with its degrees of freedom.
#include <string_view>
#include <vector>

#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::means {

/// Where `reason` is not empty there is no standard error, and it says why.
struct StandardError {
  double value = 0, df = 0;
  std::string_view reason;
};

/// SD common to both arms, from n1 + n2 - 2 degrees of freedom; an arm of one person adds nothing to it.
double pooled_sd(const TwoMeans& means);

StandardError pooled_standard_error(const TwoMeans& means);

/// Each arm its own SD; Satterthwaite's degrees of freedom.
StandardError welch_standard_error(const TwoMeans& means);

inline constexpr std::string_view too_few_reason = "too few people for a standard deviation";
inline constexpr std::string_view no_spread_reason = "standard deviations of zero";

/// The steps to t and from it to P; to the quantile of t and from it to the limits.
Working test_working(const TwoMeans& means, const StandardError& error, std::vector<Step> steps,
                     Alternative alternative);
Working limits_working(const StandardError& error, std::vector<Step> steps, const Confidence& confidence);

}  // namespace trialcalc::means
