#include "trialcalc/methods.hpp"

#include "stats/risk_ratio/methods.hpp"
#include "stats/unconditional/methods.hpp"

namespace trialcalc::risk_ratio {

// The first row is the default; the rest in order of how usual they are.
static constexpr IntervalMethod rows[] = {
    {{.key = "katz-log",
      .name = "Katz log",
      .formula = "exp(ln(p1 / p2) -+ z sqrt(1/a - 1/n1 + 1/c - 1/n2))",
      .source = "Katz et al 1978, Biometrics 34:469",
      .when = "The interval of most papers and of most software; needs events in both arms.",
      .partner = "wald-log-rr",
      .usualness = 1},
     katz_log,
     katz_log_working},
    {{.key = "miettinen-nurminen",
      .name = "Miettinen-Nurminen score",
      .formula = "phi where (p1 - phi p2)^2 / ((v1/n1 + phi^2 v2/n2) N / (N - 1)) = z^2, v1 and v2 the "
                 "risks' p (1 - p) "
                 "fitted under phi",
      .source = "Miettinen & Nurminen 1985, Stat Med 4:213",
      .when = "Any table, zero cells too; what regulators and SAS mean by the score interval.",
      .partner = "n-1",
      .usualness = 2},
     miettinen_nurminen,
     miettinen_nurminen_working},
    {{.key = "koopman",
      .name = "Koopman score",
      .formula = "phi where (p1 - phi p2)^2 / (v1/n1 + phi^2 v2/n2) = z^2, v1 and v2 the risks' p (1 - p) "
                 "fitted under phi",
      .source = "Koopman 1984, Biometrics 40:513",
      .when = "Any table, zero cells too; agrees with Pearson's test.",
      .partner = "pearson",
      .usualness = 2},
     koopman,
     koopman_working},
    {{.key = "adjusted-log",
      .name = "Adjusted log",
      .formula =
          "exp(ln((a+0.5)/(n1+0.5) / ((c+0.5)/(n2+0.5))) -+ z sqrt(1/(a+0.5) - 1/(n1+0.5) + 1/(c+0.5) - "
          "1/(n2+0.5)))",
      .source = "Walter 1975, Biometrika 62:371",
      .when = "When a cell is zero and a simple formula is wanted.",
      .partner = "",
      .usualness = 3},
     adjusted_log,
     adjusted_log_working},
    {{.key = "likelihood-ratio",
      .name = "Profile likelihood",
      .formula =
          "phi where 2 (a ln(a/A) + (n1-a) ln((n1-a)/B) + c ln(c/C) + (n2-c) ln((n2-c)/D)) = z^2, A B C D "
          "fitted under phi",
      .source = "Wilks 1938, Ann Math Stat 9:60",
      .when = "To agree with a log-binomial model.",
      .partner = "likelihood-ratio",
      .usualness = 3},
     likelihood_ratio},
    {{.key = "mover-wilson",
      .name = "MOVER-R Wilson",
      .formula =
          "(p1 p2 -+ sqrt((p1 p2)^2 - L1 L2 (2 p1 - L1) (2 p2 - L2))) / (L2 (2 p2 - L2)), L1 and L2 opposite "
          "Wilson limits",
      .source = "Donner & Zou 2012, Stat Methods Med Res 21:347",
      .when = "A closed form close to the score interval.",
      .partner = "",
      .usualness = 4},
     mover_wilson},
    {{.key = "price-bonett",
      .name = "Price-Bonett approximate Bayes",
      .formula =
          "exp(ln((a+0.25)/(n1+1.75) / ((c+0.25)/(n2+1.75))) -+ z sqrt((n1-a+1.5)/((a+0.25)(n1+1.75)) + "
          "(n2-c+1.5)/((c+0.25)(n2+1.75))))",
      .source = "Price & Bonett 2008, Stat Med 27:5497",
      .when = "Small samples, zero cells too.",
      .partner = "",
      .usualness = 4},
     price_bonett},
    {{.key = "inverse-sinh",
      .name = "Inverse sinh",
      .formula = "exp(ln(p1 / p2) -+ 2 asinh(z / 2 sqrt(1/a - 1/n1 + 1/c - 1/n2)))",
      .source = "Newcombe 2001, Am Stat 55:200",
      .when = "A closed form that stays narrower than the Katz interval in small samples.",
      .partner = "",
      .usualness = 5},
     inverse_sinh},
    {{.key = "adjusted-inverse-sinh",
      .name = "Adjusted inverse sinh",
      .formula = "exp(ln(p1 / p2) -+ 2 asinh(z / 2 sqrt(1/a - 1/(n1+1) + 1/c - 1/(n2+1))))",
      .source = "Fagerland & Newcombe 2013, Stat Med 32:2823",
      .when = "As inverse-sinh, with coverage nearer the level in small samples.",
      .partner = "",
      .usualness = 5},
     adjusted_inverse_sinh},
    // Exact unconditional intervals.
    {{.key = "chan-zhang",
      .name = "Chan-Zhang exact unconditional",
      .formula = "the v with sup over risk of Pr(T >= t) > alpha/2 and of Pr(T <= t) > alpha/2, T the score "
                 "z of p1 / p2 = v",
      .source = "Chan & Zhang 1999, Biometrics 55:1202",
      .when = "Exact from two one-sided tests; StatXact's and SAS's with the score statistic.",
      .partner = "",
      .usualness = 5,
      .enumerates = true},
     unconditional::chan_zhang_ratio},
    {{.key = "agresti-min",
      .name = "Agresti-Min exact unconditional",
      .formula = "the v with sup over risk of Pr(|T| >= |t|) > alpha, T the score z of p1 / p2 = v",
      .source = "Agresti & Min 2001, Biometrics 57:963",
      .when = "Exact from one two-sided test; shorter than chan-zhang.",
      .partner = "barnard",
      .usualness = 5,
      .enumerates = true},
     unconditional::agresti_min_ratio},
};

std::span<const IntervalMethod> methods() { return rows; }

}  // namespace trialcalc::risk_ratio
