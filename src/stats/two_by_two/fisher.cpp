#include "stats/two_by_two/exact_result.hpp"
#include "stats/two_by_two/methods.hpp"

namespace trialcalc::two_by_two {

/// Fisher's exact test; two-sided by probability (Irwin's rule), ties decided exactly.
///
/// Formula  sum of P(x) = C(n1, x) C(n2, m - x) / C(N, m) over the x with P(x) <= P(a); one-sided over the
///          x <= a or the x >= a
/// Given    table    counts of people, 0 <= events <= total, total >= 1
///          options  alternative
/// Returns  P
/// Edges    nobody or everybody has the event: P = 1
/// Error    relative 1e-14 of P to a thousand an arm, 1e-12 to 1e9 an arm; log_p where P underflows
/// Source   Fisher 1935, J R Stat Soc 98:39; Irwin 1935, Metron 12:83
TestResult fisher(const TwoByTwo& table, const TestOptions& options) {
  const Hypergeometric margins(table);
  const ObservedTable observed = observe(margins, table.experimental.events);
  if (options.alternative != Alternative::two_sided)
    return one_tail(observed, options.alternative == Alternative::greater);
  if (observed.is_mode) return exact_result(1, 0);
  return exact_result(observed, observed.near + observed.far);
}

Working fisher_working(const TwoByTwo& table, const TestOptions& options) {
  const ObservedTable observed = observe(Hypergeometric(table), table.experimental.events);
  const Step point{"probability of this table", "", "C(n1, a) C(n2, c) / C(N, m)", observed.point};
  if (options.alternative == Alternative::less)
    return {{point}, "this table and those with fewer events in the experimental arm"};
  if (options.alternative == Alternative::greater)
    return {{point}, "this table and those with more events in the experimental arm"};
  if (observed.is_mode) return {{point}, "all tables, for none is more probable"};
  return {{point,
           {"this table and those further out on its side", "S", "", observed.point * observed.near},
           {"those on the other side that are no more probable", "O", "", observed.point * observed.far}},
          "S + O"};
}

}  // namespace trialcalc::two_by_two
