#include "stats/strata/null_moments.hpp"

namespace trialcalc::strata {

NullMoments null_moments(const TwoByTwo& stratum) {
  __extension__ using Wide = __int128;  // products of two totals of up to 2e9
  const auto& [x, y] = stratum;
  const std::int64_t people = stratum.patients(), events = stratum.events();
  if (events == 0 || events == people) return {};
  const Wide difference = static_cast<Wide>(x.events) * people - static_cast<Wide>(x.total) * events;
  const auto total = static_cast<double>(people);
  const double arms = static_cast<double>(x.total) / total * (static_cast<double>(y.total) / total);
  const double outcomes = static_cast<double>(events) * (static_cast<double>(people - events) / (total - 1));
  return {static_cast<double>(difference) / total, arms * outcomes};
}

NullSums null_sums(Strata strata) {
  NullSums sums;
  for (const TwoByTwo& stratum : strata) {
    const NullMoments moments = null_moments(stratum);
    sums.difference += moments.difference;
    sums.variance += moments.variance;
    sums.informative += moments.variance > 0;
  }
  return sums;
}

std::vector<Step> null_steps(const NullSums& sums, Strata strata) {
  double observed = 0;
  for (const TwoByTwo& stratum : strata) observed += static_cast<double>(stratum.experimental.events);
  return {{"sum over the strata of a", "A", "", observed},
          {"sum of the a expected, n1 m / N", "E", "", observed - sums.difference},
          {"sum of their variances, n1 n2 m (N - m) / (N^2 (N - 1))", "V", "", sums.variance}};
}

}  // namespace trialcalc::strata
