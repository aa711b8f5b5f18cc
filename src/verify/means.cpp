// Mean and SD of the total column, recombined from the arms' within their rounding.
#include <algorithm>

#include "trialcalc/pooled.hpp"
#include "verify/continuous.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

/// Mean of all patients: it rises with each group's.
Known reachable_mean(const std::vector<Group>& groups) {
  const auto at = [&](double Known::*which) {
    std::vector<GroupMoments> moments;
    for (const Group& group : groups) moments.push_back({group.n, group.mean_range.*which, 0});
    return pooled(moments).mean;
  };
  return {at(&Known::low), at(&Known::value), at(&Known::high)};
}

/// The reachable standard deviations: within grows with each SD, between with the distance of the means.
Known reachable_sd(const std::vector<Group>& groups) {
  std::vector<GroupMoments> printed, near, far;
  const double centre = reachable_mean(groups).value;
  for (const Group& group : groups) {
    const Known &mean = group.mean_range, &sd = group.sd_range;
    printed.push_back({group.n, mean.value, sd.value});
    near.push_back({group.n, std::clamp(centre, mean.low, mean.high), sd.low});
    far.push_back({group.n, mean.value < centre ? mean.low : mean.high, sd.high});
  }
  return {pooled(near).sd, pooled(printed).sd, pooled(far).sd};
}

void conclude_total(Audit& audit, std::size_t claim, const Known& reachable, const char* what) {
  if (claim == none || !audit.claims[claim].number) return;
  Finding& finding = audit.findings[claim];
  const PrintedNumber& printed = *audit.claims[claim].number;
  const RealSet set = printed.set();
  finding.recomputed = reachable.value;
  const std::string from = std::string("the arms' ") + what + " give " + number(reachable.value);
  if (printed.prints(reachable.value)) return conclude(finding, Verdict::reproduced, "pooled", from);
  const std::string span = from + ", " + range(reachable.low, reachable.high, 4) + " within their rounding";
  const bool reached = reachable.low < set.high && set.low < reachable.high;
  conclude(finding, reached ? Verdict::compatible : Verdict::discrepant, reached ? "pooled" : "", span);
}

/// Printed once for an arm, a mean or SD stands or falls with the total column.
void conclude_arms(Audit& audit, const std::vector<Group>& groups, const Group& total) {
  for (const bool mean : {true, false}) {
    const Verdict verdict = audit.findings[mean ? total.mean : total.sd].verdict;
    const bool agrees = verdict == Verdict::reproduced || verdict == Verdict::compatible;
    for (const Group& group : groups) {
      Finding& finding = audit.findings[mean ? group.mean : group.sd];
      if (agrees)
        conclude(finding, Verdict::compatible, "pooled", "agrees with the total column within rounding");
      else
        finding.reason = "needs the patients' values; the total column differs";
    }
  }
}

}  // namespace

void check_means(Audit& audit, const ReportedRow& row) {
  std::vector<Group> groups;
  for (const TrialArm& arm : audit.trial.arms)
    if (const auto group = group_of(audit, row, arm.id)) groups.push_back(*group);
  const auto total = group_of(audit, row, std::string(total_column));
  if (groups.size() < 2 || !total) return;
  conclude_total(audit, total->mean, reachable_mean(groups), "means");
  conclude_total(audit, total->sd, reachable_sd(groups), "means and SDs");
  conclude_arms(audit, groups, *total);
}

}  // namespace trialcalc::verify
