#include "trialcalc/methods.hpp"

#include "stats/strata/methods.hpp"

namespace trialcalc::strata {

static constexpr StrataIntervalMethod odds_ratios[] = {
    {{.key = "robins-breslow-greenland",
      .name = "Mantel-Haenszel (Robins-Breslow-Greenland)",
      .formula = "exp(ln(R / S) -+ z sqrt(sum PR / (2 R^2) + sum (PS + QR) / (2 R S) + sum QS / (2 S^2))), R "
                 "= sum ad/N, S = sum bc/N",
      .source = "Robins, Breslow & Greenland 1986, Biometrics 42:311",
      .when = "The usual common odds ratio; holds for few large strata and for many small ones.",
      .partner = "",
      .usualness = 1},
     robins_breslow_greenland,
     robins_breslow_greenland_working},
    {{.key = "peto",
      .name = "Peto",
      .formula = "exp((sum of (a - E) -+ z sqrt(sum of V)) / sum of V)",
      .source = "Yusuf et al 1985, Prog Cardiovasc Dis 27:335",
      .when = "Rare events and arms of similar size; the odds ratio of older meta-analyses.",
      .partner = "cmh",
      .usualness = 2},
     peto,
     peto_working},
    {{.key = "conditional-exact",
      .name = "Conditional exact",
      .formula = "P(S >= s) = alpha/2 and P(S <= s) = alpha/2 given all margins",
      .source = "Mehta, Patel & Gray 1985, JASA 80:969",
      .when = "Sparse strata; conservative.",
      .partner = "",
      .usualness = 4},
     conditional_exact},
    {{.key = "conditional-midp",
      .name = "Conditional mid-P",
      .formula = "P(S > s) + P(S = s)/2 = alpha/2 and likewise below, given all margins",
      .source = "Mehta & Walsh 1992, Am Stat 46:146",
      .when = "Sparse strata, without the conservatism of the exact interval.",
      .partner = "",
      .usualness = 5},
     conditional_midp},
};

static constexpr StrataIntervalMethod risk_ratios[] = {
    {{.key = "greenland-robins",
      .name = "Mantel-Haenszel (Greenland-Robins)",
      .formula =
          "exp(ln(R / S) -+ z sqrt(sum of (n1 n2 m - a c N) / N^2 / (R S))), R = sum a n2/N, S = sum c n1/N",
      .source = "Greenland & Robins 1985, Biometrics 41:55",
      .when = "The usual common risk ratio.",
      .partner = "",
      .usualness = 1},
     greenland_robins_rr,
     greenland_robins_rr_working},
};

static constexpr StrataIntervalMethod risk_differences[] = {
    {{.key = "sato",
      .name = "Mantel-Haenszel (Sato)",
      .formula = "D -+ z sqrt(D sum P + sum Q) / W, D = sum of (a n2 - c n1)/N / W, W = sum n1 n2/N",
      .source = "Sato 1989, Biometrics 45:1323",
      .when = "The usual common risk difference; holds for few large strata and for many small ones.",
      .partner = "",
      .usualness = 1},
     sato,
     sato_working},
    {{.key = "greenland-robins",
      .name = "Mantel-Haenszel (Greenland-Robins)",
      .formula = "D -+ z sqrt(sum of (a b n2^3 + c d n1^3) / (n1 n2 N^2)) / W, W = sum n1 n2/N",
      .source = "Greenland & Robins 1985, Biometrics 41:55",
      .when = "Large strata; the risk difference of RevMan.",
      .partner = "",
      .usualness = 2},
     greenland_robins_rd,
     greenland_robins_rd_working},
};

static constexpr StrataTestMethod test_rows[] = {
    {{.key = "cmh",
      .name = "Cochran-Mantel-Haenszel",
      .formula = "(sum of (a - E))^2 / sum of V",
      .source = "Mantel & Haenszel 1959, JNCI 22:719",
      .when = "The usual test of association over strata.",
      .partner = "peto",
      .usualness = 1},
     cmh,
     StrataQuestion::association,
     cmh_working},
    {{.key = "cmh-cc",
      .name = "Cochran-Mantel-Haenszel, continuity corrected",
      .formula = "(abs(sum of (a - E)) - 1/2)^2 / sum of V",
      .source = "Mantel & Haenszel 1959, JNCI 22:719",
      .when = "The default of R.",
      .partner = "",
      .usualness = 2},
     cmh_cc,
     StrataQuestion::association,
     cmh_cc_working},
    {{.key = "cmh-exact",
      .name = "Exact conditional",
      .formula = "sum of P(S) over the sums S with P(S) <= P(s), given all margins",
      .source = "Mehta, Patel & Gray 1985, JASA 80:969",
      .when = "Sparse strata.",
      .partner = "",
      .usualness = 4},
     cmh_exact},
    {{.key = "breslow-day",
      .name = "Breslow-Day",
      .formula = "sum of (a - A)^2 / V, A fitted with the Mantel-Haenszel odds ratio",
      .source = "Breslow & Day 1980, Statistical Methods in Cancer Research I, 4.4",
      .when = "Are the odds ratios of the strata equal? Printed by SAS.",
      .partner = "",
      .usualness = 2},
     breslow_day,
     StrataQuestion::homogeneity,
     breslow_day_working},
    {{.key = "tarone",
      .name = "Tarone",
      .formula = "sum of (a - A)^2 / V - (sum of (a - A))^2 / sum of V",
      .source = "Tarone 1985, Biometrika 72:91",
      .when = "Breslow and Day's test made chi-squared; printed by SPSS.",
      .partner = "",
      .usualness = 3},
     tarone,
     StrataQuestion::homogeneity,
     tarone_working},
    {{.key = "woolf-homogeneity",
      .name = "Woolf",
      .formula = "sum of w (ln OR - mean)^2, w = 1 / (1/a + 1/b + 1/c + 1/d)",
      .source = "Woolf 1955, Ann Hum Genet 19:251",
      .when = "Are the odds ratios of large strata equal? Cochran's Q of their logarithms.",
      .partner = "",
      .usualness = 3},
     woolf_homogeneity,
     StrataQuestion::homogeneity},
    {{.key = "peto-homogeneity",
      .name = "Peto",
      .formula = "sum of (a - E)^2 / V - (sum of (a - E))^2 / sum of V",
      .source = "Yusuf et al 1985, Prog Cardiovasc Dis 27:335",
      .when = "Are the odds ratios of the strata equal? Beside Peto's odds ratio.",
      .partner = "",
      .usualness = 4},
     peto_homogeneity,
     StrataQuestion::homogeneity},
};

std::span<const StrataIntervalMethod> methods(Measure measure) {
  switch (measure) {
    case Measure::odds_ratio:
      return odds_ratios;
    case Measure::risk_ratio:
      return risk_ratios;
    case Measure::risk_difference:
      return risk_differences;
    case Measure::nnt:
      break;
  }
  return {};
}

std::span<const StrataTestMethod> tests() { return test_rows; }

}  // namespace trialcalc::strata
