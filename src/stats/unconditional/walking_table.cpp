#include "stats/unconditional/walking_table.hpp"

namespace trialcalc::unconditional {

namespace {

double real(std::int64_t value) { return static_cast<double>(value); }

/// 1 + r1 + r1 r2 + ... for the ratios r = (a - k)(b - k) / ((c + k)(d + k)), k = 0, 1, ..., which fall.
/// Stops where the rest, at most term * r / (1 - r), is below 1e-17 of the sum.
double falling_series(double a, double b, double c, double d) {
  double term = 1, sum = 1;
  while (a > 0 && b > 0) {
    const double r = (a * b) / (c * d);
    term *= r;
    sum += term;
    if (term * r < 1e-17 * (1 - r) * sum) break;
    a -= 1, b -= 1, c += 1, d += 1;
  }
  return sum;
}

}  // namespace

WalkingTable::WalkingTable(Arms arms, std::int64_t x, std::int64_t s) : WalkingTable(arms) {
  while (s_ < s) {
    next_margin();
    if (x_ < x && x_ < highest()) rise();
  }
}

void WalkingTable::next_margin() {
  const std::int64_t y = s_ - x_;
  step(real(arms_.second - y) * real(s_ + 1), real(y + 1) * real(arms_.patients() - s_));
  ++s_;
}

void WalkingTable::rise() {
  const std::int64_t y = s_ - x_;
  step(real(arms_.first - x_) * real(y), real(x_ + 1) * real(arms_.second - y + 1));
  ++x_;
}

void WalkingTable::fall() {
  const std::int64_t y = s_ - x_;
  step(real(x_) * real(arms_.second - y), real(arms_.first - x_ + 1) * real(y + 1));
  --x_;
}

double WalkingTable::upward_sum() const {
  const std::int64_t y = s_ - x_;
  return falling_series(real(arms_.first - x_), real(y), real(x_ + 1), real(arms_.second - y + 1));
}

double WalkingTable::downward_sum() const {
  const std::int64_t y = s_ - x_;
  return falling_series(real(x_), real(arms_.second - y), real(arms_.first - x_ + 1), real(y + 1));
}

// Beyond the mean a tail is summed, short of it the other tail is taken from 1, so that no digits are lost
// and no series grows.
Scaled WalkingTable::at_least() const {
  return above_mean() ? probability_ * upward_sum() : complement(below());
}

Scaled WalkingTable::below() const {
  if (above_mean()) return complement(at_least());
  if (x_ == lowest()) return {0, 0};
  WalkingTable lower = *this;
  lower.fall();
  return lower.at_most();
}

Scaled WalkingTable::at_most() const { return probability_ * downward_sum(); }

}  // namespace trialcalc::unconditional
