#pragma once
// Tests of an r x c table, each in the file of its name. Rows are arms, columns are categories.
#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc::table {

TestResult pearson(const CountTable& table, const TestOptions& options);
TestResult likelihood_ratio(const CountTable& table, const TestOptions& options);
TestResult fisher(const CountTable& table, const TestOptions& options);
TestResult cochran_armitage(const CountTable& table, const TestOptions& options);
TestResult cochran_armitage_exact(const CountTable& table, const TestOptions& options);

// The ways to their results, given that there is one. In formulas r1, r2, ... are the rows' totals and c1,
// c2,
// ... the columns'.
Working pearson_working(const CountTable& table, const TestOptions& options);
Working likelihood_ratio_working(const CountTable& table, const TestOptions& options);
Working cochran_armitage_working(const CountTable& table, const TestOptions& options);

}  // namespace trialcalc::table
