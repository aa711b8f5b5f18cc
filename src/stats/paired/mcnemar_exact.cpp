#include "stats/paired/discordant_tail.hpp"
#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

/// Exact McNemar test: the sign test of the discordant pairs.
///
/// Formula  twice the smaller of P(X <= b) and P(X >= b), at most 1; X binomial(b + c, 1/2)
/// Given    pairs    discordant counts b, c
///          options  greater: the event is more frequent under the first condition
/// Returns  P
/// Edges    b + c = 0: P = 1
/// Error    relative error of P below 1e-12 up to 1e5 discordant pairs, 1e-10 up to 1e9
/// Source   Cochran 1950, Biometrika 37:256; Agresti 2013, Categorical Data Analysis, 11.1.2
TestResult mcnemar_exact(const Pairs& pairs, const TestOptions& options) {
  return discordant_result(pairs, options, 1);
}

Working mcnemar_exact_working(const Pairs& pairs, const TestOptions& options) {
  const std::int64_t b = pairs.first_only, c = pairs.second_only;
  const Step discordant{"discordant pairs", "m", "b + c", static_cast<double>(b + c)};
  const auto tail = [&](Alternative side) { return discordant_result(pairs, {side, 0}, 1).p; };
  const bool more = b >= c;
  const auto larger = [&](bool first) {
    return Step{"probability of so many or more of m, each with 1/2", "T", first ? "P(X >= b)" : "P(X >= c)",
                tail(first ? Alternative::greater : Alternative::less)};
  };
  if (options.alternative == Alternative::two_sided)
    return {{discordant, larger(more)}, b == c ? "1, as both tails hold the observed pairs" : "2 * T"};
  return {{discordant, larger(options.alternative == Alternative::greater)}, "T"};
}

}  // namespace trialcalc::paired
