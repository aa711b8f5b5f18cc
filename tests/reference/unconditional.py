#!/usr/bin/python3
"""Rows of unconditional.csv below its last comment: SciPy 1.10.1, exact rational orders, and a slow search.

Tests     every table's probability given the margins as a fraction, tables ordered in fractions, P(risk) on a
          fine grid and then by golden section around the highest points.
Intervals the score statistic with the constrained risks found by golden section on the likelihood, P maximised
          over 4000 nuisance risks and then by golden section, the bound by a scan from outside and bisection.
"""
from fractions import Fraction as F
from math import comb
import sys
import numpy as np
from scipy.stats import barnard_exact, beta, binom, boschloo_exact

GOLDEN = (5 ** 0.5 - 1) / 2


def golden(f, low, high, steps=80):
    """The largest f on [low, high], f with one maximum there."""
    u, w = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    fu, fw = f(u), f(w)
    for _ in range(steps):
        if fu < fw:
            low, u, fu = u, w, fw
            w = low + GOLDEN * (high - low)
            fw = f(w)
        else:
            high, w, fw = w, u, fu
            u = high - GOLDEN * (high - low)
            fu = f(u)
    return max(fu, fw)


def hypergeometric(x, s, n1, n2):
    return F(comb(n1, x) * comb(n2, s - x), comb(n1 + n2, s))


def signed_square(d, v):
    """z^2 with the sign of z; infinite as a very large number."""
    if d == 0:
        return F(0)
    return (1 if d > 0 else -1) * (d * d / v if v else F(10) ** 30)


def statistic(method, alternative, x, n1, y, n2):
    """Larger is more extreme."""
    d, s, n = F(x, n1) - F(y, n2), x + y, n1 + n2
    sign = -1 if alternative == 'less' else 1
    if method.startswith('barnard'):
        pooled = F(s, n) * (1 - F(s, n)) * (F(1, n1) + F(1, n2))
        unpooled = F(x * (n1 - x), n1 ** 3) + F(y * (n2 - y), n2 ** 3)
        z = signed_square(d, pooled if method == 'barnard' else unpooled)
        return abs(z) if alternative == 'two-sided' else sign * z
    margin = range(max(0, s - n2), min(n1, s) + 1)
    p = {k: hypergeometric(k, s, n1, n2) for k in margin}
    if alternative == 'two-sided':
        return -sum(q for q in p.values() if q <= p[x])
    return -sum(p[k] for k in margin if (k - x) * sign >= 0)


def p_value(method, alternative, a, n1, c, n2, gamma=0):
    observed = statistic(method, alternative, a, n1, c, n2)
    h = [F(0)] * (n1 + n2 + 1)
    for x in range(n1 + 1):
        for y in range(n2 + 1):
            if statistic(method, alternative, x, n1, y, n2) >= observed:
                h[x + y] += hypergeometric(x, x + y, n1, n2)
    n, m = n1 + n2, a + c
    s, heights = np.arange(n + 1), np.array([float(v) for v in h])
    risk = lambda r: float(binom.pmf(s, n, r) @ heights)
    low, high = 0.0, 1.0
    if gamma:
        low = beta.ppf(gamma / 2, m, n - m + 1) if m else 0.0
        high = beta.isf(gamma / 2, m + 1, n - m) if m < n else 1.0
    grid = np.linspace(low, high, 4001)
    values = np.array([risk(r) for r in grid])
    best = values.max()
    for i in np.argsort(values)[-6:]:
        best = max(best, golden(risk, grid[max(i - 1, 0)], grid[min(i + 1, 4000)]))
    return min(1.0, best + gamma)


def first_risk(measure, v, p2):
    if measure == 'risk-difference':
        return p2 + v
    return v * p2 if measure == 'risk-ratio' else v * p2 / (1 + (v - 1) * p2)


def second_risks(measure, v):
    if measure == 'risk-difference':
        return max(0.0, -v), min(1.0, 1 - v)
    return (0.0, min(1.0, 1 / v)) if measure == 'risk-ratio' else (0.0, 1.0)


