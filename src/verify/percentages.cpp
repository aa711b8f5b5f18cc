// Percentages from the printed count and denominator, by exact rational arithmetic.
#include "verify/audit.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

struct Fraction {
  Operand count, size;
};

std::optional<std::int64_t> size_for_file_count(const Audit& audit, const Claim& claim) {
  if (claim.row && !claim.row->population.empty()) {
    const Population* population = audit.index.population(claim.row->population);
    return population ? size_in_file(population->n, claim.arm) : std::nullopt;
  }
  return size_in_file(audit.trial, *claim.outcome, claim.arm);
}

Fraction fraction_of(const Audit& audit, const Claim& claim) {
  Fraction fraction;
  if (!claim.outcome || claim.outcome->kind == OutcomeKind::time_to_event) return fraction;
  const std::size_t own = audit.index.in_cell(claim, "count");
  if (own != none && audit.values.has(own))
    fraction.count.claim = own;
  else
    fraction.count = audit.index.count(*claim.outcome, claim.category, claim.arm, claim);
  // Counts from the file go with sizes from the file: a report's own size does not fit another's count.
  if (fraction.count.claim == none)
    fraction.size.constant = size_for_file_count(audit, claim);
  else
    fraction.size = audit.index.size(claim, claim.arm);
  return fraction;
}

std::optional<Ratio> percent(const Fraction& fraction, const Values& values) {
  const auto count = values(fraction.count), size = values(fraction.size);
  if (!count || !size || *size <= 0) return {};
  return Ratio{100 * *count, *size};
}

struct OtherRounding {
  const char *key, *words;
};

/// A rounding that is not the usual one.
OtherRounding other_rounding(Rounding rounding) {
  if (rounding == Rounding::half_even) return {"half-even", "a tie rounded to the even digit"};
  if (rounding == Rounding::truncated) return {"truncated", "truncated, not rounded"};
  return {"ceiling", "rounded up"};
}

std::string text(const Ratio& ratio) {
  return number(static_cast<long long>(ratio.numerator / 100)) + "/" +
         number(static_cast<long long>(ratio.denominator)) + " is " + number(ratio.value()) + "%";
}

void conclude_percent(Finding& finding, const PrintedNumber& printed, const Ratio& exact) {
  finding.recomputed = exact.value();
  const auto rounding = rounding_that_prints(printed, exact);
  if (rounding == Rounding::half_up) return conclude(finding, Verdict::reproduced, "half-up", text(exact));
  if (rounding) {
    const auto [key, words] = other_rounding(*rounding);
    return conclude(finding, Verdict::explained, key, text(exact) + ", " + words);
  }
  conclude(finding, Verdict::discrepant, "",
           text(exact) + ", which no rounding rule prints as " + finding.reported);
}

}  // namespace

void check_percentages(Audit& audit) {
  for (std::size_t i = 0; i < audit.claims.size(); ++i) {
    const Claim& claim = audit.claims[i];
    if (claim.kind != "percent" || !claim.cell || !claim.number) continue;
    const Fraction fraction = fraction_of(audit, claim);
    const auto exact = percent(fraction, audit.values);
    if (!exact) {
      if (claim.outcome && claim.outcome->kind != OutcomeKind::time_to_event)
        audit.findings[i].reason = "needs the count and the number of patients it is of";
      else if (claim.outcome)
        audit.findings[i].reason = "needs the patients' survival times";
      continue;
    }
    conclude_percent(audit.findings[i], *claim.number, *exact);
    // Truncation is what a changed count may be printed with only where the report itself truncates here.
    const auto rule = rounding_that_prints(*claim.number, *exact).value_or(Rounding::half_up);
    const std::vector<Operand> operands = {fraction.count, fraction.size};
    audit.require(i, {&operands}, [fraction, rule, printed = *claim.number](const Values& values) {
      const auto changed = percent(fraction, values);
      return !changed || printed.prints(*changed, rule) || printed.prints(*changed, Rounding::half_up);
    });
  }
}

}  // namespace trialcalc::verify
