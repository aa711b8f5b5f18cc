"""Rows of unconditional_small.csv: exact unconditional intervals of small tables at several levels, from their definitions.

All outcomes at once: the score statistic by bisection on the slope of the likelihood, the common risk on a grid with
golden section after it, the bound by a walk from far outside inwards and bisection.

/usr/bin/python3 unconditional_small.py
"""
from math import comb

import numpy as np

TABLES = [(3, 4, 1, 5, 95), (0, 5, 3, 4, 95), (4, 4, 0, 3, 95), (2, 5, 2, 5, 90), (1, 3, 4, 5, 99), (5, 6, 1, 3, 95),
          (0, 3, 0, 4, 95), (4, 6, 4, 4, 90), (7, 9, 2, 8, 95), (1, 10, 5, 6, 99)]
GOLDEN = (5**0.5 - 1) / 2


def first_risk(measure, v, p2):
    if measure == "odds-ratio":
        return v * p2 / (1 + (v - 1) * p2)
    return p2 + v if measure == "risk-difference" else v * p2


def second_risks(measure, v):
    if measure == "risk-difference":
        return max(0.0, -v), min(1.0, 1 - v)
    return (0.0, min(1.0, 1 / v)) if measure == "risk-ratio" else (0.0, 1.0)


def greatest(f, low, high, steps):
    """Where a function with one peak has it, by golden section."""
    for _ in range(steps):
        u, w = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        left = f(u) < f(w)
        low, high = np.where(left, u, low), np.where(left, high, w)
    return (low + high) / 2


def scores(measure, n1, n2, v):
    x, y = np.meshgrid(np.arange(n1 + 1.0), np.arange(n2 + 1.0), indexing="ij")

    def slope(p2):
        """Of the log-likelihood; a count of 0 has no term."""
        p1 = np.clip(first_risk(measure, v, p2), 0, 1)
        turn = v / (1 + (v - 1) * p2)**2 if measure == "odds-ratio" else v if measure == "risk-ratio" else 1
        with np.errstate(divide="ignore", invalid="ignore"):
            term = lambda k, p: np.where(k > 0, k / p, 0)
            return turn * (term(x, p1) - term(n1 - x, 1 - p1)) + term(y, p2) - term(n2 - y, 1 - p2)
    low, high = (np.full_like(x, end) for end in second_risks(measure, v))
    for _ in range(60):
        middle = (low + high) / 2
        rising = slope(middle) > 0
        low, high = np.where(rising, middle, low), np.where(rising, high, middle)
    ends = second_risks(measure, v)
    p2 = np.where(high - ends[0] < 1e-15, ends[0], np.where(ends[1] - low < 1e-15, ends[1], (low + high) / 2))
    p1 = np.clip(first_risk(measure, v, p2), 0, 1)
    v1, v2 = p1 * (1 - p1) / n1, p2 * (1 - p2) / n2
    with np.errstate(divide="ignore", invalid="ignore"):
        if measure == "odds-ratio":
            w1, w2 = v1 * n1 * n1, v2 * n2 * n2
            top, error = x - n1 * p1, np.sqrt(w1 * w2 / (w1 + w2))
        else:
            ratio = measure == "risk-ratio"
            top, error = x / n1 - y / n2 * (v if ratio else 1) - (0 if ratio else v), np.sqrt(v1 + (v * v if ratio else 1) * v2)
        return np.where(abs(top) < 1e-9, 0, np.where(error > 0, top / error, np.sign(top) * 1e9))


def masses(n, p):
    """Binomial probabilities of 0 to n, a column for each p."""
    k = np.arange(n + 1)[:, None]
    return np.array([comb(n, i) for i in range(n + 1)], float)[:, None] * p**k * (1 - p)**(n - k)


def p_value(method, measure, table, v, side):
    """The supremum over the risk of the probability of outcomes as extreme on one side."""
    a, n1, c, n2 = table
    if method == "santner-snell":
        t = np.round(np.subtract.outer(np.arange(n1 + 1) * n2, np.arange(n2 + 1) * n1))
    else:
        t = scores(measure, n1, n2, v)
    if method == "agresti-min":
        t = -abs(t) * side
    slack = 1e-10 * (1 + abs(t[a, c]))
    region = ((t >= t[a, c] - slack) if side < 0 else (t <= t[a, c] + slack)).astype(float)

    def probability(p2):
        p1 = np.clip(first_risk(measure, v, p2), 0, 1)
        return np.einsum("ik,ik->k", masses(n1, p1), region @ masses(n2, p2))
    low, high = second_risks(measure, v)
    grid = low + (high - low) * np.sin(np.linspace(0, np.pi / 2, 801))**2
    i = int(probability(grid).argmax())
    fine = greatest(probability, grid[[max(i - 1, 0)]], grid[[min(i + 1, 800)]], 60)
    return max(probability(grid[[i]])[0], probability(fine)[0])


def bound(method, measure, table, level, side):
    alpha = (1 - level / 100) / (1 if method == "agresti-min" else 2)
    difference = measure == "risk-difference"
    value = (lambda t: t) if difference else np.exp
    plausible = lambda t: p_value(method, measure, table, value(t), side) > alpha
    points = side * (np.linspace(0.99999, -0.99999, 200) if difference else np.linspace(12, -12, 241))
    out = points[0]
    for t in points:
        if plausible(t):
            break
        out = t
    for _ in range(34):
        middle = (t + out) / 2
        t, out = (middle, out) if plausible(middle) else (t, middle)
    return float(value((t + out) / 2))


def limit(method, measure, table, level, side):
    """A bound, or the end of the scale where no outcome is further out on that side."""
    a, n1, c, n2 = table
    low, high = ((a, n1), (c, n2)) if side < 0 else ((c, n2), (a, n1))
    if measure == "risk-difference":
        return bound(method, measure, table, level, side) if low[0] or high[0] < high[1] else side
    if low[0] == 0 or measure == "odds-ratio" and high[0] == high[1]:
        return 0 if side < 0 else "inf"
    return bound(method, measure, table, level, side)


if __name__ == "__main__":
    print("family,method,input,options,quantity,value,tolerance,source")
    for *table, level in TABLES:
        a, n1, c, n2 = table
        for measure in ("risk-difference", "risk-ratio", "odds-ratio"):
            for method in ("chan-zhang", "agresti-min") + (("santner-snell",) if measure == "risk-difference" else ()):
                for side, name in ((-1, "lower"), (1, "upper")):
                    value = limit(method, measure, table, level, side)
                    exact = value in (0, -1, 1, "inf")
                    # Where the bound is a jump of P, the slack of the ties moves it by less than 1e-9.
                    print(f"{measure},{method},{a}/{n1} {c}/{n2},{'' if level == 95 else f'level={level}'},{name},{value},"
                          f"{'' if exact else f'{max(1e-8, 1e-9 / abs(value)):.0e}'},\"definitions by bisection and golden section, unconditional_small.py\"",
                          flush=True)
