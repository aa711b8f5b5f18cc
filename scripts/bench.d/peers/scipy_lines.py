#!/usr/bin/python3
"""Each line by json and SciPy: risk ratio with Katz interval, Pearson and Fisher P."""
import json
import math
import sys

from scipy.stats import chi2_contingency, fisher_exact, norm

z = norm.ppf(0.975)
for text in sys.stdin:
    line = json.loads(text)
    (a, n1), (c, n2) = line["experimental"], line["control"]
    answer = {"id": line["id"], "rr": None, "lower": None, "upper": None, "pearson": None}
    if a and c:
        ratio = a / n1 / (c / n2)
        factor = math.exp(z * math.sqrt(1 / a - 1 / n1 + 1 / c - 1 / n2))
        answer.update(rr=ratio, lower=ratio / factor, upper=ratio * factor)
    table = [[a, n1 - a], [c, n2 - c]]
    if 0 < a + c < n1 + n2:
        answer["pearson"] = chi2_contingency(table, correction=False)[1]
    answer["fisher"] = fisher_exact(table)[1]
    print(json.dumps(answer))
