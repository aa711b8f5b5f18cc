#include "stats/paired/discordant_tail.hpp"

#include <algorithm>
#include <cmath>

#include "stats/numeric/distributions.hpp"

namespace trialcalc::paired {

namespace {

struct Tail {
  double p, log_p;
};

/// P(X > k) + own P(X = k), X binomial(n, 1/2).
Tail upper_tail(std::int64_t k, std::int64_t n, double own) {
  const double p = numeric::binomial_upper(k + 1, n, 0.5) + own * numeric::binomial_pmf(k, n, 0.5);
  if (p > 1e-290) return {p, std::log(p)};
  // So far out the terms fall fast: their sum relative to the first one.
  double term = 1, sum = own;
  for (std::int64_t x = k; x < n && term > 1e-18 * sum; ++x)
    sum += term *= static_cast<double>(n - x) / static_cast<double>(x + 1);
  return {p, numeric::log_choose(n, k) - static_cast<double>(n) * std::log(2.0) + std::log(sum)};
}

}  // namespace

TestResult discordant_result(const Pairs& pairs, const TestOptions& options, double own) {
  const std::int64_t b = pairs.first_only, c = pairs.second_only, n = b + c;
  TestResult result;
  if (n == 0) return result;
  if (options.alternative == Alternative::two_sided && b == c) {
    // Both tails end at the observed number, whose probability counts once.
    result.log_p = std::log1p(-(1 - own) * numeric::binomial_pmf(b, n, 0.5));
    result.p = std::exp(result.log_p);
  } else if (options.alternative == Alternative::two_sided) {
    const Tail tail = upper_tail(std::max(b, c), n, own);
    result.p = std::min(1.0, 2 * tail.p);
    result.log_p = std::min(0.0, std::log(2.0) + tail.log_p);
  } else {
    // By symmetry P(X <= b) is P(X >= c).
    const Tail tail = upper_tail(options.alternative == Alternative::greater ? b : c, n, own);
    result.p = tail.p;
    result.log_p = tail.log_p;
  }
  return result;
}

}  // namespace trialcalc::paired
