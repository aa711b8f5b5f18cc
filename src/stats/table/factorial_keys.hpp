#pragma once
// Logarithms of factorials: as numbers, and as integers in which equal products have equal sums.
#include <cstdint>
#include <vector>

namespace trialcalc::table {

/// ln n! for n = 0..largest. `key` is it in fixed point, put together from the prime factors of n!, so that
/// two products of factorials that are equal as integers have keys with exactly the same sum, whatever the
/// order of adding; two that are not differ by at least their difference in logarithm, less `slack`.
class FactorialKeys {
 public:
  /// Keys of a table of `people`; the sum of its keys is below 2^60, so that bounds on it fit 64 bits too.
  explicit FactorialKeys(std::int64_t people);

  std::int64_t key(std::int64_t n) const { return keys_[static_cast<std::size_t>(n)]; }
  long double log(std::int64_t n) const { return logs_[static_cast<std::size_t>(n)]; }
  double steps_per_nat() const { return scale_; }

  /// A bound on the error, in steps, of the difference of two tables: the logarithm of a prime is at most
  /// half a step off, and each person moved puts in or takes out one number with at most log2 of it prime
  /// factors.
  std::int64_t slack() const { return slack_; }

  /// P(x) of the hypergeometric distribution: x of the `good` when `drawn` of good + bad are drawn.
  double hypergeometric(std::int64_t x, std::int64_t good, std::int64_t bad, std::int64_t drawn) const;

 private:
  double scale_ = 1;
  std::int64_t slack_ = 0;
  std::vector<std::int64_t> keys_;
  std::vector<long double> logs_;
};

}  // namespace trialcalc::table
