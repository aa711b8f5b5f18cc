#include "trialcalc/methods.hpp"

#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

static constexpr PairedIntervalMethod intervals[] = {
    {{.key = "wald",
      .name = "Wald",
      .formula = "(b - c) / n -+ z sqrt(b + c - (b - c)^2 / n) / n",
      .source = "Agresti 2013, Categorical Data Analysis, 11.1.1",
      .when = "The interval of most textbooks; too short for small samples.",
      .partner = "",
      .usualness = 1},
     wald},
    {{.key = "newcombe",
      .name = "Newcombe hybrid score (method 10)",
      .formula = "D -+ sqrt(dl1^2 - 2 phi dl1 du2 + du2^2), from Wilson's limits",
      .source = "Newcombe 1998, Statistics in Medicine 17:2635",
      .when = "Small samples, when the pairs with the event under both conditions are known.",
      .partner = "",
      .usualness = 2},
     newcombe},
    {{.key = "tango",
      .name = "Tango score",
      .formula = "delta with (b - c - n delta)^2 = z^2 n (p12 + p21 - delta^2)",
      .source = "Tango 1998, Statistics in Medicine 17:891",
      .when = "Small samples and equivalence; agrees with McNemar's test about 0.",
      .partner = "mcnemar",
      .usualness = 2},
     tango},
    {{.key = "bonett-price",
      .name = "Bonett-Price",
      .formula = "(b - c) / (n + 2) -+ z sqrt((b + c + 2 - (b - c)^2 / (n + 2)) / (n + 2)^2)",
      .source = "Bonett & Price 2012, J Educ Behav Stat 37:479",
      .when = "A simple interval with good coverage.",
      .partner = "",
      .usualness = 4},
     bonett_price},
};

static constexpr PairedTestMethod test_rows[] = {
    {{.key = "mcnemar",
      .name = "McNemar",
      .formula = "(b - c)^2 / (b + c)",
      .source = "McNemar 1947, Psychometrika 12:153",
      .when = "The usual test of matched pairs.",
      .partner = "tango",
      .usualness = 1},
     mcnemar},
    {{.key = "mcnemar-cc",
      .name = "McNemar, continuity corrected",
      .formula = "(abs(b - c) - 1)^2 / (b + c)",
      .source = "Edwards 1948, Psychometrika 13:185",
      .when = "The default of R; conservative.",
      .partner = "",
      .usualness = 2},
     mcnemar_cc},
    {{.key = "mcnemar-exact",
      .name = "McNemar exact",
      .formula = "min(1, 2 P(X >= max(b, c))), X binomial(b + c, 1/2)",
      .source = "Cochran 1950, Biometrika 37:256",
      .when = "Few discordant pairs; conservative.",
      .partner = "",
      .usualness = 2},
     mcnemar_exact},
    {{.key = "mcnemar-midp",
      .name = "McNemar mid-P",
      .formula = "2 P(X >= max(b, c)) - P(X = b), X binomial(b + c, 1/2); 1 - P(X = b) / 2 where b = c",
      .source = "Fagerland, Lydersen & Laake 2013, BMC Med Res Methodol 13:91",
      .when = "Few discordant pairs, without the conservatism of the exact test.",
      .partner = "",
      .usualness = 4},
     mcnemar_midp},
};

std::span<const PairedIntervalMethod> methods() { return intervals; }
std::span<const PairedTestMethod> tests() { return test_rows; }

}  // namespace trialcalc::paired
