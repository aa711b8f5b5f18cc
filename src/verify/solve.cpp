#include "trialcalc/solve.hpp"

#include <algorithm>
#include <array>

#include "trialcalc/limit_bounds.hpp"
#include "verify/printed_target.hpp"

namespace trialcalc {

namespace {

using verify::Int128;
using verify::PrintedTarget;

constexpr std::int64_t progress_every = 1 << 14;  ///< boxes; after each table that a test had to compute

std::optional<PrintedTarget> target(const std::optional<PrintedNumber>& number, RoundingChoice rounding) {
  return number ? std::optional(PrintedTarget(*number, rounding)) : std::nullopt;
}

struct EffectTarget {
  PrintedEffect effect;
  std::optional<PrintedTarget> estimate, lower, upper;
  double scale;

  EffectTarget(const PrintedEffect& printed, RoundingChoice rounding)
      : effect(printed),
        estimate(target(printed.estimate, rounding)),
        lower(target(printed.lower, rounding)),
        upper(target(printed.upper, rounding)),
        scale(printed.in_points ? 100 : 1) {}

  bool has_limits() const { return lower || upper; }
};

bool prints_estimate(const EffectTarget& target, const TwoByTwo& table) {
  const Int128 a = table.experimental.events, n1 = table.experimental.total;
  const Int128 c = table.control.events, n2 = table.control.total;
  switch (target.effect.measure) {
    case Measure::risk_ratio:
      return c > 0 && target.estimate->prints(a * n2, c * n1);
    case Measure::odds_ratio:
      return c > 0 && a < n1 && target.estimate->prints(a * (n2 - c), c * (n1 - a));
    case Measure::risk_difference:
    case Measure::nnt:
      break;
  }
  return target.estimate->prints((target.effect.in_points ? 100 : 1) * (a * n2 - c * n1), n1 * n2);
}

bool prints_limits(const EffectTarget& target, const TwoByTwo& table, const Confidence& confidence) {
  const Interval interval = target.effect.method->compute(table, confidence);
  return interval.not_estimable.empty() &&
         (!target.lower || target.lower->prints(interval.lower * target.scale)) &&
         (!target.upper || target.upper->prints(interval.upper * target.scale));
}

bool may_print(const std::optional<PrintedTarget>& target, const Span& span, double scale) {
  return !target || target->may_print(span.least * scale, span.most * scale);
}

/// The question made ready, and one search through it.
class Search {
 public:
  Search(const SolveQuestion& question, const SolveProgress& progress)
      : question_(question), progress_(progress), p_(target(question.p, question.rounding)) {
    for (const PrintedEffect& effect : question.effects) effects_.emplace_back(effect, question.rounding);
  }

  SolveResult run() {
    const auto [first, last] = sizes_of_experimental();
    for (std::int64_t n1 = first; n1 <= last && result_.complete; ++n1) {
      share_ = static_cast<double>(n1 - first) / static_cast<double>(last - first + 1);
      const ArmSizes others = sizes_of_control(n1);
      for (std::int64_t n2 = others.low; n2 <= others.high && result_.complete; ++n2) search_split(n1, n2);
    }
    const auto order = [](const TwoByTwo& x) {
      return std::array{x.experimental.total, x.control.total, x.experimental.events, x.control.events};
    };
    std::sort(result_.tables.begin(), result_.tables.end(),
              [&](const TwoByTwo& x, const TwoByTwo& y) { return order(x) < order(y); });
    return std::move(result_);
  }

  bool prints_table(const TwoByTwo& table) const {
    for (const EffectTarget& effect : effects_)
      if (effect.estimate && !prints_estimate(effect, table)) return false;
    for (const EffectTarget& effect : effects_)
      if (effect.has_limits() && !prints_limits(effect, table, question_.confidence)) return false;
    return !p_ || std::any_of(question_.tests.begin(), question_.tests.end(), [&](const TestMethod* test) {
      const TestResult result = test->compute(table, {});
      return result.not_estimable.empty() && p_->prints(result.p);
    });
  }

