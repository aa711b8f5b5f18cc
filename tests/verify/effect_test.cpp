// What a printed effect implies: published worked examples, and every corner of the rounding.
#include "trialcalc/effect.hpp"

#include <cmath>

#include "catch.hpp"

using namespace trialcalc;

namespace {

PrintedNumber printed(const char* text) { return PrintedNumber::parse(text).value(); }

EffectClaim claim(EffectMeasure measure, const char* estimate, const char* lower, const char* upper,
                  const char* p = "") {
  EffectClaim claim{measure, printed(estimate), printed(lower), printed(upper)};
  if (*p) claim.p = printed(p);
  return claim;
}

}  // namespace

TEST_CASE("P from an interval: Altman & Bland 2011", "[verify][effect]") {
  // BMJ 2011;343:d2304: ratio 0.81 (0.70 to 0.94): log -0.211, SE 0.0752, z -2.802, P 0.005.
  const EffectReport report = examine(claim(EffectMeasure::risk_ratio, "0.81", "0.70", "0.94"));
  CHECK(report.log_estimate == Approx(-0.211).margin(0.0005));
  CHECK(report.standard_error.value == Approx(0.0752).margin(0.00005));
  CHECK(report.z == Approx(-2.802).margin(0.001));
  CHECK(report.p.value == Approx(0.005).margin(0.0005));
  CHECK_FALSE(report.implied_events);
}

TEST_CASE("P of a difference: Altman & Bland 2011", "[verify][effect]") {
  // BMJ 2011;343:d2090: 17 points (1.4 to 32.6), P = 0.032.
  const EffectReport report = examine(claim(EffectMeasure::mean_difference, "17", "1.4", "32.6", "0.032"));
  CHECK(report.standard_error.value == Approx(7.94).margin(0.03));
  CHECK(report.p.value == Approx(0.032).margin(0.001));
  CHECK(report.agreement.consistent == true);
  CHECK(report.agreement.same_side == true);
}

TEST_CASE("variance of a log hazard ratio: Tierney et al 2007", "[verify][effect]") {
  // Trials 2007;8:16, the bladder cancer trial: HR 0.88 (0.74 to 1.05), V = 128.81, and V = events / 4.
  const EffectReport report = examine(claim(EffectMeasure::hazard_ratio, "0.88", "0.74", "1.05"));
  CHECK(report.implied_events->low <= 4 * 128.81);
  CHECK(4 * 128.81 <= report.implied_events->high);
}

TEST_CASE("ranges hold for every number that prints the same digits", "[verify][effect]") {
  const EffectReport report = examine(claim(EffectMeasure::hazard_ratio, "0.91", "0.71", "1.15", "0.43"));
  double least = 1, most = 0;
  for (double estimate : {0.905, 0.91, 0.915})
    for (double lower : {0.705, 0.71, 0.715})
      for (double upper : {1.145, 1.15, 1.155}) {
        const double error = std::log(upper / lower) / (2 * 1.959963984540054);
        const double p = std::erfc(std::abs(std::log(estimate)) / error / std::sqrt(2.0));
        CHECK(report.standard_error.low <= error * (1 + 1e-12));
        CHECK(error <= report.standard_error.high * (1 + 1e-12));
        least = std::min(least, p), most = std::max(most, p);
      }
  CHECK(report.p.low == Approx(least));
  CHECK(report.p.high == Approx(most));
  CHECK(report.symmetry.symmetric);
  CHECK(report.agreement.consistent == true);
  CHECK(report.agreement.explanations.empty());
}

TEST_CASE("asymmetry and disagreement come with innocent explanations", "[verify][effect]") {
  const EffectReport skewed = examine(claim(EffectMeasure::odds_ratio, "2.00", "0.90", "9.00", "0.04"));
  CHECK_FALSE(skewed.symmetry.symmetric);
  CHECK_FALSE(skewed.symmetry.explanations.empty());
  CHECK(skewed.agreement.same_side == false);
  CHECK_FALSE(skewed.agreement.explanations.empty());
  // One-sided: half of the two-sided P of 0.73 (0.54 to 0.99).
  const EffectReport one_sided = examine(claim(EffectMeasure::hazard_ratio, "0.73", "0.54", "0.99", "0.021"));
  CHECK(one_sided.agreement.consistent == false);
  CHECK(one_sided.agreement.one_sided);
}

TEST_CASE("events, level and baseline", "[verify][effect]") {
  EffectClaim hr = claim(EffectMeasure::hazard_ratio, "0.72", "0.55", "0.94");
  hr.events = 215;
  hr.baseline = 0.33;
  const EffectReport report = examine(hr);
  CHECK(report.events_fit == true);
  CHECK(report.nnt->interval.estimate.value() == Approx(1 / (0.33 - std::pow(0.33, 0.72))));
  CHECK_FALSE(report.nnt->through_infinity);
  hr.confidence = Confidence(0.9537);
  CHECK(examine(hr).standard_error.value < report.standard_error.value);
  hr.allocation = 2;
  CHECK(examine(hr).implied_events->value == Approx(4.5 / std::pow(examine(hr).standard_error.value, 2)));
}

TEST_CASE("numbers that say nothing", "[verify][effect]") {
  CHECK_FALSE(examine(claim(EffectMeasure::odds_ratio, "0.00", "0.00", "1.2")).not_estimable.empty());
  CHECK_FALSE(examine(claim(EffectMeasure::odds_ratio, "1.0", "2.0", "0.5")).not_estimable.empty());
  CHECK_FALSE(examine(claim(EffectMeasure::odds_ratio, "<0.1", "0.01", "0.5")).not_estimable.empty());
  const EffectReport narrow = examine(claim(EffectMeasure::hazard_ratio, "0.9", "0.9", "1.0"));
  CHECK(narrow.standard_error.low == 0);
  CHECK(std::isinf(narrow.implied_events->high));
}

TEST_CASE("a ratio at a baseline risk: the Cochrane Handbook's examples", "[verify][effect]") {
  // Handbook 5.1, 12.5.4: at 0.3, an odds ratio of 0.73 is 62 fewer per 1000, a risk ratio of 0.92 is 24
  // fewer.
  EffectClaim odds = claim(EffectMeasure::odds_ratio, "0.73", "0.50", "1.10");
  EffectClaim risk = claim(EffectMeasure::risk_ratio, "0.92", "0.80", "1.05");
  odds.baseline = risk.baseline = 0.3;
  CHECK(examine(odds).difference->interval.estimate.value() == Approx(-0.062).margin(0.0005));
  CHECK(examine(risk).difference->interval.estimate.value() == Approx(-0.024).margin(0.0005));
  risk = claim(EffectMeasure::risk_ratio, "2.0", "1.0", "4.0");
  risk.baseline = 0.3;
  CHECK_FALSE(examine(risk).difference);  // the upper limit makes it a risk of 1.2
}

TEST_CASE("an effect has the key of its measure in a trial file", "[verify][effect]") {
  CHECK(effect_key(EffectMeasure::risk_ratio) == "risk-ratio");
  CHECK(effect_key(EffectMeasure::odds_ratio) == "odds-ratio");
  CHECK(effect_key(EffectMeasure::hazard_ratio) == "hazard-ratio");
  CHECK(effect_key(EffectMeasure::mean_difference) == "mean-difference");
}
