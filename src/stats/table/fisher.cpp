#include <cmath>

#include "stats/table/freeman_halton.hpp"
#include "stats/table/methods.hpp"
#include "stats/table/monte_carlo.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::table {

namespace {

/// An error bound below this part of P is rounding, not worth a word.
constexpr double exact_enough = 1e-9;

/// ln P below which the terms of the sum underflow, and below which a simulation sees nothing.
constexpr double smallest_log_p = -600, simulation_log_p = -16;

TestResult result_of(const ExactP& exact) {
  TestResult result;
  result.p = exact.p;
  result.log_p = std::log(exact.p);
  if (exact.error > exact_enough * exact.p) result.p_error = exact.error;
  return result;
}

TestResult upper_bound(double log_p) {
  TestResult result;
  result.p = std::exp(log_p);
  result.log_p = log_p;
  result.p_error = result.p;
  result.note = "an upper bound: the observed table's probability times the number of tables";
  return result;
}

TestResult result_of(const SimulatedP& simulated) {
  TestResult result;
  result.p = simulated.p;
  result.log_p = std::log(simulated.p);
  result.p_error = simulated.standard_error;
  result.note =
      "Monte Carlo with a fixed seed, the exact sum being out of reach; the error is a standard error";
  return result;
}

}  // namespace

/// Fisher's exact test of an r x c table, as Freeman and Halton extended it.
///
/// Formula  sum of P(T) over the tables T with the observed margins and P(T) <= P(observed),
///          P(T) = prod(row totals!) prod(column totals!) / (N! prod(cells!))
/// Given    table    counts of people; rows are arms, columns categories
///          options  one-sided only for two by two, where the first column is the event
/// Returns  P; two by two it is the test of that name of two proportions
/// Edges    rows and columns of zeros are dropped; fewer than two of either left: P = 1
/// Error    ties are exact (sums of integer keys made of the prime factors); what was left out as negligible
///          is below 5e-11 P. Beyond some 10^8 steps, or 10^6 people: a simulation with a fixed seed, which
///          the note says, with its standard error in p_error; or, for the smallest P, an upper bound
/// Source   Freeman & Halton 1951, Biometrika 38:141; Mehta & Patel 1983, JASA 78:427
TestResult fisher(const CountTable& table, const TestOptions& options) {
  const Margins margins = without_empty_margins(table);
  if (margins.degenerate()) return {};
  if (margins.two_by_two()) return two_by_two::fisher(as_two_by_two(margins), options);
  if (options.alternative != Alternative::two_sided) return TestResult::none(no_direction_reason);
  const double log_bound = log_upper_bound(margins);
  if (log_bound < smallest_log_p) return upper_bound(log_bound);
  if (const auto exact = freeman_halton(margins)) return result_of(*exact);
  return log_bound < simulation_log_p ? upper_bound(log_bound) : result_of(simulated_fisher(margins));
}

}  // namespace trialcalc::table
