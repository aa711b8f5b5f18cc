#include "stats/table/factorial_keys.hpp"

#include <bit>
#include <cmath>

#include "stats/numeric/distributions.hpp"

namespace trialcalc::table {

FactorialKeys::FactorialKeys(std::int64_t people) {
  const auto size = static_cast<std::size_t>(people) + 1;
  const double largest = numeric::log_gamma(static_cast<double>(people) + 1);
  scale_ = std::exp2(std::floor(60 - std::log2(largest + 2)));
  slack_ = people * static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(people))) / 2;
  keys_.assign(size, 0);
  logs_.assign(size, 0);
  // First the key of each number: of a prime its rounded logarithm, of others the sum over a factor and the
  // rest.
  std::vector<std::uint32_t> factor(size, 0);
  for (std::size_t n = 2; n < size; ++n) {
    if (factor[n] == 0) {
      keys_[n] = std::llround(
          static_cast<double>(std::log(static_cast<long double>(n)) * static_cast<long double>(scale_)));
      for (std::size_t multiple = n * n; multiple < size; multiple += n)
        if (factor[multiple] == 0) factor[multiple] = static_cast<std::uint32_t>(n);
    } else {
      keys_[n] = keys_[factor[n]] + keys_[n / factor[n]];
    }
  }
  for (std::size_t n = 2; n < size; ++n) {
    keys_[n] += keys_[n - 1];
    logs_[n] = logs_[n - 1] + std::log(static_cast<long double>(n));
  }
}

double FactorialKeys::hypergeometric(std::int64_t x, std::int64_t good, std::int64_t bad,
                                     std::int64_t drawn) const {
  const long double chosen = log(good) - log(x) - log(good - x);
  const long double others = log(bad) - log(drawn - x) - log(bad - drawn + x);
  const long double all = log(good + bad) - log(drawn) - log(good + bad - drawn);
  return std::exp(static_cast<double>(chosen + others - all));
}

}  // namespace trialcalc::table
