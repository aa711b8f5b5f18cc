#include "stats/paired/discordant_tail.hpp"
#include "stats/paired/methods.hpp"

namespace trialcalc::paired {

/// McNemar's mid-P test.
///
/// Formula  the exact P less the probability of b, half of it for each tail; 1 - P(b) / 2 where b = c
/// Given    pairs    discordant counts b, c
///          options  greater: the event is more frequent under the first condition
/// Returns  P
/// Edges    b + c = 0: P = 1
/// Error    relative error of P below 1e-12 up to 1e5 discordant pairs, 1e-10 up to 1e9
/// Source   Fagerland, Lydersen & Laake 2013, BMC Medical Research Methodology 13:91
TestResult mcnemar_midp(const Pairs& pairs, const TestOptions& options) {
  return discordant_result(pairs, options, 0.5);
}

}  // namespace trialcalc::paired
