// The risk ratio of CAIRO6's primary outcome, 8 of 37 against 14 of 42, with its Katz limits.
#include <trialcalc/comparison.hpp>

#include <cstdio>

int main() {
  trialcalc::PlanRequest request;
  request.measures = {trialcalc::Measure::risk_ratio};
  const trialcalc::Comparison comparison =
      trialcalc::compare({{8, 37}, {14, 42}}, trialcalc::make_plan(request));
  const trialcalc::MeasureResult& ratio = comparison.measures.at(0);
  const trialcalc::Interval& katz = ratio.intervals.at(0).interval;
  std::printf("%.2f (%.2f-%.2f)\n", ratio.estimate, katz.lower, katz.upper);
}
