// Means and SDs of whole numbers: GRIM, GRIMMER and DEBIT, where the file says that the values are whole.
#include <cmath>

#include "trialcalc/digits.hpp"
#include "verify/continuous.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

/// How printed numbers can come about: rounded to the nearest, only when cut, or not at all.
struct Possibility {
  DigitCheck nearest;
  bool cut = false;  ///< possible then, and not otherwise
};

/// A mean of so many whole numbers that every digit can be had excludes nothing.
bool excludes_something(const PrintedNumber& mean, const IntegerGroup& group) {
  return static_cast<double>(group.n) * static_cast<double>(group.items) < std::pow(10, mean.decimals());
}

std::string nearest_means(const DigitCheck& check) {
  return number(check.mean_below) + " or " + number(check.mean_above);
}

std::string why_not(const DigitCheck& check, const IntegerGroup& group) {
  const std::string numbers = number(static_cast<long long>(group.n)) + " whole numbers";
  switch (check.failure) {
    case DigitFailure::sum:
      return "no " + numbers + " have this mean; the nearest are " + nearest_means(check);
    case DigitFailure::scale:
      return "no " + numbers + " on the scale have this mean and spread";
    default:
      return "no " + numbers + " with this mean have this SD";
  }
}

/// What the values are, in the words of a reason.
void conclude_digits(Audit& audit, std::size_t claim, const Possibility& one, const IntegerGroup& group,
                     std::string method) {
  Finding& finding = audit.findings[claim];
  const std::string numbers = number(static_cast<long long>(group.n)) + " whole numbers can have it";
  if (one.cut)
    return conclude(finding, Verdict::explained, std::move(method), numbers + " when cut, not rounded");
  if (one.nearest.possible) {
    if (finding.verdict == Verdict::not_checkable)
      conclude(finding, Verdict::compatible, std::move(method), numbers);
    return;
  }
  if (one.nearest.possible_with_divisor_n)
    return conclude(finding, Verdict::explained, std::move(method), numbers + ", with the divisor n");
  if (one.nearest.failure == DigitFailure::sum) finding.recomputed_text = nearest_means(one.nearest);
  conclude(finding, Verdict::discrepant, "", why_not(one.nearest, group));
}

bool may_judge(const Possibility& one, const PrintedNumber& mean, const IntegerGroup& group) {
  return one.nearest.decided && (!one.nearest.possible || excludes_something(mean, group));
}

void check_sd(Audit& audit, const Group& claims, const IntegerGroup& group, bool zeros_and_ones) {
  const PrintedNumber &mean = *audit.claims[claims.mean].number, &sd = *audit.claims[claims.sd].number;
  Possibility one{grimmer(mean, sd, group, RoundingChoice::nearest)};
  if (!one.nearest.possible) {
    const DigitCheck cut = grimmer(mean, sd, group, RoundingChoice::truncated);
    one.cut = cut.possible;
    if (one.nearest.failure == DigitFailure::sum) one.nearest = cut;  // the mean is possible only so
  }
  if (may_judge(one, mean, group))
    conclude_digits(audit, claims.sd, one, group, zeros_and_ones ? "debit" : "grimmer");
}

bool is_plain(const Audit& audit, std::size_t claim) {
  return claim != none && audit.claims[claim].number &&
         audit.claims[claim].number->form() == PrintedNumber::Form::equal;
}

}  // namespace

void check_whole_numbers(Audit& audit, const ReportedRow& row, const WholeNumbers& numbers) {
  for (const auto& [arm, cell] : row.cells) {
    Group claims;
    claims.mean = in_cell(audit, cell, "mean");
    claims.sd = in_cell(audit, cell, "sd");
    if (!is_plain(audit, claims.mean)) continue;
    const auto n = audit.values(audit.index.size(audit.claims[claims.mean], arm));
    if (!n || *n < 1) continue;
    IntegerGroup group{*n, numbers.items, {}};
    if (numbers.low) group.scale = IntegerScale{*numbers.low, *numbers.high};
    const PrintedNumber& mean = *audit.claims[claims.mean].number;
    Possibility one{grim(mean, group, RoundingChoice::nearest)};
    if (!one.nearest.possible) one.cut = grim(mean, group, RoundingChoice::truncated).possible;
    if (may_judge(one, mean, group)) conclude_digits(audit, claims.mean, one, group, "grim");
    const bool binary = numbers.items == 1 && numbers.low == 0 && numbers.high == 1;
    if (is_plain(audit, claims.sd) && *n > 1 && (one.nearest.possible || one.cut))
      check_sd(audit, claims, group, binary);
  }
}

}  // namespace trialcalc::verify
