#!/usr/bin/python3
"""All lines at once by json and numpy, Fisher's test written out for arrays: the same as scipy_lines.py."""
import json
import sys

import numpy as np
from scipy.special import erfc, gammaln, ndtri

tables = [json.loads(text) for text in sys.stdin]
a, n1, c, n2 = np.array([t["experimental"] + t["control"] for t in tables]).T
m, n = a + c, n1 + n2
np.seterr(divide="ignore", invalid="ignore")  # zero cells
ratio = a / n1 / (c / n2)
factor = np.exp(ndtri(0.975) * np.sqrt(1 / a - 1 / n1 + 1 / c - 1 / n2))
pearson = erfc(np.sqrt(n * (a * (n2 - c) - c * (n1 - a)) ** 2 / (n1 * n2 * m * (n - m)) / 2))

log_factorial = gammaln(np.arange(n.max() + 1) + 1.0)
fisher = np.empty(len(a))
step = 2000
for begin in range(0, len(a), step):
    part = slice(begin, begin + step)
    A, N1, N2, M = (column[part, None] for column in (a, n1, n2, m))
    low, high = np.maximum(0, M - N2), np.minimum(M, N1)
    x = low + np.arange((high - low).max() + 1)
    inside = x <= high
    x = np.where(inside, x, low)

    def log_probability(k):
        lf = log_factorial
        return -(lf[k] + lf[N1 - k] + lf[M - k] + lf[N2 - M + k])

    weight = np.exp(log_probability(x) - log_probability(A)) * inside
    fisher[part] = np.minimum(1, (weight * (weight <= 1 + 1e-7)).sum(1) / weight.sum(1))

rows = zip(ratio.tolist(), (ratio / factor).tolist(), (ratio * factor).tolist(), pearson.tolist(), fisher.tolist())
write = sys.stdout.write
for table, (rr, lower, upper, p, exact) in zip(tables, rows):
    write(json.dumps({"id": table["id"], "rr": rr, "lower": lower, "upper": upper, "pearson": p, "fisher": exact}))
    write("\n")
