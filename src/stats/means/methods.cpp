#include "trialcalc/methods.hpp"

#include "stats/means/methods.hpp"
#include "stats/means/standardised.hpp"

namespace trialcalc::means {

static constexpr MeanIntervalMethod intervals[] = {
    {{.key = "student",
      .name = "Student, common SD",
      .formula = "mean1 - mean2 -+ t sqrt(((n1 - 1) sd1^2 + (n2 - 1) sd2^2) / (n1 + n2 - 2) * (1/n1 + 1/n2))",
      .source = "Student 1908, Biometrika 6:1",
      .when = "The interval of most papers; assumes one standard deviation for both arms.",
      .partner = "student",
      .usualness = 1},
     student,
     student_working},
    {{.key = "welch",
      .name = "Welch, separate SDs",
      .formula = "mean1 - mean2 -+ t sqrt(sd1^2 / n1 + sd2^2 / n2)",
      .source = "Welch 1947, Biometrika 34:28",
      .when = "When the standard deviations differ; the default of R.",
      .partner = "welch",
      .usualness = 2},
     welch,
     welch_working},
};

static constexpr MeanIntervalMethod standardised_rows[] = {
    {{.key = "cohen-d",
      .name = "Cohen's d",
      .formula = "d -+ z sqrt(1/n1 + 1/n2 + d^2 / (2 (n1 + n2)))",
      .source = "Cohen 1988; Hedges & Olkin 1985, Statistical Methods for Meta-Analysis",
      .when = "A difference in units of the standard deviation; large samples.",
      .partner = "",
      .usualness = 1},
     cohen_d},
    {{.key = "hedges-g",
      .name = "Hedges' g",
      .formula = "J d -+ z sqrt(1/n1 + 1/n2 + (J d)^2 / (2 (n1 + n2)))",
      .source = "Hedges 1981, Journal of Educational Statistics 6:107",
      .when = "Cohen's d without its small-sample bias; the one of meta-analyses.",
      .partner = "",
      .usualness = 2},
     hedges_g},
    {{.key = "noncentral-t",
      .name = "Cohen's d, non-central t",
      .formula = "delta sqrt(1/n1 + 1/n2) where P(T(delta) <= t) = 1 - alpha/2 and alpha/2",
      .source = "Steiger & Fouladi 1997; Hedges & Olkin 1985",
      .when = "The exact interval for d; small samples.",
      .partner = "student",
      .usualness = 4},
     noncentral_t},
};

static constexpr MeanTestMethod test_rows[] = {
    {{.key = "student",
      .name = "Student t",
      .formula = "(mean1 - mean2) / sqrt(((n1 - 1) sd1^2 + (n2 - 1) sd2^2) / (n1 + n2 - 2) * (1/n1 + 1/n2))",
      .source = "Student 1908, Biometrika 6:1",
      .when = "The t test of most papers; assumes one standard deviation for both arms.",
      .partner = "student",
      .usualness = 1},
     student_test,
     student_test_working},
    {{.key = "welch",
      .name = "Welch t",
      .formula = "(mean1 - mean2) / sqrt(sd1^2 / n1 + sd2^2 / n2)",
      .source = "Welch 1947, Biometrika 34:28",
      .when = "When the standard deviations differ; the default of R.",
      .partner = "welch",
      .usualness = 2},
     welch_test,
     welch_test_working},
};

std::span<const MeanIntervalMethod> methods() { return intervals; }
std::span<const MeanIntervalMethod> standardised_methods() { return standardised_rows; }
std::span<const MeanTestMethod> tests() { return test_rows; }

}  // namespace trialcalc::means
