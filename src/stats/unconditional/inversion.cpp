#include "stats/unconditional/inversion.hpp"

#include <cmath>
#include <optional>

#include "trialcalc/comparison.hpp"

namespace trialcalc::unconditional {

namespace {

/// The scale on which a bound is looked for (the difference itself, the logarithm of a ratio), the direction
/// of the bound (-1 lower, +1 upper), a starting point, a step of about the standard error, into how many
/// strides it is cut: the fewer people, the larger the jumps of P; and the estimate, which may be infinite.
struct Search {
  Measure measure;
  double direction, start, step;
  int strides;
  double estimate;

  bool difference() const { return measure == Measure::risk_difference; }
  double end() const { return difference() ? direction : direction * 700; }
  bool beyond_end(double t) const { return (t - end()) * direction >= 0; }
  Null null(double t) const { return {measure, difference() ? t : std::exp(t)}; }
};

/// Beyond a rejected stretch only a P of more than this times the level counts: the coverage is that of a
/// level of 0.05005 in place of 0.05. Without it, bounds would hang on stretches of some 1e-6 of the standard
/// error.
constexpr double clear = 1.001;

/// A null value on the scale of the search.
struct Tested {
  double t;
  Region region;       ///< tables at least as extreme as the observed one
  bool plausible;      ///< not rejected
  bool clear = false;  ///< not rejected at `clear` times the level either
};

class Inversion {
 public:
  /// Null values with a P at or below `level` are rejected.
  Inversion(const TwoByTwo& table, const Order& order, Side side, double level)
      : arms_{Binomial(table.experimental.total), Binomial(table.control.total)},
        order_(order),
        side_(side),
        level_(level) {}

  double outermost(const Search& search) const;

 private:
  bool exceeds_level(const Null& null, const Region& region, double factor = 1) const {
    return exceeds(region_probability(arms_, null, region), second_risks(null), factor * level_);
  }
  Tested test(const Search& search, double t) const;
  Tested inside(const Search& search) const;
  Tested crossing(const Search& search, Tested in, double out) const;
  bool may_hide(const Search& search, const Tested& in, const Tested& out) const;
  std::optional<Tested> hidden(const Search& search, const Tested& in, const Tested& out) const;
  std::optional<double> last_plausible(const Search& search, const Tested& in, const Tested& out) const;

