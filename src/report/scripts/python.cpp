#include "report/scripts/dialect.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view opening = R"(# Recomputed with SciPy: python3 FILE
import math

import numpy as np
from scipy import stats

largest = 0.0


def heading(name):
    print(f"\n{name}\n{'Python':>16} {'trialcalc':>16} {'difference':>11}")


def check(what, python, trialcalc):
    global largest
    ends = (", lower", ", upper") if np.size(python) == 2 else ("",)
    for theirs, ours, end in zip(np.atleast_1d(python), np.atleast_1d(trialcalc), ends):
        difference = 0.0 if theirs == ours else theirs - ours
        largest = max(largest, abs(difference))
        print(f"{theirs:16.10g} {ours:16.10g} {difference:11.1e}  {what}{end}")
)";

constexpr std::string_view closing = R"(print(f"\nLargest difference: {largest:.1e}")
)";

constexpr ScriptHelper helpers[] = {
    {"z", R"(
def z(level):
    return stats.norm.ppf((1 + level) / 2)
)",
     ""},
    {"reciprocal", R"(
def reciprocal(limits):  # lower and upper change places
    low, high = limits
    return -math.inf if high == 0 else 1 / high, math.inf if low == 0 else 1 / low
)",
     ""},
    {"normal_p", R"(
def normal_p(z, alternative):
    if alternative == "two-sided":
        return 2 * stats.norm.sf(abs(z))
    return stats.norm.cdf(z) if alternative == "less" else stats.norm.sf(z)
)",
     ""},
    {"within", R"(
def within(estimate, margin, lowest=-1):
    return max(estimate - margin, lowest), min(estimate + margin, 1)
)",
     ""},
    {"wilson", R"(
def wilson(x, n, level):
    return stats.binomtest(x, n).proportion_ci(level, method="wilson")
)",
     ""},
    {"wilson_cc", R"(
def wilson_cc(x, n, level):
    return stats.binomtest(x, n).proportion_ci(level, method="wilsoncc")
)",
     ""},
    {"hybrid", R"(
def hybrid(p1, limits1, p2, limits2):  # Newcombe's square-and-add
    (l1, u1), (l2, u2) = limits1, limits2
    return p1 - p2 - math.hypot(p1 - l1, u2 - p2), p1 - p2 + math.hypot(u1 - p1, p2 - l2)
)",
     ""},
    {"beal", R"(
def beal(x1, n1, x2, n2, level, psi):
    d, q = x1 / n1 - x2 / n2, z(level)
    u, v = (1 / n1 + 1 / n2) / 4, (1 / n1 - 1 / n2) / 4
    w = (u * (4 * psi * (1 - psi) - d**2) + 2 * v * (1 - 2 * psi) * d
         + 4 * q**2 * u**2 * (1 - psi) * psi + q**2 * v**2 * (1 - 2 * psi) ** 2)
    return within((d + q**2 * v * (1 - 2 * psi)) / (1 + q**2 * u), q * math.sqrt(max(w, 0)) / (1 + q**2 * u))
)",
     "z within"},
    {"log_limits", R"(
def log_limits(ratio, variance, level):
    factor = math.exp(z(level) * math.sqrt(variance))
    return ratio / factor, ratio * factor
)",
     "z"},
    {"sinh_limits", R"(
def sinh_limits(ratio, variance, level):
    factor = math.exp(2 * math.asinh(z(level) / 2 * math.sqrt(variance)))
    return ratio / factor, ratio * factor
)",
     "z"},
    {"woolf", R"(
def woolf(a, b, c, d, level):
    return log_limits(a * d / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, level)
)",
     "log_limits"},
    {"mover", R"(
def mover(p1, limits1, p2, limits2):  # MOVER-R
    def bound(a, b, side):  # a of the numerator, b of the denominator
        root = math.sqrt((p1 * p2) ** 2 - a * b * (2 * p1 - a) * (2 * p2 - b))
        return (p1 * p2 + side * root) / (b * (2 * p2 - b))

    return bound(limits1[0], limits2[1], -1), bound(limits1[1], limits2[0], 1)
)",
     ""},
    {"tables", R"(
def tables(x1, n1, x2, n2):  # probabilities of all tables with these margins
    x = np.arange(max(0, x1 + x2 - n2), min(n1, x1 + x2) + 1)
    p = stats.hypergeom.pmf(x, n1 + n2, n1, x1 + x2)
    return x, p, p[x == x1][0]
)",
     ""},
    {"mid_tail", R"(
def mid_tail(x1, n1, x2, n2, alternative):  # one-sided mid-P
    x, p, observed = tables(x1, n1, x2, n2)
    if len(x) == 1:
        return 1
    return p[x < x1 if alternative == "less" else x > x1].sum() + observed / 2
)",
     "tables"},
    {"fisher_side", R"(
def fisher_side(x1, n1, x2, n2, alternative):
    return stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]], alternative)[1]
)",
     ""},
    {"doubled", R"(
def doubled(side, alternative):
    return side(alternative) if alternative != "two-sided" else min(1, 2 * side("less"), 2 * side("greater"))
)",
     ""},
};

constexpr Dialect python_dialect = {
    .opening = opening,
    .closing = closing,
    .assign = "{} = {}",
    .function = "\ndef {}({}):\n{}",
    .list = "[{}]",
    .matrix = "np.array([{}]).reshape({}, {})",
    .infinity = "math.inf",
    .two_sided = "two-sided",
    .no_function = "SciPy has no function and there is no closed formula for it",
    .helpers = helpers,
};

}  // namespace

std::string python_script(const Script& script) {
  Dialect dialect = python_dialect;
  dialect.methods = python_methods();
  return dialect_script(script, dialect);
}

}  // namespace trialcalc::report
