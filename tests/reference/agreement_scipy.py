"""The answers of SciPy and statsmodels to the inputs of `agreement`.

Each function takes one input and yields (program, family, method, {quantity: value}).
"""
import warnings

import numpy as np
import scipy.stats as st
from statsmodels.stats.contingency_tables import StratifiedTable, mcnemar
from statsmodels.stats.proportion import (confint_proportions_2indep, proportion_confint,
                                          test_proportions_2indep)

warnings.simplefilter("ignore")
TWO_ARMS = [("diff", "wald", "wald", {}), ("diff", "agresti-caffo", "agresti-caffo", {}),
            ("diff", "newcomb", "newcombe", {}), ("diff", "score", "miettinen-nurminen", {}),
            ("ratio", "log", "katz-log", {}), ("ratio", "log-adjusted", "adjusted-log", {}),
            ("ratio", "score", "miettinen-nurminen", {}), ("ratio", "score", "koopman", {"correction": False}),
            ("odds-ratio", "logit", "woolf", {}), ("odds-ratio", "logit-adjusted", "gart", {}),
            ("odds-ratio", "score", "miettinen-nurminen", {}), ("odds-ratio", "score", "score", {"correction": False}),
            ("odds-ratio", "logit-smoothed", "independence-smoothed", {})]
MEASURE = {"diff": "risk-difference", "ratio": "risk-ratio", "odds-ratio": "odds-ratio"}


def limits(pair):
    return {"lower": pair[0], "upper": pair[1]}


def arms(text):
    return [tuple(map(int, arm.split("/"))) for arm in text.split()]


def exact_tests(m, n1, n2):
    yield "SciPy fisher_exact", "test", "fisher", lambda: {"p": st.fisher_exact(m)[1]}
    for side in ("less", "greater"):
        yield (f"SciPy fisher_exact({side})", "test", f"fisher {side}",
               lambda: {"p": st.fisher_exact(m, side)[1]})
    if max(n1, n2) > 40:  # SciPy takes seconds beyond
        return
    columns = np.transpose(m)  # SciPy's groups are columns
    for pooled, key in ((True, "barnard"), (False, "barnard-unpooled")):
        yield (f"SciPy barnard_exact(pooled={pooled})", "test", key,
               lambda: {"p": st.barnard_exact(columns, pooled=pooled).pvalue})
    yield "SciPy boschloo_exact", "test", "boschloo-doubled", lambda: {"p": st.boschloo_exact(columns).pvalue}


def calc(text):
    (a, n1), (c, n2) = arms(text)
    m = [[a, n1 - a], [c, n2 - c]]
    for key, options in (("pearson", {"correction": False}), ("yates", {}),
                         ("likelihood-ratio", {"correction": False, "lambda_": "log-likelihood"})):
        yield (f"SciPy chi2_contingency({key})", "test", key,
               lambda: dict(zip(("statistic", "p"), st.chi2_contingency(m, **options)[:2])))
    yield from exact_tests(m, n1, n2)
    yield ("SciPy odds_ratio", "odds-ratio", "conditional-exact",
           lambda: limits(st.contingency.odds_ratio(m).confidence_interval()))
    yield ("SciPy relative_risk", "risk-ratio", "katz-log",
           lambda: limits(st.contingency.relative_risk(a, n1, c, n2).confidence_interval()))
    for compare, method, key, options in TWO_ARMS:
        yield (f"statsmodels confint_proportions_2indep({method})", MEASURE[compare], key,
               lambda: limits(confint_proportions_2indep(a, n1, c, n2, compare=compare, method=method, **options)))
    for key, options in (("wald-rd", {"method": "wald"}), ("n-1", {"method": "score"}),
                         ("pearson", {"method": "score", "correction": False})):
        yield ("statsmodels test_proportions_2indep({method})".format(**options), "test", key,
               lambda: {"p": test_proportions_2indep(a, n1, c, n2, compare="diff", **options).pvalue})


def proportion(text):
    x, n = map(int, text.split("/"))
    for method, key in (("exact", "clopper-pearson"), ("wilson", "wilson"), ("wilsoncc", "wilson-cc")):
        yield (f"SciPy proportion_ci({method})", "proportion", key,
               lambda: limits(st.binomtest(x, n).proportion_ci(method=method)))
    for method, key in (("normal", "wald"), ("agresti_coull", "agresti-coull"), ("beta", "clopper-pearson"),
                        ("wilson", "wilson"), ("jeffreys", "jeffreys")):
        yield (f"statsmodels proportion_confint({method})", "proportion", key,
               lambda: limits(proportion_confint(x, n, method=method)))


def table(text):
    cells = [list(map(int, row.split(","))) for row in text.split(";")]
    for key, options in (("pearson", {}), ("likelihood-ratio", {"lambda_": "log-likelihood"})):
        yield (f"SciPy chi2_contingency({key})", "table", key,
               lambda: dict(zip(("statistic", "p"), st.chi2_contingency(cells, correction=False, **options)[:2])))


def strata(text):
    tables = [arms(stratum.replace(",", " ")) for stratum in text.split()]
    fit = StratifiedTable([np.array([[a, n1 - a], [c, n2 - c]]) for (a, n1), (c, n2) in tables])
    both = lambda test: {"statistic": test.statistic, "p": test.pvalue}
    program = "statsmodels StratifiedTable"
    yield program, "strata-test", "cmh", lambda: both(fit.test_null_odds())
    yield program, "strata-test", "cmh-cc", lambda: both(fit.test_null_odds(correction=True))
    yield program, "strata-test", "breslow-day", lambda: both(fit.test_equal_odds())
    yield program, "strata-test", "tarone", lambda: both(fit.test_equal_odds(adjust=True))
    yield (program, "strata-odds-ratio", "robins-breslow-greenland",
           lambda: limits(fit.oddsratio_pooled_confint()))


def paired(text):
    b, c, n = map(int, text.split(","))
    m = [[0, b], [c, n - b - c]]
    for key, options in (("mcnemar", {"exact": False, "correction": False}), ("mcnemar-cc", {"exact": False}),
                         ("mcnemar-exact", {"exact": True})):
        yield "statsmodels mcnemar", "paired-test", key, lambda: {"p": mcnemar(m, **options).pvalue}


def means(text):
    (m1, s1, n1), (m2, s2, n2) = [map(float, arm.split(",")) for arm in text.split()]
    for equal, key in ((True, "student"), (False, "welch")):
        yield (f"SciPy ttest_ind_from_stats(equal_var={equal})", "means-test", key,
               lambda: dict(zip(("statistic", "p"), st.ttest_ind_from_stats(m1, s1, n1, m2, s2, n2, equal_var=equal))))


KINDS = {"calc": calc, "proportion": proportion, "table": table, "strata": strata, "paired": paired, "means": means}


def answers(line):
    """Everything SciPy and statsmodels say about "kind|input"; None where one fails."""
    kind, text = line.split("|")
    for program, family, method, compute in KINDS[kind](text):
        try:
            found = compute()
        except Exception:
            found = {}
        for quantity, value in found.items():
            yield program, family, method, line, quantity, float(value)
