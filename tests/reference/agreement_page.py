"""The page that `agreement` writes: what is compared, and why a program differs where it does."""
import math

# Why a program differs from us by more than 1e-6: another definition, or fewer digits. A difference without a reason
# here, or a reason without a difference, is an error.
REASONS = {
    ("odds-ratio", "conditional-exact", "R fisher.test"): "loose root, see below",
    ("odds-ratio", "conditional-midp", "R epitools oddsratio.midp"): "loose root",
    ("odds-ratio", "likelihood-ratio", "R MASS confint(glm(binomial))"): "spline through the profile",
    ("odds-ratio", "score", "R epiR epi.2by2"): "loose root",
    ("paired-test", "mcnemar-cc", "statsmodels mcnemar"): "corrects beyond b = c",
    ("proportion", "jeffreys", "statsmodels proportion_confint(jeffreys)"): "no 0 and 1 at the ends",
    ("proportion", "wald", "R Hmisc binconf(asymptotic)"): "not cut at 0 and 1",
    ("proportion", "wilson", "R Hmisc binconf(wilson)"): "another limit at 1 event, see below",
    ("proportion", "wilson-cc", "R prop.test"): "caps the correction at abs(x - n/2)",
    ("risk-difference", "agresti-caffo", "R Epi ci.pd(AC)"): "not cut at -1 and 1",
    ("risk-difference", "agresti-caffo", "statsmodels confint_proportions_2indep(agresti-caffo)"): "not cut at -1 and 1",
    ("risk-difference", "mee", "R epiR epi.2by2"): "loose root",
    ("risk-difference", "miettinen-nurminen", "statsmodels confint_proportions_2indep(score)"): "wrong, see below",
    ("risk-difference", "wald", "R metafor escalc(RD)"): "not cut at -1 and 1",
    ("risk-difference", "wald", "statsmodels confint_proportions_2indep(wald)"): "not cut at -1 and 1",
    ("risk-difference", "wald-cc", "R prop.test"): "caps the correction at the difference",
    ("risk-ratio", "koopman", "R epiR epi.2by2"): "another interval, see below",
    ("risk-ratio", "koopman", "statsmodels confint_proportions_2indep(score)"): "wrong where a cell is 0, see below",
    ("risk-ratio", "miettinen-nurminen", "statsmodels confint_proportions_2indep(score)"): "wrong where a cell is 0, see below",
    ("risk-ratio", "likelihood-ratio", "R MASS confint(glm(binomial(log)))"): "spline through the profile",
    ("strata-odds-ratio", "conditional-exact", "R mantelhaen.test(exact)"): "loose root",
    ("strata-risk-difference", "greenland-robins", "R epiR epi.2by2"): "not cut at -1 and 1",
    ("strata-risk-difference", "sato", "R epiR epi.2by2"): "not cut at -1 and 1",
    ("strata-risk-difference", "sato", "R metafor rma.mh(RD)"): "not cut at -1 and 1",
    ("strata-test", "breslow-day", "statsmodels StratifiedTable"): "strata of one outcome count for df; P as 1 - cdf",
    ("strata-test", "cmh", "statsmodels StratifiedTable"): "P as 1 - cdf",
    ("strata-test", "cmh-cc", "R mantelhaen.test"): "no correction below 1/2",
    ("strata-test", "cmh-cc", "statsmodels StratifiedTable"): "corrects beyond 0",
    ("strata-test", "tarone", "statsmodels StratifiedTable"): "strata of one outcome count for df; P as 1 - cdf",
    ("table", "likelihood-ratio", "R vcd assocstats"): "P as 1 - cdf",
    ("test", "barnard", "SciPy barnard_exact(pooled=True)"): "misses maxima, see below",
    ("test", "barnard-unpooled", "SciPy barnard_exact(pooled=False)"): "misses maxima and ties, see below",
    ("test", "n-1", "R coin independence_test"): "P as 1 - cdf",
    ("test", "pearson", "statsmodels test_proportions_2indep(score)"): "correction=False ignored, see below",
}
SAME = 1e-6
PAGE = """# Agreement with other programs

Written by `tests/reference/agreement`; README.md says how. {inputs} inputs drawn with a fixed seed, a third of the arms
sparse. *None*: inputs for which only one of the two has a finite answer (a P of 0 is none). *Apart*: inputs whose
numbers differ by more than 1e-6, relative to the larger.

{versions}.

| method | program | inputs | none | apart | largest | where | why |
| --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

## Known faults of the others

{faults}
"""


class Agreement:
    """What one program says of one method, over the inputs it was asked about."""

    def __init__(self):
        self.inputs, self.missing, self.apart, self.worst = set(), set(), set(), (0.0, "", "", 0.0, 0.0)

    def add(self, line, quantity, our, their):
        self.inputs.add(line)
        if our == their or our is None and not math.isfinite(their):
            return
        if our is None or math.isinf(our) or not math.isfinite(their) or quantity == "p" and their == 0:
            self.missing.add(line)
            return
        # What rounding, or a root finder, leaves of an exact 0 is no difference.
        nothing = 0 if quantity == "p" else 1e-10 if our == 0 else 1e-14
        gap = 0.0 if abs(our - their) <= nothing else abs(our - their) / max(abs(our), abs(their))
        if gap > SAME:
            self.apart.add(line)
        self.worst = max(self.worst, (gap, line, quantity, our, their))


def rows(found):
    for key, result in sorted(found.items()):
        family, method, program = key
        gap, line, quantity, our, their = result.worst
        text = line.split("|")[-1]
        where = "" if gap <= SAME else f"`{text}` {quantity} {our:.6g}, there {their:.6g}"
        counts = f"{len(result.inputs)} | {len(result.missing) or ''} | {len(result.apart) or ''}"
        yield f"| {family} `{method}` | {program} | {counts} | {gap:.0e} | {where} | {REASONS.get(key, '')} |"


def unexplained(found):
    different = {key for key, result in found.items() if result.worst[0] > SAME}
    return sorted(different ^ set(REASONS))
