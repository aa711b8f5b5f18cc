"""Known faults of other programs, each shown with numbers computed here.

A fault is a function of `ours`, which runs the program, that returns what the other program says and what decides.
"""
import subprocess
from fractions import Fraction
from math import comb

import scipy.stats as st
from mpmath import mpf
from statsmodels.stats.proportion import confint_proportions_2indep, test_proportions_2indep

import intervals
import table as contingency

SPARSE = "1,2,0,1,2,0,0,1,2,1;1,3,3,1,1,3,0,0,0,1;1,2,1,4,2,0,0,3,0,1;2,0,2,1,1,0,5,1,1,0"


def r(expression):
    """Numbers that an R expression prints."""
    done = subprocess.run(["Rscript", "-e", f"cat(format(c({expression}), digits = 12), sep = ' ')"], capture_output=True,
                          text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def weights(a, n1, c, n2):
    m = a + c
    return {x: comb(n1, x) * comb(n2, m - x) for x in range(max(0, m - n2), min(n1, m) + 1)}


def tail(t, odds_ratio):
    """P(X <= a) at an odds ratio, X the events of the first arm given all margins."""
    terms = {x: w * mpf(odds_ratio)**x for x, w in weights(*t).items()}
    return float(sum(v for x, v in terms.items() if x <= t[0]) / sum(terms.values()))


def score(measure, t, value, kind="score"):
    return float(intervals.statistic(measure, kind, t, mpf(value)))


def fisher_ties(ours):
    t = (115, 350, 96, 367)
    w = weights(*t)
    exact = Fraction(sum(v for v in w.values() if v <= w[t[0]]), sum(w.values()))
    theirs, = r("fisher.test(matrix(c(115, 96, 235, 271), 2))$p.value")
    return (f"R `fisher.test` counts tables that are no ties. 115/350 v 96/367: it says {theirs:.6f}, integers "
            f"{float(exact):.6f}, trialcalc {ours.p('115/350 96/367', 'fisher'):.6f}.")


def odds_ratio_limits(ours):
    t = (8, 10, 1, 6)
    theirs = r("fisher.test(matrix(c(8, 1, 2, 5), 2))$conf.int")[1]
    mine = ours.upper("8/10 1/6", "or", "conditional-exact")
    return (f"R `fisher.test` solves the limits of the odds ratio loosely. 8/10 v 1/6: its upper limit is {theirs:.2f}, where the "
            f"tail is {tail(t, theirs):.8f}; trialcalc's is {mine:.2f}, where it is {tail(t, mine):.8f}.")


def sparse_table(ours):
    rows = ", ".join(f"c({row})" for row in SPARSE.split(";"))
    theirs, simulated = r(f"fisher.test(m <- rbind({rows}), workspace = 2e8)$p.value, "
                          "{set.seed(1); fisher.test(m, simulate.p.value = TRUE, B = 1e5)$p.value}")
    exact = float(contingency.freeman_halton(contingency.parse(SPARSE)))
    return (f"R `fisher.test` is wrong on a sparse 4 x 10 table (`{SPARSE}`): it says {theirs:.4f}, its own simulation "
            f"{simulated:.4f}, enumeration in integers {exact:.6f}, trialcalc {ours.table(SPARSE, 'fisher'):.6f}.")


def barnard_maximum(ours):
    a, n1, c, n2, risk = 1, 78, 0, 139, 0.006202
    theirs = st.barnard_exact([[a, c], [n1 - a, n2 - c]], alternative="greater").pvalue
    square = lambda x, y: Fraction(x * n2 - y * n1)**2 / ((x + y) * (n1 + n2 - x - y)) if x * n2 > y * n1 else 0
    at_risk = sum(st.binom.pmf(x, n1, risk) * st.binom.pmf(y, n2, risk) for x in range(n1 + 1) for y in range(n2 + 1)
                  if square(x, y) >= square(a, c))
    mine = ours.p("1/78 0/139", "barnard", "--alternative", "greater")
    return (f"SciPy `barnard_exact` misses the maximum. 1/78 v 0/139, greater: it says {theirs:.4f}, though the risk {risk} alone "
            f"gives {at_risk:.4f}; trialcalc {mine:.4f}.")


def barnard_ties(ours):
    theirs = st.barnard_exact([[5, 0], [1, 4]], pooled=False).pvalue
    variance = lambda x, y: Fraction(x * (6 - x), 6**3) + Fraction(y * (4 - y), 4**3)
    difference = lambda x, y: Fraction(x, 6) - Fraction(y, 4)

    def extreme(x, y):  # (difference^2 / variance) against that of 5/6 v 0/4, without division
        d, v = difference(x, y), variance(x, y)
        return d != 0 and d * d * variance(5, 0) >= difference(5, 0)**2 * v
    half = Fraction(sum(comb(6, x) * comb(4, y) for x in range(7) for y in range(5) if extreme(x, y)), 2**10)
    return (f"SciPy `barnard_exact(pooled=False)` loses exact ties. 5/6 v 0/4: it says {theirs:.4f}; at the risk 1/2 alone "
            f"{half} of the outcomes are as extreme, {float(half):.4f}; trialcalc {ours.p('5/6 0/4', 'barnard-unpooled'):.4f}.")


def score_difference(ours):
    t = (56, 70, 48, 80)
    theirs = confint_proportions_2indep(*t, compare="diff", method="score")[1]
    mine = ours.upper("56/70 48/80", "rd", "miettinen-nurminen")
    return (f"statsmodels `confint_proportions_2indep(diff, score)`: 56/70 v 48/80 ends at {theirs:.4f}, where the score statistic "
            f"is {score('rd', t, theirs, 'mn'):.4f}; trialcalc at {mine:.4f}, where it is {score('rd', t, mine, 'mn'):.4f} "
            f"(the quantile is {st.chi2.ppf(.95, 1):.4f}).")


def score_ratio(ours):
    t = (0, 14, 5, 5)
    theirs = confint_proportions_2indep(*t, compare="ratio", method="score", correction=False)[0]
    kind, theirs = type(theirs).__name__, theirs.real
    return (f"statsmodels `confint_proportions_2indep(ratio, score)`: 0/14 v 5/5 begins at {theirs:.4f} (a {kind}), yet at half of that the "
            f"score statistic is {score('rr', t, theirs / 2):.4f}, below the quantile {st.chi2.ppf(.95, 1):.4f}, so that it belongs "
            f"to the interval; trialcalc begins at {ours.lower('0/14 5/5', 'rr', 'koopman'):g}.")


def ignored_correction(ours):
    a, n1, c, n2 = 0, 14, 5, 5
    off, on = (test_proportions_2indep(a, n1, c, n2, compare="diff", method="score", correction=x).pvalue for x in (False, True))
    return (f"statsmodels `test_proportions_2indep(score, correction=False)` of 0/14 v 5/5: {off:.4g} where with the correction it is "
            f"{on:.4g}; Pearson's P is {ours.p('0/14 5/5', 'pearson'):.4g}, that of N - 1 {ours.p('0/14 5/5', 'n-1'):.4g}.")


def epir_score(ours):
    t = (8, 37, 14, 42)
    lower, upper = r("suppressMessages(unlist(epiR::epi.2by2(c(8, 29, 14, 28), method = 'cohort.count')"
                     "$massoc.detail$RR.strata.score[2:3]))")
    mine = ours.lower("8/37 14/42", "rr", "koopman"), ours.upper("8/37 14/42", "rr", "koopman")
    statistics = lambda pair: " and ".join(f"{score('rr', t, x):.4f}" for x in pair)
    return (f"epiR `epi.2by2` (RR.strata.score): 8/37 v 14/42 gives {lower:.4f} to {upper:.4f}, where the score statistic is "
            f"{statistics((lower, upper))}; trialcalc's koopman {mine[0]:.4f} to {mine[1]:.4f}, where it is {statistics(mine)}.")


def binconf(ours):
    lower, = r("Hmisc::binconf(1, 5, method = 'wilson')[2]")
    statistic = lambda p: (1 - 5 * p)**2 / (5 * p * (1 - p))
    mine = ours.proportion("1/5", "wilson")["lower"]
    return (f"Hmisc `binconf(wilson)` puts another lower limit at 1 event: 1/5 begins at {lower:.4f}, where Wilson's statistic is "
            f"{statistic(lower):.2f}; trialcalc at {mine:.4f}, where it is {statistic(mine):.4f}.")


FAULTS = [fisher_ties, odds_ratio_limits, sparse_table, barnard_maximum, barnard_ties, score_difference, score_ratio,
          ignored_correction, epir_score, binconf]
