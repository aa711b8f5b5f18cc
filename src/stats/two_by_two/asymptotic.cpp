#include "stats/two_by_two/asymptotic.hpp"

#include <cmath>
#include <utility>

#include "stats/numeric/distributions.hpp"

namespace trialcalc::two_by_two {

std::string_view empty_margin(const TwoByTwo& table) {
  if (table.events() == 0) return "nobody has the event";
  if (table.events() == table.patients()) return "everybody has the event";
  return {};
}

std::int64_t cross_difference(const TwoByTwo& table) {
  const auto& [experimental, control] = table;
  return experimental.events * control.total - control.events * experimental.total;
}

double cross_scale(const TwoByTwo& table) {
  const double n1 = static_cast<double>(table.experimental.total),
               n2 = static_cast<double>(table.control.total);
  const double m = static_cast<double>(table.events()), others = static_cast<double>(table.patients()) - m;
  return (n1 + n2) / (n1 * n2 * m * others);
}

TestResult normal_test(double z, Alternative alternative) {
  constexpr double far_out = 30;  // from here on the logarithm is computed directly
  const double sides = alternative == Alternative::two_sided ? 2 : 1;
  const double tail = alternative == Alternative::two_sided ? std::abs(z)
                      : alternative == Alternative::greater ? z
                                                            : -z;
  TestResult result;
  result.p = sides * numeric::normal_upper(tail);
  result.log_p = tail < far_out ? std::log(result.p) : std::log(sides) + numeric::log_normal_upper(tail);
  result.statistic = z;
  return result;
}

TestResult chi_squared_test(double z, Alternative alternative) {
  TestResult result = normal_test(z, alternative);
  result.statistic = z * z;
  result.df = 1;
  return result;
}

Working chi_squared_working(std::vector<Step> steps, double root, Alternative alternative) {
  if (alternative == Alternative::two_sided)
    return {std::move(steps), "the area of chi-squared on 1 df above X2"};
  steps.push_back({"root of X2, positive where the experimental arm has more", "Z", "", root});
  return normal_working(std::move(steps), alternative);
}

Working normal_working(std::vector<Step> steps, Alternative alternative) {
  constexpr std::string_view two_sided = "twice the area of the normal distribution beyond Z";
  constexpr std::string_view less = "the area of the normal distribution below Z";
  constexpr std::string_view greater = "the area of the normal distribution above Z";
  return {std::move(steps), alternative == Alternative::two_sided ? two_sided
                            : alternative == Alternative::less    ? less
                                                                  : greater};
}

}  // namespace trialcalc::two_by_two
