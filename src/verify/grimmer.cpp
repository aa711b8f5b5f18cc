#include <algorithm>
#include <cmath>
#include <limits>

#include "trialcalc/digits.hpp"
#include "verify/decimal_set.hpp"

namespace trialcalc {

namespace {

using verify::Int128;
using Int = std::int64_t;

/// Everything is an integer below this; products of three such stay within 128 bits.
constexpr long double largest_product = 1e37L, largest_squares = 4e18L;

/// What stays the same over all sums.
struct Question {
  verify::DecimalSet sd;
  IntegerGroup group;
  Int divisor;  ///< n - 1, or n for an SD of a whole population
};

bool too_large(const Question& question) {
  const long double n = static_cast<long double>(question.group.n),
                    k = static_cast<long double>(question.group.items);
  const long double high = static_cast<long double>(question.sd.high),
                    unit = static_cast<long double>(question.sd.per_unit);
  const long double squares = high / unit * k * (high / unit * k) * n + n;
  return high * high * n * n * k * k > largest_product || squares > largest_squares ||
         squares * n * unit * unit > largest_product;
}

/// The sums of squares about a centre for which the SD prints: (n R - T^2) / (n divisor items^2) within the
/// squares of the SD's bounds.
struct SquaresSet {
  Int128 first, last;
};

SquaresSet squares_that_print(const Question& question, Int128 shifted_sum) {
  const verify::DecimalSet& sd = question.sd;
  const Int128 n = question.group.n, unit = static_cast<Int128>(sd.per_unit) * sd.per_unit;
  const Int128 scale = n * question.divisor * question.group.items * question.group.items;
  const Int128 square = shifted_sum * shifted_sum;
  // low^2 scale <= (n R - T^2) unit, so R >= (ceil(low^2 scale / unit) + T^2) / n; strict where the bound is
  // open.
  const Int128 low = std::max<Int128>(sd.low, 0), high = sd.high;
  const bool low_closed = sd.low < 0 || sd.low_closed;
  const Int128 least = low_closed ? verify::ceil_divide(low * low * scale, unit)
                                  : verify::floor_divide(low * low * scale, unit) + 1;
  const Int128 most = sd.high_closed ? verify::floor_divide(high * high * scale, unit)
                                     : verify::ceil_divide(high * high * scale, unit) - 1;
  return {verify::ceil_divide(least + square, n), verify::floor_divide(most + square, n)};
}

std::vector<ValueCount> moved(std::vector<ValueCount> values, Int by) {
  for (ValueCount& one : values) one.value += by;
  return values;
}

/// Gathers the reason of the sum that came nearest to a data set.
void note(DigitCheck& check, DigitFailure failure) {
  const auto rank = [](DigitFailure f) {
    return f == DigitFailure::arrangement ? 3
           : f == DigitFailure::scale     ? 2
           : f == DigitFailure::squares   ? 1
                                          : 0;
  };
  if (rank(failure) > rank(check.failure)) check.failure = failure;
}

/// Tries every sum of squares that prints the SD with this sum.
bool try_sum(const Question& question, Int128 sum, const IntegerScale& scale, DigitCheck& check) {
  const Int n = question.group.n, centre = static_cast<Int>(verify::floor_divide(sum, n));
  const Int shifted = static_cast<Int>(sum - static_cast<Int128>(centre) * n);
  const IntegerScale about{scale.low - centre, scale.high - centre};
  auto [first, last] = squares_that_print(question, shifted);
  if (first > last) return note(check, DigitFailure::squares), false;
  const SquaresRange range = squares_range(n, shifted, about);
  if (last < range.least) return note(check, DigitFailure::squares), false;
  if (first > range.largest) return note(check, DigitFailure::scale), false;
  first = std::max<Int128>(first, range.least);
  last = std::min<Int128>(last, range.largest);
  note(check, DigitFailure::arrangement);
  if ((first - shifted) % 2 != 0) ++first;
  for (Int128 squares = first; squares <= last; squares += 2) {
    IntegerData data = integers_with({n, shifted, static_cast<Int>(squares)}, about);
    check.decided = check.decided && data.decided;
    if (!data.exists) continue;
    check.possible = true;
    check.sum = static_cast<Int>(sum);
    check.witness = moved(std::move(data.values), centre);
    return true;
  }
  return false;
}

/// No value can lie farther from the mean than the SD and n allow.
IntegerScale widest(const Question& question, Int128 sum) {
  if (question.group.scale)
    return {question.group.scale->low * question.group.items,
            question.group.scale->high * question.group.items};
  const double sd = static_cast<double>(question.sd.high) / static_cast<double>(question.sd.per_unit);
  const double reach =
      sd * static_cast<double>(question.group.items) * std::sqrt(static_cast<double>(question.group.n));
  const Int mean = static_cast<Int>(verify::floor_divide(sum, question.group.n));
  const Int far = static_cast<Int>(reach) + 2;
  return {mean - far, mean + far};
}

DigitCheck search(const Question& question, verify::WholeRange sums) {
  DigitCheck check;
  // From the middle outwards, so that the witness has the printed mean as nearly as can be.
  const Int128 middle = sums.first + (sums.last - sums.first) / 2;
  for (Int128 step = 0; step <= sums.last - sums.first + 1; ++step)
    for (const Int128 sum : {middle + step, middle - step}) {
      if (sum < sums.first || sum > sums.last || (step == 0 && sum != middle)) continue;
      if (try_sum(question, sum, widest(question, sum), check)) {
        check.failure = DigitFailure::none;
        check.decided = true;
        return check;
      }
      if (step == 0) break;
    }
  return check;
}

verify::WholeRange on_scale(verify::WholeRange sums, const IntegerGroup& group) {
  if (!group.scale) return sums;
  const Int128 parts = static_cast<Int128>(group.n) * group.items;
  return {std::max(sums.first, group.scale->low * parts), std::min(sums.last, group.scale->high * parts)};
}

}  // namespace

DigitCheck grimmer(const PrintedNumber& mean, const PrintedNumber& sd, const IntegerGroup& group,
                   RoundingChoice rounding) {
  DigitCheck check = grim(mean, group, rounding);
  if (!check.possible) return check;
  if (group.n == 1) return {.failure = DigitFailure::no_sd};
  Question question{verify::decimal_set(sd, rounding), group, group.n - 1};
  if (too_large(question)) return {.decided = false, .failure = DigitFailure::too_large};
  const auto sums =
      on_scale(verify::whole_numbers(verify::decimal_set(mean, rounding), group.n * group.items), group);
  check = search(question, sums);
  if (check.possible) return check;
  question.divisor = group.n;
  check.possible_with_divisor_n = search(question, sums).possible;
  return check;
}

namespace {

RealSet real_set(const verify::DecimalSet& set) {
  const auto bound = [&](Int128 halves) {
    return static_cast<double>(halves) / static_cast<double>(set.per_unit);
  };
  return {bound(set.low), bound(set.high), set.low_closed, set.high_closed};
}

DigitSquares squares_with(Int sum, const Question& question) {
  const Int n = question.group.n;
  const Int128 centre = verify::floor_divide(sum, n), shifted = sum - centre * n;
  auto [first, last] = squares_that_print(question, shifted);
  if ((first - shifted) % 2 != 0) ++first;
  if ((last - shifted) % 2 != 0) --last;
  const Int128 moved = 2 * centre * shifted + n * centre * centre;  // from about the centre to about 0
  const double total = static_cast<double>(sum), size = static_cast<double>(n);
  const auto squares = [&](double sd) {
    return (size - 1) * std::pow(static_cast<double>(question.group.items) * sd, 2) + total * total / size;
  };
  RealSet sd = real_set(question.sd);
  sd.low = std::fmax(0, sd.low);
  return {sd,
          squares(sd.low),
          squares(sd.high),
          static_cast<Int>(first + moved),
          static_cast<Int>(last + moved),
          std::sqrt(total * (size - total) / (size * (size - 1)))};
}

}  // namespace

DigitWorking digit_working(const DigitQuestion& asked, const DigitCheck& check) {
  const IntegerGroup& group = asked.group;
  const verify::DecimalSet mean = verify::decimal_set(asked.mean, asked.rounding);
  const auto [first, last] = verify::whole_numbers(mean, group.n * group.items);
  DigitWorking working{
      real_set(mean), group.n * group.items, static_cast<Int>(first), static_cast<Int>(last), 0, {}};
  working.sum = check.sum.value_or(static_cast<Int>(first + (last - first) / 2));
  const auto [low, high] = on_scale({working.sum, working.sum}, group);
  if (!asked.sd || group.n == 1 || first > last || low > high) return working;
  const Question question{verify::decimal_set(*asked.sd, asked.rounding), group, group.n - 1};
  if (!too_large(question)) working.squares = squares_with(working.sum, question);
  return working;
}

DigitCheck debit(const PrintedNumber& mean, const PrintedNumber& sd, Int n, RoundingChoice rounding) {
  return grimmer(mean, sd, {n, 1, IntegerScale{0, 1}}, rounding);
}

}  // namespace trialcalc
