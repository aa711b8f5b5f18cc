#include "stats/means/methods.hpp"
#include "stats/means/standard_error.hpp"
#include "stats/numeric/asymptotic.hpp"
#include "stats/numeric/distributions.hpp"

namespace trialcalc::means {

namespace {

std::vector<Step> steps(const TwoMeans& means) {
  const StandardError error = pooled_standard_error(means);
  return {{"degrees of freedom", "df", "n1 + n2 - 2", error.df},
          {"common SD", "s", "sqrt(((n1 - 1) sd1^2 + (n2 - 1) sd2^2) / df)", pooled_sd(means)},
          {"standard error of the difference", "SE", "s sqrt(1/n1 + 1/n2)", error.value}};
}

}  // namespace

/// Student's t test of two means, with a common standard deviation.
///
/// Formula  t = (mean1 - mean2) / SE, SE = s sqrt(1/n1 + 1/n2), s^2 = ((n1 - 1) sd1^2 + (n2 - 1) sd2^2) / df,
///          df = n1 + n2 - 2
/// Given    means    mean, SD and n of each arm, in one unit
///          options  greater: the experimental mean is the greater one
/// Returns  statistic t, df, P
/// Edges    n1 + n2 < 3; both SD 0: not estimable
/// Error    relative error of P below 1e-12 where boost's Student distribution has it, log_p to any depth
/// Source   Student 1908, Biometrika 6:1; Altman 1991, Practical Statistics for Medical Research, 9.6
TestResult student_test(const TwoMeans& means, const TestOptions& options) {
  const StandardError error = pooled_standard_error(means);
  if (!error.reason.empty()) return TestResult::none(error.reason);
  const double t = (means.experimental.mean - means.control.mean) / error.value;
  return numeric::student_result(t, error.df, options.alternative);
}

/// Interval for the difference of means that belongs to the test above.
///
/// Formula  mean1 - mean2 -+ t(df) SE
/// Given    means       mean, SD and n of each arm, in one unit
///          confidence  two-sided level
/// Returns  bounds in the unit of the means; the estimate is mean1 - mean2
/// Edges    as the test
/// Source   as the test
Interval student(const TwoMeans& means, const Confidence& confidence) {
  const StandardError error = pooled_standard_error(means);
  if (!error.reason.empty()) return Interval::none(error.reason);
  const double difference = means.experimental.mean - means.control.mean;
  const double margin = -numeric::student_quantile(confidence.alpha() / 2, error.df) * error.value;
  return {difference - margin, difference + margin, difference, {}};
}

Working student_test_working(const TwoMeans& means, const TestOptions& options) {
  return test_working(means, pooled_standard_error(means), steps(means), options.alternative);
}

Working student_working(const TwoMeans& means, const Confidence& confidence) {
  return limits_working(pooled_standard_error(means), steps(means), confidence);
}

}  // namespace trialcalc::means
