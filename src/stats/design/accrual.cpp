#include "trialcalc/accrual.hpp"

#include <cmath>

namespace trialcalc {

double event_probability(double median, const Recruitment& recruitment) {
  const double hazard = std::log(2.0) / median;
  const auto& [accrual, follow_up] = recruitment;
  if (accrual == 0) return -std::expm1(-hazard * follow_up);
  // exp(-h f) (1 - exp(-h a)) / (h a) is the mean survival at the end of the trial.
  return 1 + std::exp(-hazard * follow_up) * std::expm1(-hazard * accrual) / (hazard * accrual);
}

Working event_probability_working(double median, const Recruitment& recruitment) {
  const bool at_once = recruitment.accrual == 0;
  return {{{"hazard", "h", "ln(2) / median", std::log(2.0) / median},
           {"probability of the event", "",
            at_once ? "1 - exp(-h f)" : "1 - (exp(-h f) - exp(-h (a + f))) / (h a)",
            event_probability(median, recruitment)}},
          {}};
}

}  // namespace trialcalc
