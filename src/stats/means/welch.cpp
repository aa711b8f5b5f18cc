#include "stats/means/methods.hpp"
#include "stats/means/standard_error.hpp"
#include "stats/numeric/asymptotic.hpp"
#include "stats/numeric/distributions.hpp"

namespace trialcalc::means {

namespace {

std::vector<Step> steps(const TwoMeans& means) {
  const StandardError error = welch_standard_error(means);
  return {
      {"standard error of the difference", "SE", "sqrt(sd1^2 / n1 + sd2^2 / n2)", error.value},
      {"degrees of freedom (Satterthwaite)", "df",
       "(sd1^2 / n1 + sd2^2 / n2)^2 / ((sd1^2 / n1)^2 / (n1 - 1) + (sd2^2 / n2)^2 / (n2 - 1))", error.df}};
}

}  // namespace

/// Welch's t test of two means, each arm with its own standard deviation.
///
/// Formula  t = (mean1 - mean2) / SE, SE = sqrt(sd1^2 / n1 + sd2^2 / n2),
///          df = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1)), v = sd^2 / n
/// Given    means    mean, SD and n of each arm, in one unit
///          options  greater: the experimental mean is the greater one
/// Returns  statistic t, df, P
/// Edges    n1 = 1 or n2 = 1; both SD 0: not estimable
/// Error    relative error of P below 1e-12 where boost's Student distribution has it, log_p to any depth
/// Source   Welch 1947, Biometrika 34:28; Satterthwaite 1946, Biometrics Bulletin 2:110
TestResult welch_test(const TwoMeans& means, const TestOptions& options) {
  const StandardError error = welch_standard_error(means);
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
Interval welch(const TwoMeans& means, const Confidence& confidence) {
  const StandardError error = welch_standard_error(means);
  if (!error.reason.empty()) return Interval::none(error.reason);
  const double difference = means.experimental.mean - means.control.mean;
  const double margin = -numeric::student_quantile(confidence.alpha() / 2, error.df) * error.value;
  return {difference - margin, difference + margin, difference, {}};
}

Working welch_test_working(const TwoMeans& means, const TestOptions& options) {
  return test_working(means, welch_standard_error(means), steps(means), options.alternative);
}

Working welch_working(const TwoMeans& means, const Confidence& confidence) {
  return limits_working(welch_standard_error(means), steps(means), confidence);
}

}  // namespace trialcalc::means