  TwoBinomials arms_;
  const Order& order_;
  Side side_;
  double level_;
};

Tested Inversion::test(const Search& search, double t) const {
  const Null null = search.null(t);
  Tested tested{t, order_(null, side_), false};
  tested.plausible = exceeds_level(null, tested.region);
  tested.clear = tested.plausible && exceeds_level(null, tested.region, clear);
  return tested;
}

/// A plausible null value at or inside the start. At low levels the start may be rejected; the estimate,
/// where every table is at least as extreme, never is.
Tested Inversion::inside(const Search& search) const {
  Tested tested = test(search, search.start);
  if (!tested.plausible && std::isfinite(search.estimate)) tested = test(search, search.estimate);
  for (int i = 0; i < 200 && !tested.plausible; ++i) {
    const double t = tested.t - search.direction * search.step / 2;
    tested = test(search, search.difference() ? std::clamp(t, -1.0, 1.0) : t);
  }
  return tested;
}

/// The last plausible null value before a rejected one, to 1e-9 on the scale of the search.
Tested Inversion::crossing(const Search& search, Tested in, double out) const {
  while (std::abs(out - in.t) > 1e-9) {
    Tested middle = test(search, (in.t + out) / 2);
    if (middle.plausible)
      in = std::move(middle);
    else
      out = middle.t;
  }
  return in;
}

/// Between two rejected null values P may jump above its level and back, as one table enters the region and
/// another leaves it; not if even all the tables of both ends together are too improbable at either.
bool Inversion::may_hide(const Search& search, const Tested& in, const Tested& out) const {
  if (in.region == out.region) return false;
  const Region both = united(in.region, out.region);
  return exceeds_level(search.null(in.t), both, clear) || exceeds_level(search.null(out.t), both, clear);
}

/// The outermost null value that is clearly plausible, from `in` to the rejected `out`.
std::optional<Tested> Inversion::hidden(const Search& search, const Tested& in, const Tested& out) const {
  if (!in.clear && !may_hide(search, in, out)) return {};
  if (std::abs(out.t - in.t) < 1e-9) return in.clear ? std::optional(in) : std::nullopt;
  const Tested middle = test(search, (in.t + out.t) / 2);
  if (auto found = hidden(search, middle, out)) return found;
  return hidden(search, in, middle);
}

/// The outermost plausible null value from `in` to the rejected `out`.
std::optional<double> Inversion::last_plausible(const Search& search, const Tested& in,
                                                const Tested& out) const {
  const Tested from = in.plausible ? crossing(search, in, out.t) : in;
  if (const auto found = hidden(search, from, out)) return crossing(search, *found, out.t).t;
  return in.plausible ? std::optional(from.t) : std::nullopt;
}

/// Goes on for two standard errors beyond the last plausible null value that it finds.
double Inversion::outermost(const Search& search) const {
  const double stride = search.direction * search.step / search.strides;
  Tested here = inside(search);
  double last = here.t;
  for (int rejected = 0; rejected < 2 * search.strides && !search.beyond_end(here.t);) {
    const double t = here.t + stride;
    Tested next = test(search, search.beyond_end(t) ? search.end() : t);
    const auto found = next.plausible ? std::optional(next.t) : last_plausible(search, here, next);
    rejected = found ? 0 : rejected + 1;
    last = found.value_or(last);
    here = std::move(next);
  }
  return last;
}

/// Start and step from the table with half a person added to each cell.
Search search_for(const TwoByTwo& table, Measure measure, double direction) {
  const auto half_more = [](std::int64_t count) { return static_cast<double>(count) + 0.5; };
  const double a = half_more(table.experimental.events), b = half_more(table.experimental.others());
  const double c = half_more(table.control.events), d = half_more(table.control.others());
  const double n1 = a + b, n2 = c + d;
  const int strides = static_cast<int>(std::clamp(4000 / (n1 + n2), 8.0, 128.0));
  const double plain = estimate(table, measure).estimate;
  const double on_scale = measure == Measure::risk_difference ? plain : std::log(plain);
  if (measure == Measure::risk_difference)
    return {measure, direction, a / n1 - c / n2, std::sqrt(a * b / (n1 * n1 * n1) + c * d / (n2 * n2 * n2)),
            strides, on_scale};
  if (measure == Measure::risk_ratio)
    return {measure, direction, std::log(a * n2 / (n1 * c)), std::sqrt(b / (a * n1) + d / (c * n2)),
            strides, on_scale};
  return {measure, direction, std::log(a * d / (b * c)), std::sqrt(1 / a + 1 / b + 1 / c + 1 / d),
          strides, on_scale};
}

/// The bounds that the data do not limit on the scales from 0 to infinity.
bool unlimited(const TwoByTwo& table, Measure measure, double direction) {
  if (measure == Measure::risk_difference) return false;
  const Counts& low = direction < 0 ? table.experimental : table.control;
  const Counts& high = direction < 0 ? table.control : table.experimental;
  return low.events == 0 || (measure == Measure::odds_ratio && high.others() == 0);
}

double bound(const TwoByTwo& table, Measure measure, double direction, const Inversion& inversion) {
  if (unlimited(table, measure, direction)) return direction < 0 ? 0 : HUGE_VAL;
  const Search search = search_for(table, measure, direction);
  return search.null(inversion.outermost(search)).value;
}

}  // namespace

Order by_score(const TwoByTwo& table) {
  return [table](const Null& null, Side side) { return score_region(table, null, side); };
}

Interval invert_two_tests(const TwoByTwo& table, const Confidence& confidence, Measure measure,
                          const Order& order) {
  if (table.patients() > max_interval_patients) return Interval::none(too_many_for_interval);
  const double level = confidence.alpha() / 2;
  const Inversion upper_tail(table, order, Side::upper, level), lower_tail(table, order, Side::lower, level);
  return {bound(table, measure, -1, upper_tail), bound(table, measure, 1, lower_tail), {}, {}};
}

Interval invert_one_test(const TwoByTwo& table, const Confidence& confidence, Measure measure,
                         const Order& order) {
  if (table.patients() > max_interval_patients) return Interval::none(too_many_for_interval);
  const Inversion both_tails(table, order, Side::both, confidence.alpha());
  return {bound(table, measure, -1, both_tails), bound(table, measure, 1, both_tails), {}, {}};
}

}  // namespace trialcalc::unconditional