def score(measure, a, n1, c, n2, v):
    def log_likelihood(p2):
        p1, total = first_risk(measure, v, p2), 0.0
        for k, p in ((a, p1), (n1 - a, 1 - p1), (c, p2), (n2 - c, 1 - p2)):
            if k:
                if p <= 0:
                    return -1e300
                total += k * np.log(p)
        return total
    low, high = second_risks(measure, v)
    left, right = low, high
    for _ in range(90):
        u, w = right - GOLDEN * (right - left), left + GOLDEN * (right - left)
        if log_likelihood(u) < log_likelihood(w):
            left = u
        else:
            right = w
    p2 = max((log_likelihood(p), p) for p in (low, high, (left + right) / 2))[1]
    p1 = min(max(first_risk(measure, v, p2), 0.0), 1.0)
    v1, v2 = p1 * (1 - p1) / n1, p2 * (1 - p2) / n2
    if measure == 'odds-ratio':
        w1, w2 = v1 * n1 * n1, v2 * n2 * n2
        top, error = a - n1 * p1, np.sqrt(w1 * w2 / (w1 + w2)) if w1 + w2 else 0
    else:
        ratio = measure == 'risk-ratio'
        top = a / n1 - v * c / n2 if ratio else a / n1 - c / n2 - v
        error = np.sqrt(v1 + (v * v if ratio else 1) * v2)
    if abs(top) < 1e-9:
        return 0.0
    return top / error if error else np.sign(top) * 1e9


def interval_p(method, measure, table, v, side):
    a, n1, c, n2 = table
    if method == 'santner-snell':
        t = [[F(x, n1) - F(y, n2) for y in range(n2 + 1)] for x in range(n1 + 1)]
        region = np.array([[(u >= t[a][c]) if side < 0 else (u <= t[a][c]) for u in row] for row in t], float)
    else:
        t = np.array([[score(measure, x, n1, y, n2, v) for y in range(n2 + 1)] for x in range(n1 + 1)])
        if method == 'agresti-min':
            t = -np.abs(t) * side
        slack = 1e-9 * (1 + abs(t[a, c]))
        region = ((t >= t[a, c] - slack) if side < 0 else (t <= t[a, c] + slack)).astype(float)
    low, high = second_risks(measure, v)

    def probability(p2):
        p2 = np.atleast_1d(p2)
        p1 = np.clip(first_risk(measure, v, p2), 0, 1)
        x, y = np.arange(n1 + 1)[:, None], np.arange(n2 + 1)[:, None]
        return np.einsum('ik,ij,jk->k', binom.pmf(x, n1, p1), region, binom.pmf(y, n2, p2))
    near_end = np.geomspace(1e-10, 1, 1000)
    grid = low + (high - low) * np.unique(np.concatenate([np.linspace(0, 1, 2001), near_end, 1 - near_end]))
    values = probability(grid)
    i = int(values.argmax())
    return max(values[i], golden(lambda p: probability(p)[0], grid[max(i - 1, 0)], grid[min(i + 1, len(grid) - 1)], 40))


def bound(method, measure, table, side):
    level = 0.05 if method == 'agresti-min' else 0.025
    difference = measure == 'risk-difference'
    value = (lambda t: t) if difference else np.exp
    plausible = lambda t: interval_p(method, measure, table, value(t), side) > level
    # From far outside inwards, so that the outermost bound is found.
    points = side * (np.linspace(0.995, -0.995, 200) if difference else np.linspace(9, -9, 181))
    out = points[0]
    for t in points:
        if plausible(t):
            break
        out = t
    for _ in range(26):
        middle = (t + out) / 2
        t, out = (middle, out) if plausible(middle) else (t, middle)
    return float(value((t + out) / 2))


def row(*cells):
    print(','.join(f'"{c}"' if ',' in str(c) else str(c) for c in cells))


def text(a, n1, c, n2):
    return f'{a}/{n1} {c}/{n2}'


SCIPY = [(7, 34, 1, 34), (8, 37, 14, 42), (12, 40, 3, 39), (20, 60, 31, 62), (30, 120, 47, 118), (15, 90, 7, 100)]
EXACT = [(3, 4, 1, 4), (7, 12, 1, 11), (5, 5, 0, 4), (0, 6, 3, 7), (6, 9, 2, 10), (1, 3, 4, 13), (4, 4, 3, 9),
         (8, 14, 1, 11), (0, 8, 4, 8), (2, 5, 2, 5), (12, 15, 5, 13), (1, 20, 0, 1)]
