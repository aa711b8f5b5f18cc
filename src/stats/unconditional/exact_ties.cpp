#include "stats/unconditional/exact_ties.hpp"

#include <boost/multiprecision/cpp_int.hpp>

namespace trialcalc::unconditional {

namespace {

using Integer = boost::multiprecision::cpp_int;

Integer choose(std::int64_t n, std::int64_t k) {
  k = std::min(k, n - k);
  Integer result = 1;
  for (std::int64_t i = 1; i <= k; ++i) {
    result *= n - k + i;
    result /= i;
  }
  return result;
}

/// Number of ways to reach the tables from x to the end of the margin: the sum of C(n1, k) C(n2, s - k).
Integer ways_upward(Arms arms, std::int64_t s, std::int64_t x) {
  const std::int64_t last = std::min(arms.first, s);
  x = std::max({x, std::int64_t{0}, s - arms.second});
  if (x > last) return 0;
  Integer term = choose(arms.first, x) * choose(arms.second, s - x), sum = term;
  for (; x < last; ++x) {
    term *= (arms.first - x) * (s - x);
    term /= (x + 1) * (arms.second - s + x + 1);
    sum += term;
  }
  return sum;
}

Integer ways(Arms arms, const Tails& tails) {
  return ways_upward(arms, tails.s, tails.high) + ways_upward(arms.swapped(), tails.s, tails.s - tails.low);
}

/// Equal arms: exactly half of an odd margin is the upper half.
bool is_upper_half(Arms arms, const Tails& tails) {
  return arms.first == arms.second && tails.s % 2 == 1 && tails.high == (tails.s + 1) / 2 &&
         tails.low < std::max<std::int64_t>(0, tails.s - arms.second);
}

std::strong_ordering order(const Integer& a, const Integer& b) {
  return a < b   ? std::strong_ordering::less
         : a > b ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

}  // namespace

std::strong_ordering compare_tails(Arms arms, const Tails& x, const Tails& y) {
  if (x.s == y.s) return order(ways(arms, x), ways(arms, y));
  if (is_upper_half(arms, x) && is_upper_half(arms, y)) return std::strong_ordering::equal;
  // Equal arms: taking the event for its absence maps margin s to n1 + n2 - s and x to x + n1 - s.
  if (arms.first == arms.second && x.s + y.s == arms.patients()) {
    const std::int64_t shift = arms.first - y.s;
    if (x.low == y.low + shift && x.high == y.high + shift) return std::strong_ordering::equal;
  }
  return order(ways(arms, x) * choose(arms.patients(), y.s), ways(arms, y) * choose(arms.patients(), x.s));
}

std::strong_ordering compare_tables(Arms arms, std::int64_t s, std::int64_t x, std::int64_t y) {
  const bool mirrored =
      (arms.first == arms.second && x + y == s) || (2 * s == arms.patients() && x + y == arms.first);
  if (x == y || mirrored) return std::strong_ordering::equal;
  return order(choose(arms.first, x) * choose(arms.second, s - x),
               choose(arms.first, y) * choose(arms.second, s - y));
}

}  // namespace trialcalc::unconditional
