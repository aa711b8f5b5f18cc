#include "stats/bounds/normal_spans.hpp"

#include <algorithm>
#include <cmath>

#include "stats/two_arms/inverse_sinh.hpp"

namespace trialcalc::bounds {

namespace {

double real(std::int64_t x) { return static_cast<double>(x); }

/// What a method adds to the events and to the others of each arm.
struct Added {
  double events, others;
};

/// A value of one arm from its events x and the others y, after the additions.
using OfArm = double (*)(double x, double y);

double risk(double x, double y) { return x / (x + y); }
double odds(double x, double y) { return x / y; }

// An arm's share of the variance. With x + y fixed each is monotone in x, or has its one extreme at x = y.
double log_risk_term(double x, double y) { return y / (x * (x + y)); }
double logit_term(double x, double y) { return 1 / x + 1 / y; }
double risk_term(double x, double y) { return x * y / std::pow(x + y, 3); }
double unbiased_risk_term(double x, double y) { return x * y / ((x + y) * (x + y) * (x + y - 1)); }

double normal(double z, double variance) { return z * std::sqrt(variance); }
double inverse_sinh(double z, double variance) {
  return std::log(two_arms::inverse_sinh_factor(z, variance));
}

double none(double, double) { return 0; }
double both_arms(double n1, double n2) { return (1 / n1 + 1 / n2) / 2; }
double smaller_arm(double n1, double n2) { return 0.5 / std::min(n1, n2); }

struct NormalMethod {
  Measure measure;
  std::string_view key;
  OfArm centre;
  Added to_centre;
  OfArm term;
  Added to_term;
  double (*half_width)(double z, double variance) = normal;
  double (*correction)(double n1, double n2) = none;
};

constexpr auto rr = Measure::risk_ratio, odds_ratio = Measure::odds_ratio, rd = Measure::risk_difference;
constexpr NormalMethod methods[] = {
    {rr, "katz-log", risk, {0, 0}, log_risk_term, {0, 0}},
    {rr, "adjusted-log", risk, {0.5, 0}, log_risk_term, {0.5, 0}},
    {rr, "price-bonett", risk, {0.25, 1.5}, log_risk_term, {0.25, 1.5}},
    {rr, "inverse-sinh", risk, {0, 0}, log_risk_term, {0, 0}, inverse_sinh},
    {rr, "adjusted-inverse-sinh", risk, {0, 0}, log_risk_term, {0, 1}, inverse_sinh},
    {odds_ratio, "woolf", odds, {0, 0}, logit_term, {0, 0}},
    {odds_ratio, "gart", odds, {0.5, 0.5}, logit_term, {0.5, 0.5}},
    {odds_ratio, "inverse-sinh", odds, {0, 0}, logit_term, {0, 0}, inverse_sinh},
    {odds_ratio, "adjusted-inverse-sinh", odds, {0.45, 0.45}, logit_term, {0.25, 0.25}, inverse_sinh},
    {rd, "wald", risk, {0, 0}, risk_term, {0, 0}},
    {rd, "wald-cc", risk, {0, 0}, risk_term, {0, 0}, normal, both_arms},
    {rd, "agresti-caffo", risk, {1, 1}, risk_term, {1, 1}},
    {rd, "hauck-anderson", risk, {0, 0}, unbiased_risk_term, {0, 0}, normal, smaller_arm},
};

/// An arm of the box: its events lie between two counts.
struct ArmRange {
  std::int64_t low, high, total;

  double at(OfArm value, const Added& added, double events) const {
    return value(events + added.events, real(total) - events + added.others);
  }

  Span centre(const NormalMethod& method) const {
    return {at(method.centre, method.to_centre, real(low)), at(method.centre, method.to_centre, real(high))};
  }

  Span variance(const NormalMethod& method) const {
    const Added& added = method.to_term;
    const double middle = (real(total) + added.others - added.events) / 2;
    const double values[] = {at(method.term, added, real(low)), at(method.term, added, real(high)),
                             at(method.term, added, std::clamp(middle, real(low), real(high)))};
    return {*std::min_element(values, values + 3), *std::max_element(values, values + 3)};
  }
};

LimitSpans around_difference(const Span& first, const Span& second, const Span& half) {
  const auto cut = [](double x) { return std::clamp(x, -1.0, 1.0); };
  const Span centre{first.least - second.most, first.most - second.least};
  return {{cut(centre.least - half.most), cut(centre.most - half.least)},
          {cut(centre.least + half.least), cut(centre.most + half.most)}};
}

/// A zero cell makes the half-width infinite, and the span reach to 0 or to infinity, as its limits do.
LimitSpans around_ratio(const Span& first, const Span& second, const Span& half) {
  const Span centre{first.least / second.most, first.most / second.least};
  return {{centre.least * std::exp(-half.most), centre.most * std::exp(-half.least)},
          {centre.least * std::exp(half.least), centre.most * std::exp(half.most)}};
}

}  // namespace

std::optional<LimitSpans> normal_spans(Measure measure, std::string_view key, const TableBox& box, double z) {
  const auto* method = std::find_if(std::begin(methods), std::end(methods), [&](const NormalMethod& row) {
    return row.measure == measure && row.key == key;
  });
  if (method == std::end(methods)) return {};
  const ArmRange experimental{box.a_low, box.a_high, box.n1}, control{box.c_low, box.c_high, box.n2};
  const Span first = experimental.variance(*method), second = control.variance(*method);
  const double more = method->correction(real(box.n1), real(box.n2));
  const Span half{method->half_width(z, first.least + second.least) + more,
                  method->half_width(z, first.most + second.most) + more};
  const auto around = measure == Measure::risk_difference ? around_difference : around_ratio;
  return around(experimental.centre(*method), control.centre(*method), half);
}

}  // namespace trialcalc::bounds
