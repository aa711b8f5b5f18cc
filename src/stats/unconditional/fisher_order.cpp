#include "stats/unconditional/fisher_order.hpp"

#include <cmath>

#include "stats/unconditional/exact_ties.hpp"
#include "stats/unconditional/log_ways.hpp"

namespace trialcalc::unconditional {

namespace {

double real(const Scaled& p) { return std::ldexp(p.mantissa, p.exponent); }

bool near(double ratio, Arms arms) { return std::abs(ratio - 1) < near_tie(arms); }

Tails tails_from(const WalkingTable& table) { return {table.s(), table.lowest() - 1, table.x()}; }

/// Fisher's P (greater) of a table is at most the observed one's: compared by the tail that is not close
/// to 1.
Extreme one_sided_rule(const WalkingTable& observed) {
  const Scaled at_least = observed.at_least(), below = observed.below();
  const bool small = real(at_least) <= 0.5;
  return [=](const WalkingTable& table) {
    const double r = small ? ratio(table.at_least(), at_least) : ratio(below, table.below());
    if (!near(r, table.arms())) return r < 1;
    if (table.s() == observed.s()) return table.x() >= observed.x();
    return compare_tails(table.arms(), tails_from(table), tails_from(observed)) <= 0;
  };
}

/// The tables of a margin that are at most as probable as one above the mode, and their probability.
struct AtMostAsProbable {
  Tails tails;
  Scaled probability;
};

/// Is the table below this one at most as probable: is this one at or below the mode?
bool at_or_below_mode(const WalkingTable& table) {
  const std::int64_t x = table.x(), y = table.s() - x;
  const auto [n1, n2] = table.arms();
  return x == table.lowest() || x * (n2 - y) <= (n1 - x + 1) * (y + 1);
}

/// Is table y of margin s at most as probable as table x? Logarithms decide unless they are closer than
/// near_tie.
bool at_most(const LogWays& log_ways, std::int64_t s, std::int64_t y, std::int64_t x) {
  const long double difference = log_ways(y, s - y) - log_ways(x, s - x);
  if (std::abs(difference) > near_tie(log_ways.arms())) return difference < 0;
  return compare_tables(log_ways.arms(), s, y, x) <= 0;
}

/// Requires a table above the mode: the last one below the mode that is no more probable, by bisection, since
/// the probabilities rise up to the mode; lowest - 1 when there is none.
std::int64_t opposite(const WalkingTable& table, const LogWays& log_ways) {
  const auto [n1, n2] = table.arms();
  const std::int64_t mode = (n1 + 1) * (table.s() + 1) / (n1 + n2 + 2);
  std::int64_t low = table.lowest() - 1, high = std::min(mode, table.x());
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (at_most(log_ways, table.s(), middle, table.x()) ? low : high) = middle;
  }
  return low;
}

/// Requires a table above the mode.
AtMostAsProbable at_most_as_probable(const WalkingTable& table, const LogWays& log_ways) {
  const std::int64_t low = opposite(table, log_ways), s = table.s();
  AtMostAsProbable result{{s, low, table.x()}, table.at_least()};
  if (low < table.lowest()) return result;
  const long double log_ratio = log_ways(low, s - low) - log_ways(table.x(), s - table.x());
  const Scaled probability = table.probability() * static_cast<double>(std::exp(log_ratio));
  result.probability = result.probability + table.moved(low, probability).at_most();
  return result;
}

Tails mirrored(const Tails& tails) { return {tails.s, tails.s - tails.high, tails.s - tails.low}; }

/// Fisher's two-sided P of a table is at most the observed one's, both in the same order of the arms.
Extreme two_sided_rule(const AtMostAsProbable& observed, const LogWays& log_ways) {
  return [observed, &log_ways](const WalkingTable& table) {
    if (at_or_below_mode(table)) return false;
    if (ratio(table.at_least(), observed.probability) > 1 + near_tie(table.arms())) return false;
    const AtMostAsProbable here = at_most_as_probable(table, log_ways);
    const double r = ratio(here.probability, observed.probability);
    if (!near(r, table.arms())) return r < 1;
    if (here.tails.s == observed.tails.s && here.tails.high == observed.tails.high) return true;
    return compare_tails(table.arms(), here.tails, observed.tails) <= 0;
  };
}

}  // namespace

TestResult fisher_greater(const TwoByTwo& table, const TestOptions& options) {
  if (table.patients() > max_patients) return TestResult::none(too_many_patients);
  const Arms arms = arms_of(table);
  const WalkingTable observed(arms, table.experimental.events, table.events());
  const bool all = observed.x() == observed.lowest();
  TestResult result = all ? every_table_counts()
                          : maximise_common_risk(table, upper_tails(arms, one_sided_rule(observed)), options);
  result.statistic = real(observed.at_least());
  return result;
}

TestResult fisher_two_sided(const TwoByTwo& table, const TestOptions& options) {
  if (table.patients() > max_patients) return TestResult::none(too_many_patients);
  Arms arms = arms_of(table);
  WalkingTable observed(arms, table.experimental.events, table.events());
  if (at_or_below_mode(observed)) {
    arms = arms.swapped();
    observed = WalkingTable(arms, table.control.events, table.events());
  }
  TestResult result;
  if (at_or_below_mode(observed)) {  // the most probable table of its margin: P = 1
    result = every_table_counts();
    result.statistic = 1;
    return result;
  }
  const LogWays log_ways(arms), swapped_log_ways(arms.swapped());
  const AtMostAsProbable upper = at_most_as_probable(observed, log_ways);
  const AtMostAsProbable lower{mirrored(upper.tails), upper.probability};
  const std::vector<Scaled> heights =
      two_tails(arms, two_sided_rule(upper, log_ways), two_sided_rule(lower, swapped_log_ways));
  result = maximise_common_risk(table, heights, options);
  result.statistic = std::min(1.0, real(upper.probability));
  return result;
}

}  // namespace trialcalc::unconditional
