#include <cmath>

#include "trialcalc/nnt.hpp"

namespace trialcalc {

std::optional<double> risk_difference_at(RatioMeasure measure, double ratio, double baseline) {
  switch (measure) {
    case RatioMeasure::hazard_ratio:
      return baseline - std::pow(baseline, ratio);
    case RatioMeasure::odds_ratio: {
      if (std::isinf(ratio)) return 1 - baseline;
      // OR r / (1 - r + OR r) - r without the difference of two nearly equal risks.
      return baseline * (1 - baseline) * (ratio - 1) / (1 - baseline + ratio * baseline);
    }
    case RatioMeasure::risk_ratio:
      break;
  }
  if (!(ratio * baseline <= 1)) return {};
  return baseline * (ratio - 1);
}

static Working reciprocal_working(std::vector<Step> steps, double difference) {
  steps.back().value = difference;
  steps.push_back({"number needed to treat", "NNT", "1 / |D|", 1 / std::abs(difference)});
  return {std::move(steps), {}};
}

Working nnt_working(const TwoRisks& risks) {
  return reciprocal_working({{"risk difference", "D", "p1 - p2"}}, risks.experimental - risks.control);
}

Working nnt_working(const RatioAtBaseline& at) {
  const double difference = risk_difference_at(at.measure, at.ratio, at.baseline).value_or(0);
  switch (at.measure) {
    case RatioMeasure::hazard_ratio:
      return reciprocal_working(
          {{"survival with the treatment", "S1", "S^HR", std::pow(at.baseline, at.ratio)},
           {"risk difference", "D", "S - S1"}},
          difference);
    case RatioMeasure::odds_ratio:
      return reciprocal_working(
          {{"odds without the treatment", "o", "r / (1 - r)", at.baseline / (1 - at.baseline)},
           {"risk with the treatment", "r1", "OR o / (1 + OR o)", at.baseline + difference},
           {"risk difference", "D", "r1 - r"}},
          difference);
    case RatioMeasure::risk_ratio:
      break;
  }
  return reciprocal_working(
      {{"risk with the treatment", "r1", "RR r", at.ratio * at.baseline}, {"risk difference", "D", "r1 - r"}},
      difference);
}

}  // namespace trialcalc
