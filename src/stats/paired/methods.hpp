#pragma once
// Matched pairs: tests of equal proportions and intervals for their difference, each in the file of its name.
// In formulas: b pairs with the event under the first condition only, c under the second only, n in all.
#include <string_view>

#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::paired {

TestResult mcnemar(const Pairs& pairs, const TestOptions& options);
TestResult mcnemar_cc(const Pairs& pairs, const TestOptions& options);
TestResult mcnemar_exact(const Pairs& pairs, const TestOptions& options);
TestResult mcnemar_midp(const Pairs& pairs, const TestOptions& options);

Interval wald(const Pairs& pairs, const Confidence& confidence);
Interval newcombe(const Pairs& pairs, const Confidence& confidence);
Interval tango(const Pairs& pairs, const Confidence& confidence);
Interval bonett_price(const Pairs& pairs, const Confidence& confidence);

// The ways to their results, given that there is one.
Working mcnemar_working(const Pairs& pairs, const TestOptions& options);
Working mcnemar_cc_working(const Pairs& pairs, const TestOptions& options);
Working mcnemar_exact_working(const Pairs& pairs, const TestOptions& options);
Working wald_working(const Pairs& pairs, const Confidence& confidence);
Working newcombe_working(const Pairs& pairs, const Confidence& confidence);
Working tango_working(const Pairs& pairs, const Confidence& confidence);
Working bonett_price_working(const Pairs& pairs, const Confidence& confidence);

/// The steps to X2, closed by the tail that the alternative asks for; `root` is its signed root.
Working discordant_working(std::vector<Step> steps, double root, Alternative alternative);

inline constexpr std::string_view no_discordant_reason = "no discordant pairs";

}  // namespace trialcalc::paired
