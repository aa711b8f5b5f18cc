#include "stats/table/freeman_halton.hpp"

#include <algorithm>
#include <cmath>

#include "stats/numeric/distributions.hpp"
#include "stats/table/factorial_keys.hpp"
#include "stats/table/halves.hpp"
#include "stats/table/methods.hpp"
#include "stats/table/network.hpp"
#include "stats/table/problem.hpp"

namespace trialcalc::table {

namespace {

/// Beyond this many people the keys get too coarse, and the sum too long.
constexpr std::int64_t max_people = 1'000'000;
/// People in a row times columns: the numbers kept to bound keys, 8 bytes each, three times at most.
constexpr std::int64_t max_bounds = 5'000'000;
/// Steps of some 5 to 20 nanoseconds; and the estimates from which on there is no hope of making do with
/// them.
constexpr std::int64_t max_steps = 500'000'000;
constexpr double max_network_estimate = 2e8, max_halves_estimate = 3e7;
/// Branches of less than this, relative to P, are left out; what they add up to is known in the end.
constexpr double negligible_branch = 5e-19;
constexpr double negligible_sum = 5e-11;
/// Branches below this lose digits to underflow.
constexpr double least_branch = 1e-295;

double log_probability(const Margins& margins) {
  const auto log_factorial = [](std::int64_t n) { return numeric::log_gamma(static_cast<double>(n) + 1); };
  double log_p = -log_factorial(margins.total);
  for (const std::int64_t row : margins.rows) log_p += log_factorial(row);
  for (const std::int64_t column : margins.columns) log_p += log_factorial(column);
  for (const std::int64_t cell : margins.counts.cells) log_p -= log_factorial(cell);
  return log_p;
}

/// P is unknown before it is summed, and is needed to know what is negligible beside it: Pearson's is near,
/// and the observed table itself is a part of P. A guess that is too large costs a second round.
double guess(const Margins& margins) {
  const double pearson_p = pearson(margins.counts, {}).p;
  return std::max(pearson_p, std::exp(log_probability(margins)));
}

using Sum = Tail (*)(const Problem&, const FactorialKeys&, Pruning&);

/// Sums with ever smaller branches left out, until these are negligible beside P.
std::optional<ExactP> attempt(Sum sum, const Problem& problem, const FactorialKeys& factorials,
                              double guess) {
  Pruning pruning{guess * negligible_branch, 0, max_steps};
  while (pruning.least >= least_branch) {
    pruning.neglected = 0;
    const Tail tail = sum(problem, factorials, pruning);
    if (!pruning.complete()) return {};
    if (pruning.neglected <= negligible_sum * tail.mass)
      return ExactP{std::min(1.0, tail.mass), pruning.neglected + tail.uncertain};
    pruning.least *= std::min(0.1, 0.5 * negligible_sum * tail.mass / pruning.neglected);
  }
  return {};
}

}  // namespace

double log_upper_bound(const Margins& margins) {
  double log_tables = 0;  // all cells but those of the last row and the last column are free
  for (std::size_t i = 0; i + 1 < margins.rows.size(); ++i)
    for (std::size_t j = 0; j + 1 < margins.columns.size(); ++j)
      log_tables += std::log1p(static_cast<double>(std::min(margins.rows[i], margins.columns[j])));
  return log_probability(margins) + log_tables;
}

std::optional<ExactP> freeman_halton(const Margins& margins) {
  if (margins.total > max_people) return {};
  const FactorialKeys factorials(margins.total);
  const Problem problem = problem_of(margins, factorials);
  if (problem.rows.back() * static_cast<std::int64_t>(problem.columns.size()) > max_bounds) return {};
  // The network is quicker wherever equal paths meet, which cannot be foreseen, and tells early when they
  // don't.
  if (steps_by_network(problem, factorials) < max_network_estimate)
    if (const auto exact = attempt(sum_by_network, problem, factorials, guess(margins))) return exact;
  if (steps_by_halves(problem, factorials) < max_halves_estimate)
    return attempt(sum_by_halves, problem, factorials, guess(margins));
  return {};
}

}  // namespace trialcalc::table
