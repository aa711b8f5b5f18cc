#pragma once
// Mean and SD of several groups together, from those of each.

#include <span>

namespace trialcalc {

struct GroupMoments {
  double n = 0, mean = 0, sd = 0;
};

/// Mean and SD of all the values of the groups.
///
/// Formula  mean = sum n m / N; SD^2 = (sum (n - 1) s^2 + sum n (m - mean)^2) / (N - 1)
/// Given    n >= 1 in each group, N >= 2
/// Source   Higgins, Li & Deeks 2023, Cochrane Handbook 6.5.2.10
GroupMoments pooled(std::span<const GroupMoments> groups);

}  // namespace trialcalc
