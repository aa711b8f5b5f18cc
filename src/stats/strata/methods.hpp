#pragma once
// Strata of two-by-two tables: common measures, tests of association and of homogeneity.
// In formulas a, b, c, d, n1, n2, N, m belong to each stratum, and sums run over the strata.
#include <span>
#include <string_view>

#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::strata {

using Strata = std::span<const TwoByTwo>;

Interval robins_breslow_greenland(Strata strata, const Confidence& confidence);
Interval peto(Strata strata, const Confidence& confidence);
Interval conditional_exact(Strata strata, const Confidence& confidence);
Interval conditional_midp(Strata strata, const Confidence& confidence);
Interval greenland_robins_rr(Strata strata, const Confidence& confidence);
Interval sato(Strata strata, const Confidence& confidence);
Interval greenland_robins_rd(Strata strata, const Confidence& confidence);

TestResult cmh(Strata strata, const TestOptions& options);
TestResult cmh_cc(Strata strata, const TestOptions& options);
TestResult cmh_exact(Strata strata, const TestOptions& options);
TestResult breslow_day(Strata strata, const TestOptions& options);
TestResult tarone(Strata strata, const TestOptions& options);
TestResult woolf_homogeneity(Strata strata, const TestOptions& options);
TestResult peto_homogeneity(Strata strata, const TestOptions& options);

// The ways to their results, given that there is one.
Working robins_breslow_greenland_working(Strata strata, const Confidence& confidence);
Working peto_working(Strata strata, const Confidence& confidence);
Working greenland_robins_rr_working(Strata strata, const Confidence& confidence);
Working sato_working(Strata strata, const Confidence& confidence);
Working greenland_robins_rd_working(Strata strata, const Confidence& confidence);
Working cmh_working(Strata strata, const TestOptions& options);
Working cmh_cc_working(Strata strata, const TestOptions& options);
Working breslow_day_working(Strata strata, const TestOptions& options);
Working tarone_working(Strata strata, const TestOptions& options);

inline constexpr std::string_view no_information_reason = "no stratum has events and non-events";
inline constexpr std::string_view zero_sum_reason = "zero cell in every stratum";
inline constexpr std::string_view one_stratum_reason = "fewer than two strata with events and non-events";

}  // namespace trialcalc::strata
