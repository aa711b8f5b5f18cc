#include "stats/unconditional/two_risks.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "stats/unconditional/common_risk.hpp"

namespace trialcalc::unconditional {

namespace {

/// The probability of a region at two risks; keeps its working space from call to call.
class RegionProbability {
 public:
  RegionProbability(const TwoBinomials& arms, const Region& region) : arms_(arms), region_(region) {}

  double operator()(const TwoRisks& risks) {
    arms_.first.weigh(risks.first, first_);
    arms_.second.weigh(risks.second, second_);
    accumulate();
    double sum = 0;
    for (std::size_t y = second_.first; y <= second_.last; ++y)
      for (const auto& [from, to] : region_.runs(y)) sum += second_.weight[y] * (below(to + 1) - below(from));
    return sum / (first_.total * second_.total);
  }

 private:
  /// below_[i]: the first arm's weights before first + i.
  void accumulate() {
    below_.assign(1, 0);
    for (std::size_t x = first_.first; x <= first_.last; ++x)
      below_.push_back(below_.back() + first_.weight[x]);
    first_.total = below_.back();
  }
  double below(std::int64_t x) const {
    const auto i = x - static_cast<std::int64_t>(first_.first),
               last = static_cast<std::int64_t>(below_.size()) - 1;
    return below_[static_cast<std::size_t>(std::clamp<std::int64_t>(i, 0, last))];
  }

  const TwoBinomials& arms_;
  const Region& region_;
  BinomialWindow first_, second_;
  std::vector<double> below_;
};

}  // namespace

Region united(const Region& a, const Region& b) {
  Region result;
  std::vector<Region::Run> runs;
  for (std::size_t y = 0; y < a.lines(); ++y) {
    runs.clear();
    std::ranges::merge(a.runs(y), b.runs(y), std::back_inserter(runs), {}, &Region::Run::from,
                       &Region::Run::from);
    std::int64_t end = -1;  // up to which the line is done
    for (const auto& [from, to] : runs) {
      result.add(std::max(from, end + 1), to);
      end = std::max(end, to);
    }
    result.next_y();
  }
  return result;
}

Range second_risks(const Null& null) {
  if (null.measure == Measure::risk_difference)
    return {std::max(0.0, -null.value), std::min(1.0, 1 - null.value)};
  if (null.measure == Measure::risk_ratio) return {0, std::min(1.0, 1 / null.value)};
  return {0, 1};
}

Curve region_probability(const TwoBinomials& arms, const Null& null, const Region& region) {
  const auto n1 = static_cast<std::int64_t>(arms.first.n()), n2 = static_cast<std::int64_t>(arms.second.n());
  Curve curve;
  curve.value = [null, probability = RegionProbability(arms, region)](double p2) mutable {
    return probability({null.first_risk(p2), p2});
  };
  curve.log_bound = [null, n1, n2](Range disc) {
    const bool pole = null.measure == Measure::odds_ratio &&
                      (1 + (null.value - 1) * disc.low <= 0 || 1 + (null.value - 1) * disc.high <= 0);
    if (pole) return HUGE_VAL;
    const double first = log_binomial_bound(null.image(disc.low), null.image(disc.high), n1);
    return std::log(0.5) + first + log_binomial_bound(disc.low, disc.high, n2);
  };
  curve.goal = 1e-10;
  curve.absolute_error = 1e-12;
  return curve;
}

}  // namespace trialcalc::unconditional
