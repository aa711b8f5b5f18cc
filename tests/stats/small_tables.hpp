#pragma once
// Two-by-two tables to run through, and their number of ways.
#include <cmath>
#include <cstdint>
#include <string>

#include "trialcalc/counts.hpp"

inline std::int64_t choose(std::int64_t n, std::int64_t k) {
  std::int64_t result = 1;
  for (std::int64_t i = 1; i <= k; ++i) result = result * (n - k + i) / i;
  return k < 0 || k > n ? 0 : result;
}

inline double power(double p, std::int64_t k) { return std::pow(p, static_cast<double>(k)); }

template <class Visit>
void for_each_table(std::int64_t n1, std::int64_t n2, Visit visit) {
  for (std::int64_t a = 0; a <= n1; ++a)
    for (std::int64_t c = 0; c <= n2; ++c) visit(trialcalc::TwoByTwo{{a, n1}, {c, n2}});
}

inline std::string text(const trialcalc::TwoByTwo& t) {
  return std::to_string(t.experimental.events) + "/" + std::to_string(t.experimental.total) + " " +
         std::to_string(t.control.events) + "/" + std::to_string(t.control.total);
}

inline trialcalc::TwoByTwo exchanged(const trialcalc::TwoByTwo& t) { return {t.control, t.experimental}; }