SEARCHED = [(3, 8, 5, 6), (2, 7, 3, 9)]
WRONG_IN_SCIPY = [(1, 78, 0, 139), (5, 6, 0, 4)]


def tests():
    alternatives = ('two-sided', 'less', 'greater')
    for a, n1, c, n2 in SCIPY:
        table = [[a, c], [n1 - a, n2 - c]]
        for alternative in alternatives:
            option = '' if alternative == 'two-sided' else f'alternative={alternative}'
            for pooled, method in ((True, 'barnard'), (False, 'barnard-unpooled')):
                got = barnard_exact(table, alternative=alternative, pooled=pooled, n=1024)
                row('test', method, text(a, n1, c, n2), option, 'p', repr(got.pvalue), '1e-7',
                    f'SciPy 1.10.1 barnard_exact(pooled={pooled}, n=1024)')
            got = boschloo_exact(table, alternative=alternative, n=1024)
            row('test', 'boschloo-doubled', text(a, n1, c, n2), option, 'p', repr(got.pvalue), '1e-7',
                'SciPy 1.10.1 boschloo_exact(n=1024)')
    for table in WRONG_IN_SCIPY:
        for method in ('barnard', 'barnard-unpooled'):
            for option in ('', 'alternative=greater'):
                row('test', method, text(*table), option, 'p',
                    repr(p_value(method, option[12:] or 'two-sided', *table)), '1e-9', 'fractions, golden section')
    for i, table in enumerate(EXACT):
        for method in ('barnard', 'barnard-unpooled', 'boschloo'):
            for alternative in alternatives:
                option = '' if alternative == 'two-sided' else f'alternative={alternative}'
                row('test', method, text(*table), option, 'p', repr(p_value(method, alternative, *table)), '1e-9',
                    'fractions, golden section')
                gamma = 10.0 ** -(2 + i % 3)
                row('test', method, text(*table), f'{option} berger-boos={gamma}'.strip(), 'p',
                    repr(p_value(method, alternative, *table, gamma)), '1e-9', 'fractions, golden section')


def intervals():
    for table in SEARCHED:
        for measure in ('risk-difference', 'risk-ratio', 'odds-ratio'):
            for method in ('chan-zhang', 'agresti-min', 'santner-snell'):
                if method == 'santner-snell' and measure != 'risk-difference':
                    continue
                a, n1, c, n2 = table
                for side, name in ((-1, 'lower'), (1, 'upper')):
                    low, high = (table[:2], table[2:]) if side < 0 else (table[2:], table[:2])
                    endless = measure != 'risk-difference' and (
                        low[0] == 0 or (measure == 'odds-ratio' and high[0] == high[1]))
                    value = (0 if side < 0 else 'inf') if endless else bound(method, measure, table, side)
                    row(measure, method, text(*table), '', name, value, '' if endless else '1e-6',
                        'score statistic by golden section; bisection')
                    sys.stdout.flush()


# Upper limits of agresti-min at the end of a short stretch beyond a rejected one: level, and values around the end.
HIDDEN = [('odds-ratio', (0, 3, 4, 5), 99, 24.01, 24.5), ('risk-difference', (1, 2, 5, 5), 95, .180111, .18015),
          ('risk-ratio', (1, 5, 3, 4), 99, 2.128, 2.14), ('risk-ratio', (0, 5, 1, 2), 90, 1.464, 1.4645)]


def hidden():
    for measure, table, level, inside, outside in HIDDEN:
        plausible = lambda v: interval_p('agresti-min', measure, table, v, 1) > (100 - level) / 100
        assert plausible(inside) and not plausible(outside)
        for _ in range(34):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if plausible(middle) else (inside, middle)
        row(measure, 'agresti-min', text(*table), f'level={level}', 'upper', inside, '1e-7',
            'score statistic by golden section; bisection within a known stretch')


if __name__ == '__main__':
    tests()
    intervals()
    hidden()
