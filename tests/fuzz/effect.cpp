// "HR 0.91 (95% CI 0.71-1.15), p=0.43": what it implies is in order, whatever the numbers.
#include <cmath>

#include "cli/compute_options.hpp"
#include "cli/errors.hpp"
#include "fuzz.hpp"
#include "report/effect_view.hpp"
#include "trialcalc/effect.hpp"
#include "trialcalc/published.hpp"

namespace {

using namespace trialcalc;

void expect_order(const Bounds& bounds) {
  fuzz::expect(bounds.low <= bounds.value && bounds.value <= bounds.high, "bounds in order");
}

void examine_effect(const PublishedResult& result, EffectClaim claim) {
  const EffectReport found = examine(claim);
  report::effect_json({claim.measure,
                       result.estimate,
                       result.lower,
                       result.upper,
                       result.p,
                       claim.confidence.level(),
                       1,
                       {},
                       {},
                       found});
  if (!found.not_estimable.empty()) return;
  expect_order(found.standard_error);
  expect_order(found.p);
  fuzz::expect(found.p.low >= 0 && found.p.high <= 1, "P within 0 and 1");
  if (found.implied_events) expect_order(*found.implied_events);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const PublishedResult result = parse_published(fuzz::text_of(data, size));
    const auto estimate = PrintedNumber::parse(result.estimate), lower = PrintedNumber::parse(result.lower),
               upper = PrintedNumber::parse(result.upper);
    if (!estimate || !lower || !upper) return 0;
    EffectClaim claim;
    claim.estimate = *estimate;
    claim.lower = *lower;
    claim.upper = *upper;
    claim.p = PrintedNumber::parse(result.p);
    if (!result.level.empty()) claim.confidence = Confidence(cli::parse_level(result.level));
    for (EffectMeasure measure : {EffectMeasure::hazard_ratio, EffectMeasure::mean_difference}) {
      claim.measure = measure;
      examine_effect(result, claim);
    }
  } catch (const BadPublished&) {
  } catch (const cli::UsageError&) {
  }
  return 0;
}