  /// The events that print an arm's percentage.
  ArmSizes events(const std::optional<PrintedNumber>& percent, std::int64_t total) const {
    if (!percent) return {0, total};
    verify::DecimalSet set = verify::decimal_set(*percent, question_.rounding);
    set.per_unit *= 100;
    const auto [first, last] = verify::whole_numbers(set, total);
    return {static_cast<std::int64_t>(std::max<Int128>(first, 0)),
            static_cast<std::int64_t>(std::min<Int128>(last, total))};
  }

 private:
  ArmSizes sizes_of_experimental() const {
    if (!question_.patients) return question_.experimental;
    return {std::max(question_.experimental.low, *question_.patients - question_.control.high),
            std::min(question_.experimental.high, *question_.patients - question_.control.low)};
  }

  ArmSizes sizes_of_control(std::int64_t n1) const {
    if (!question_.patients) return question_.control;
    return {*question_.patients - n1, *question_.patients - n1};
  }

  void search_split(std::int64_t n1, std::int64_t n2) {
    ++result_.splits;
    tick();
    const ArmSizes a = events(question_.experimental_percent, n1), c = events(question_.control_percent, n2);
    if (a.low <= a.high && c.low <= c.high) search_box({n1, n2, a.low, a.high, c.low, c.high});
  }

  void search_box(const TableBox& box) {
    if (!result_.complete) return;
    tick();
    if (box.is_one()) {
      if (prints_table(box.smallest())) result_.tables.push_back(box.smallest());
      if (p_) report_progress();
      return;
    }
    if (!may_hold_a_table(box)) return;
    TableBox first = box, second = box;
    if (box.a_high - box.a_low >= box.c_high - box.c_low) {
      first.a_high = box.a_low + (box.a_high - box.a_low) / 2;
      second.a_low = first.a_high + 1;
    } else {
      first.c_high = box.c_low + (box.c_high - box.c_low) / 2;
      second.c_low = first.c_high + 1;
    }
    search_box(first);
    search_box(second);
  }

  bool may_hold_a_table(const TableBox& box) const {
    for (const EffectTarget& effect : effects_) {
      if (!may_print(effect.estimate, estimate_span(effect.effect.measure, box), effect.scale)) return false;
      if (!effect.has_limits()) continue;
      const LimitSpans spans =
          limit_spans(effect.effect.measure, *effect.effect.method, box, question_.confidence);
      if (!may_print(effect.lower, spans.lower, effect.scale) ||
          !may_print(effect.upper, spans.upper, effect.scale))
        return false;
    }
    return true;
  }

  void tick() {
    if (++result_.evaluated % progress_every == 0) report_progress();
  }

  void report_progress() {
    if (progress_ && !progress_(share_, result_.tables.size())) result_.complete = false;
  }

  const SolveQuestion& question_;
  const SolveProgress& progress_;
  std::vector<EffectTarget> effects_;
  std::optional<PrintedTarget> p_;
  SolveResult result_;
  double share_ = 0;
};

}  // namespace

SolveResult solve(const SolveQuestion& question, const SolveProgress& progress) {
  return Search(question, progress).run();
}

bool prints_all(const SolveQuestion& question, const TwoByTwo& table) {
  const auto within = [](std::int64_t x, const ArmSizes& range) { return range.low <= x && x <= range.high; };
  const SolveProgress none;
  const Search search(question, none);
  return within(table.experimental.total, question.experimental) &&
         within(table.control.total, question.control) &&
         (!question.patients || table.patients() == *question.patients) &&
         within(table.experimental.events,
                search.events(question.experimental_percent, table.experimental.total)) &&
         within(table.control.events, search.events(question.control_percent, table.control.total)) &&
         search.prints_table(table);
}

std::vector<const TestMethod*> tests_that_print(const SolveQuestion& question, const TwoByTwo& table) {
  std::vector<const TestMethod*> printing;
  const auto p = target(question.p, question.rounding);
  for (const TestMethod* test : question.tests) {
    const TestResult result = test->compute(table, {});
    if (p && result.not_estimable.empty() && p->prints(result.p)) printing.push_back(test);
  }
  return printing;
}

}  // namespace trialcalc
