#include "trialcalc/methods.hpp"

#include "stats/table/methods.hpp"

namespace trialcalc::table {

// The first row is the default; the rest in order of how usual they are.
static constexpr TableTestMethod rows[] = {
    {{.key = "pearson",
      .name = "Pearson chi-squared",
      .formula = "sum over cells of (O - E)^2 / E",
      .source = "Pearson 1900, Philosophical Magazine 50:157",
      .when = "The usual test of an r x c table; expected counts of five or more in most cells.",
      .partner = "",
      .usualness = 1},
     pearson,
     pearson_working},
    {{.key = "likelihood-ratio",
      .name = "Likelihood ratio (G)",
      .formula = "2 sum over cells of O ln(O / E)",
      .source = "Wilks 1938, Annals of Mathematical Statistics 9:60",
      .when = "Close to Pearson's; printed by SAS and SPSS beside it.",
      .partner = "",
      .usualness = 3},
     likelihood_ratio,
     likelihood_ratio_working},
    {{.key = "fisher",
      .name = "Fisher exact (Freeman-Halton)",
      .formula = "sum of P(T) over the tables T with these margins and P(T) <= P(observed)",
      .source = "Freeman & Halton 1951, Biometrika 38:141",
      .when = "When expected counts are small; by simulation where the exact sum is out of reach.",
      .partner = "",
      .usualness = 2,
      .enumerates = true},
     fisher},
    {{.key = "cochran-armitage",
      .name = "Cochran-Armitage trend",
      .formula = "(N sum x s - n1 sum c s)^2 N / (n1 n2 (N sum c s^2 - (sum c s)^2)), scores s = 0 1 2 ...",
      .source = "Armitage 1955, Biometrics 11:375",
      .when = "Two arms and ordered categories, or a proportion over ordered groups.",
      .partner = "",
      .usualness = 3},
     cochran_armitage,
     cochran_armitage_working},
    {{.key = "cochran-armitage-exact",
      .name = "Cochran-Armitage trend, exact",
      .formula = "P(abs(T - E) >= abs(observed - E)), T = sum x s, given the margins",
      .source = "Agresti, Mehta & Patel 1990, JASA 85:453",
      .when = "The trend test when counts are small.",
      .partner = "",
      .usualness = 5,
      .enumerates = true},
     cochran_armitage_exact},
};

std::span<const TableTestMethod> methods() { return rows; }

}  // namespace trialcalc::table
