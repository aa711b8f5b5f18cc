#include "trialcalc/methods.hpp"

#include "stats/odds_ratio/methods.hpp"
#include "stats/unconditional/methods.hpp"

namespace trialcalc::odds_ratio {

// The first row is the default; the rest in order of how usual they are.
static constexpr IntervalMethod rows[] = {
    {{.key = "woolf",
      .name = "Woolf logit",
      .formula = "exp(ln(a d / (b c)) -+ z sqrt(1/a + 1/b + 1/c + 1/d))",
      .source = "Woolf 1955, Ann Hum Genet 19:251",
      .when = "The interval of most papers and of logistic models; needs every cell above 0.",
      .partner = "wald-log-or",
      .usualness = 1},
     woolf,
     woolf_working},
    {{.key = "conditional-exact",
      .name = "Conditional exact (Cornfield)",
      .formula = "odds ratios where P(X >= a) and P(X <= a) are each half of 1 - level, X non-central "
                 "hypergeometric of "
                 "n1 n2 m",
      .source = "Cornfield 1956, Proc 3rd Berkeley Symp 4:135",
      .when = "Beside Fisher's test; never below the level, and so wide in small samples.",
      .partner = "fisher-doubled",
      .usualness = 2},
     conditional_exact},
    {{.key = "gart",
      .name = "Gart adjusted logit",
      .formula = "exp(ln((a+0.5)(d+0.5) / ((b+0.5)(c+0.5))) -+ z sqrt(1/(a+0.5) + 1/(b+0.5) + 1/(c+0.5) + "
                 "1/(d+0.5)))",
      .source = "Gart 1966, J R Stat Soc B 28:164",
      .when = "When a cell is zero and a simple formula is wanted.",
      .partner = "",
      .usualness = 2},
     gart,
     gart_working},
    {{.key = "miettinen-nurminen",
      .name = "Miettinen-Nurminen score",
      .formula = "odds ratios where (a - A)^2 (1/A + 1/B + 1/C + 1/D) (N - 1) / N = z^2, A B C D fitted with "
                 "the margins "
                 "of a b c d",
      .source = "Miettinen & Nurminen 1985, Stat Med 4:213",
      .when = "Any table, zero cells too.",
      .partner = "n-1",
      .usualness = 3},
     miettinen_nurminen,
     miettinen_nurminen_working},
    {{.key = "conditional-midp",
      .name = "Conditional mid-P (Cornfield)",
      .formula = "odds ratios where P(X > a) + P(X = a) / 2 and P(X < a) + P(X = a) / 2 are each half of 1 - "
                 "level, X "
                 "non-central hypergeometric of n1 n2 m",
      .source = "Mehta & Walsh 1992, Am Stat 46:146",
      .when = "As the exact one, with coverage nearer the level.",
      .partner = "midp-doubled",
      .usualness = 3},
     conditional_midp},
    {{.key = "score",
      .name = "Score (Cornfield without correction)",
      .formula = "odds ratios where (a - A)^2 (1/A + 1/B + 1/C + 1/D) = z^2, A B C D fitted with the margins "
                 "of a b c d",
      .source = "Cornfield 1956, Proc 3rd Berkeley Symp 4:135",
      .when = "Any table, zero cells too; agrees with Pearson's test.",
      .partner = "pearson",
      .usualness = 3},
     score,
     score_working},
    {{.key = "likelihood-ratio",
      .name = "Profile likelihood",
      .formula = "odds ratios where 2 (a ln(a/A) + b ln(b/B) + c ln(c/C) + d ln(d/D)) = z^2, A B C D fitted "
                 "with the "
                 "margins of a b c d",
      .source = "Wilks 1938, Ann Math Stat 9:60",
      .when = "To agree with a logistic model's profile likelihood.",
      .partner = "likelihood-ratio",
      .usualness = 3},
     likelihood_ratio},
    {{.key = "cornfield-cc",
      .name = "Cornfield, continuity corrected",
      .formula = "odds ratios where (abs(a - A) - 1/2)^2 (1/A + 1/B + 1/C + 1/D) = z^2, A B C D fitted with "
                 "the margins "
                 "of a b c d",
      .source = "Cornfield 1956, Proc 3rd Berkeley Symp 4:135",
      .when = "To follow epidemiology of before 1990 and Epi Info; close to the exact interval.",
      .partner = "",
      .usualness = 4},
     cornfield_cc},
    {{.key = "baptista-pike",
      .name = "Baptista-Pike exact",
      .formula = "odds ratios where the tables at most as probable as a b c d, all margins fixed, have more "
                 "than 1 - level "
                 "of the probability",
      .source = "Baptista & Pike 1977, Appl Stat 26:214",
      .when = "Beside Fisher's two-sided test; shorter than the conditional exact interval.",
      .partner = "",
      .usualness = 4},
     baptista_pike},
    {{.key = "baptista-pike-midp",
      .name = "Baptista-Pike mid-P",
      .formula = "odds ratios where the tables at most as probable as a b c d, all margins fixed, less half "
                 "of the observed "
                 "one, have more than 1 - level of the probability",
      .source = "Fagerland 2012, Stata J 12:505",
      .when = "Small samples; recommended by Fagerland, Lydersen and Laake.",
      .partner = "",
      .usualness = 4},
     baptista_pike_midp},
    {{.key = "mover-wilson",
      .name = "MOVER-R Wilson",
      .formula = "(a/b c/d -+ sqrt((a/b c/d)^2 - L1 L2 (2 a/b - L1) (2 c/d - L2))) / (L2 (2 c/d - L2)), L1 "
                 "and L2 the "
                 "odds of opposite Wilson limits",
      .source = "Fagerland & Newcombe 2013, Stat Med 32:2823",
      .when = "A closed form close to the score interval.",
      .partner = "",
      .usualness = 5},
     mover_wilson},
    {{.key = "independence-smoothed",
      .name = "Independence-smoothed logit",
      .formula =
          "Woolf of a + 2 n1 m / N^2, b + 2 n1 (N - m) / N^2, c + 2 n2 m / N^2, d + 2 n2 (N - m) / N^2",
      .source = "Agresti 1999, Biometrics 55:597",
      .when = "Small samples, when a simple formula is wanted.",
      .partner = "",
      .usualness = 5},
     independence_smoothed},
    {{.key = "inverse-sinh",
      .name = "Inverse sinh",
      .formula = "exp(ln(a d / (b c)) -+ 2 asinh(z / 2 sqrt(1/a + 1/b + 1/c + 1/d)))",
      .source = "Newcombe 2001, Am Stat 55:200",
      .when = "A closed form that stays narrower than the Woolf interval in small samples.",
      .partner = "",
      .usualness = 5},
     inverse_sinh},
    {{.key = "adjusted-inverse-sinh",
      .name = "Adjusted inverse sinh",
      .formula =
          "exp(ln((a+0.45)(d+0.45) / ((b+0.45)(c+0.45))) -+ 2 asinh(z / 2 sqrt(1/(a+0.25) + 1/(b+0.25) + "
          "1/(c+0.25) + 1/(d+0.25))))",
      .source = "Fagerland & Newcombe 2013, Stat Med 32:2823",
      .when = "As inverse-sinh, with coverage nearer the level in small samples.",
      .partner = "",
      .usualness = 5},
     adjusted_inverse_sinh},
    // Exact unconditional intervals.
    {{.key = "chan-zhang",
      .name = "Chan-Zhang exact unconditional",
      .formula = "the v with sup over risk of Pr(T >= t) > alpha/2 and of Pr(T <= t) > alpha/2, T the score "
                 "z of (p1 / (1 - p1)) / (p2 / (1 - p2)) = v",
      .source = "Chan & Zhang 1999, Biometrics 55:1202",
      .when = "Exact from two one-sided tests; StatXact's and SAS's with the score statistic.",
      .partner = "",
      .usualness = 5,
      .enumerates = true},
     unconditional::chan_zhang_odds_ratio},
    {{.key = "agresti-min",
      .name = "Agresti-Min exact unconditional",
      .formula = "the v with sup over risk of Pr(|T| >= |t|) > alpha, T the score z of (p1 / (1 - p1)) / (p2 "
                 "/ (1 - p2)) = v",
      .source = "Agresti & Min 2002, Biostatistics 3:379",
      .when = "Exact from one two-sided test; shorter than chan-zhang.",
      .partner = "barnard",
      .usualness = 5,
      .enumerates = true},
     unconditional::agresti_min_odds_ratio},
};

std::span<const IntervalMethod> methods() { return rows; }

}  // namespace trialcalc::odds_ratio
