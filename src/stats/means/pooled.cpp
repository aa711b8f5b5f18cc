#include "trialcalc/pooled.hpp"

#include <cmath>

namespace trialcalc {

GroupMoments pooled(std::span<const GroupMoments> groups) {
  GroupMoments all;
  double squares = 0;
  for (const GroupMoments& group : groups) {
    all.n += group.n;
    all.mean += group.n * group.mean;
  }
  all.mean /= all.n;
  for (const GroupMoments& group : groups)
    squares += (group.n - 1) * group.sd * group.sd + group.n * std::pow(group.mean - all.mean, 2);
  all.sd = std::sqrt(squares / (all.n - 1));
  return all;
}

}  // namespace trialcalc
