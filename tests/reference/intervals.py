"""Limits of the intervals for two independent proportions, at high precision, by their published definitions.

    python3 intervals.py risk-ratio        rows of risk_ratio.csv (risk-difference, odds-ratio alike)

Needs mpmath. Score and likelihood limits solve the defining equation with the closed-form constrained risks of
Miettinen & Nurminen 1985 (a quadratic or a cubic for each trial value), conditional ones sum the whole
distribution, Baptista-Pike scans every tie: none of it shares its way with the program.
"""
import sys
from mpmath import mp, mpf, sqrt, log, exp, asinh, erfinv, inf, acos, cos, pi, binomial

mp.dps = 160

TABLES = [(36, 154, 12, 77, 95), (7, 34, 1, 34, 95), (11, 15, 2, 8, 90), (9, 13, 4, 14, 95), (0, 16, 15, 72, 95),
          (8, 10, 1, 6, 95), (56, 70, 48, 80, 99), (5, 56, 0, 29, 95), (10, 10, 0, 20, 95), (0, 10, 0, 20, 95),
          (10, 10, 20, 20, 95), (10, 10, 7, 9, 99.9), (2, 9, 9, 9, 80), (1, 1, 0, 1, 95), (115, 350, 96, 367, 50),
          (3, 2000, 11, 2001, 95.37)]
HUGE = [(3, 1000000, 11, 1000001, 95), (499990000, 1000000000, 500000000, 1000000000, 95),
        (1000000000, 1000000000, 0, 1000000000, 95), (1, 2, 999999999, 1000000000, 99)]


def normal_quantile(level):
    return sqrt(2) * erfinv(level)


def solve(f, low, high, steps=190):
    """Bisection: f changes sign between low and high."""
    positive = f(low) > 0
    assert positive != (f(high) > 0)
    for _ in range(steps):
        middle = (low + high) / 2
        if (f(middle) > 0) == positive:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def risks_rr(a, n1, c, n2, phi):
    A, B, C = (n1 + n2) * phi, -(n1 * phi + a + n2 + c * phi), a + c
    p2 = (-B - sqrt(max(B * B - 4 * A * C, mpf(0)))) / (2 * A)
    return phi * p2, p2


def risks_or(a, n1, c, n2, theta):
    A, B, C = n2 * (theta - 1), n1 * theta + n2 - (a + c) * (theta - 1), -(a + c)
    p2 = 2 * -C / (B + sqrt(B * B - 4 * A * C))
    return p2 * theta / (1 + p2 * (theta - 1)), p2


def risks_rd(a, n1, c, n2, delta):
    N, m = n1 + n2, a + c
    L3, L2, L1, L0 = N, (n1 + 2 * n2) * delta - N - m, (n2 * delta - N - 2 * c) * delta + m, c * delta * (1 - delta)
    q = L2**3 / (3 * L3)**3 - L1 * L2 / (6 * L3**2) + L0 / (2 * L3)
    p = (1 if q >= 0 else -1) * sqrt(max(L2**2 / (3 * L3)**2 - L1 / (3 * L3), mpf(0)))
    angle = (pi + acos(max(min(q / p**3, mpf(1)), mpf(-1)))) / 3 if p else mpf(0)
    p2 = min(max(2 * p * cos(angle) - L2 / (3 * L3), mpf(0)), mpf(1))
    return p2 + delta, p2


def likelihood(a, n1, c, n2, p1, p2):
    terms = ((a, p1), (n1 - a, 1 - p1), (c, p2), (n2 - c, 1 - p2))
    if any(count and p <= 0 for count, p in terms):
        return -inf
    return sum(count * log(p) for count, p in terms if count)


def statistic(measure, kind, t, value):
    a, n1, c, n2 = t
    p1, p2 = {"rr": risks_rr, "rd": risks_rd, "or": risks_or}[measure](*t, value)
    if kind == "lr":
        return 2 * (likelihood(*t, mpf(a) / n1, mpf(c) / n2) - likelihood(*t, p1, p2))
    v1, v2 = p1 * (1 - p1) / n1, p2 * (1 - p2) / n2
    if measure == "or":
        gap, variance = n1 * (mpf(a) / n1 - p1), 1 / (1 / (n1 * n1 * v1) + 1 / (n2 * n2 * v2))
        if kind == "cc":
            gap = max(abs(gap) - mpf(1) / 2, 0)
    elif measure == "rr":
        gap, variance = mpf(a) / n1 - value * c / n2, v1 + value**2 * v2
    else:
        gap, variance = mpf(a) / n1 - mpf(c) / n2 - value, v1 + v2
    if kind == "mn":
        variance = variance * (n1 + n2) / (n1 + n2 - 1)
    return gap * gap / variance if variance > 0 else (inf if gap else mpf(0))


def bounds_ratio(measure, kind, t, z):
    a, n1, c, n2 = t
    b, d = n1 - a, n2 - c
    below = a == 0 or (measure == "or" and d == 0)
    above = c == 0 or (measure == "or" and b == 0)
    if measure == "rr":
        centre = None if below or above else log(mpf(a) * n2 / (mpf(c) * n1))
    else:
        centre = None if below or above else log(mpf(a) * d / (mpf(b) * c))
    f = lambda x: statistic(measure, kind, t, exp(x)) - z * z
    # At a zero cell the statistic falls to 0 towards the open side: start far out there.
    far = mpf(110)
    lower = mpf(0) if below else exp(solve(f, -far, far if centre is None else centre))
    upper = inf if above else exp(solve(f, -far if centre is None else centre, far))
    return lower, upper


def bounds_rd(kind, t, z):
    a, n1, c, n2 = t
    centre = mpf(a) / n1 - mpf(c) / n2
    edge = mpf(10)**-30
    f = lambda x: statistic("rd", kind, t, x) - z * z
    lower = mpf(-1) if centre == -1 else solve(f, -1 + edge, centre - edge)
    upper = mpf(1) if centre == 1 else solve(f, centre + edge, 1 - edge)
    return lower, upper


def wilson(x, n, z):
    p, root = mpf(x) / n, z * sqrt(z * z + 4 * mpf(x) * (n - x) / n)
    return p, (2 * x + z * z - root) / (2 * (n + z * z)), (2 * x + z * z + root) / (2 * (n + z * z))


def wilson_cc(x, n, z):
    p = mpf(x) / n
    low = 0 if x == 0 else max(0, (2 * x + z * z - 1 - z * sqrt(max(z * z - 2 - mpf(1) / n + 4 * p * (n - x + 1), 0)))
                               / (2 * (n + z * z)))
    high = 1 if x == n else min(1, (2 * x + z * z + 1 + z * sqrt(max(z * z + 2 - mpf(1) / n + 4 * p * (n - x - 1), 0)))
                                / (2 * (n + z * z)))
    return p, low, high


def log_interval(ratio, variance, z):
    half = z * sqrt(max(variance, mpf(0)))
    return ratio * exp(-half), ratio * exp(half), ratio


def mover_ratio(x, y):
    (p1, l1, u1), (p2, l2, u2) = x, y
    low = (p1 * p2 - sqrt((p1 * p2)**2 - l1 * u2 * (2 * p1 - l1) * (2 * p2 - u2))) / (u2 * (2 * p2 - u2)) if p1 else 0
    high = (p1 * p2 + sqrt((p1 * p2)**2 - u1 * l2 * (2 * p1 - u1) * (2 * p2 - l2))) / (l2 * (2 * p2 - l2)) if p2 else inf
    return low, high


# ---- risk ratio

def adjusted_log(t, z):
    a, n1, c, n2 = (mpf(x) + mpf(1) / 2 for x in t)
    return log_interval(a / n1 / (c / n2), 1 / a - 1 / n1 + 1 / c - 1 / n2, z)


def katz(t, z):
    a, n1, c, n2 = map(mpf, t)
    return None if a == 0 or c == 0 else log_interval(a / n1 / (c / n2), 1 / a - 1 / n1 + 1 / c - 1 / n2, z)[:2]


def sinh_rr(t, z, more):
    a, n1, c, n2 = map(mpf, t)
    if a == 0 and c == 0:
        return 0, inf
    if a == 0:
        return 0, z * z / n1 / (c / n2)
    if c == 0:
        return a / n1 / (z * z / n2), inf
    variance = 1 / a + 1 / c - 1 / (n1 + more) - 1 / (n2 + more)
    step = 2 * asinh(z / 2 * sqrt(max(variance, mpf(0))))
    return a / n1 / (c / n2) * exp(-step), a / n1 / (c / n2) * exp(step)


def price_bonett(t, z):
    a, n1, c, n2 = map(mpf, t)
    alpha, beta = mpf(5) / 4, mpf(5) / 2
    logs, variance = [], 0
    for x, n in ((a, n1), (c, n2)):
        logs.append(log((x + alpha - 1) / (n + alpha + beta - 2)))
        variance += 1 / (x + alpha - 1 + (x + alpha - 1)**2 / (n - x + beta - 1))
    return log_interval(exp(logs[0] - logs[1]), variance, z)


RISK_RATIO = {
    "katz-log": katz, "adjusted-log": adjusted_log, "price-bonett": price_bonett,
    "koopman": lambda t, z: bounds_ratio("rr", "score", t, z),
    "miettinen-nurminen": lambda t, z: bounds_ratio("rr", "mn", t, z),
    "likelihood-ratio": lambda t, z: bounds_ratio("rr", "lr", t, z),
    "mover-wilson": lambda t, z: mover_ratio(wilson(*t[:2], z), wilson(*t[2:], z)),
    "inverse-sinh": lambda t, z: sinh_rr(t, z, 0),
    "adjusted-inverse-sinh": lambda t, z: sinh_rr(t, z, 1),
}


# ---- risk difference

def cut(centre, half):
    return max(centre - half, mpf(-1)), min(centre + half, mpf(1))


def wald(t, z, correction=0, less=0):
    a, n1, c, n2 = map(mpf, t)
    p1, p2 = a / n1, c / n2
    return cut(p1 - p2, z * sqrt(p1 * (1 - p1) / (n1 - less) + p2 * (1 - p2) / (n2 - less)) + correction)


def hauck_anderson(t, z):
    return None if min(t[1], t[3]) == 1 else wald(t, z, mpf(1) / (2 * min(t[1], t[3])), 1)


def agresti_caffo(t, z):
    t = (t[0] + 1, t[1] + 2, t[2] + 1, t[3] + 2)
    return (*wald(t, z), mpf(t[0]) / t[1] - mpf(t[2]) / t[3])


def hybrid(t, z, limits):
    (p1, l1, u1), (p2, l2, u2) = limits(*t[:2], z), limits(*t[2:], z)
    return (max(p1 - p2 - sqrt((p1 - l1)**2 + (u2 - p2)**2), mpf(-1)),
            min(p1 - p2 + sqrt((u1 - p1)**2 + (p2 - l2)**2), mpf(1)))


def beal(t, z, psi):
    """The two theta with (D - theta)^2 = z^2 V at risks psi + theta / 2 and psi - theta / 2, by the quadratic
    that is fitted through three of its values."""
    a, n1, c, n2 = map(mpf, t)

    def gap(theta):
        r1, r2 = psi + theta / 2, psi - theta / 2
        return (a / n1 - c / n2 - theta)**2 - z * z * (r1 * (1 - r1) / n1 + r2 * (1 - r2) / n2)

    g0, g1, g2 = gap(mpf(0)), gap(mpf(1)), gap(mpf(-1))
    A, B = (g1 + g2) / 2 - g0, (g1 - g2) / 2
    centre, half = -B / (2 * A), sqrt(max(B * B - 4 * A * g0, mpf(0))) / (2 * A)
    return (*cut(centre, half), centre)


RISK_DIFFERENCE = {
    "wald": wald, "agresti-caffo": agresti_caffo, "hauck-anderson": hauck_anderson,
    "wald-cc": lambda t, z: wald(t, z, (mpf(1) / t[1] + mpf(1) / t[3]) / 2),
    "newcombe": lambda t, z: hybrid(t, z, wilson), "newcombe-cc": lambda t, z: hybrid(t, z, wilson_cc),
    "haldane": lambda t, z: beal(t, z, (mpf(t[0]) / t[1] + mpf(t[2]) / t[3]) / 2),
    "jeffreys-perks": lambda t, z: beal(t, z, ((t[0] + mpf(1) / 2) / (t[1] + 1) + (t[2] + mpf(1) / 2) / (t[3] + 1)) / 2),
    "mee": lambda t, z: bounds_rd("score", t, z),
    "miettinen-nurminen": lambda t, z: bounds_rd("mn", t, z),
    "likelihood-ratio": lambda t, z: bounds_rd("lr", t, z),
}


# ---- odds ratio

def cells(t):
    return mpf(t[0]), mpf(t[1] - t[0]), mpf(t[2]), mpf(t[3] - t[2])


def logit(t, z, add=0):
    a, b, c, d = (x + add for x in cells(t))
    if 0 in (a, b, c, d):
        return None
    return log_interval(a * d / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, z)[:2 if add == 0 else 3]


def smoothed(t, z):
    a, b, c, d = cells(t)
    N, m = a + b + c + d, a + c
    if m in (0, N):
        return None
    a, b = a + 2 * t[1] * m / N**2, b + 2 * t[1] * (N - m) / N**2
    c, d = c + 2 * t[3] * m / N**2, d + 2 * t[3] * (N - m) / N**2
    return log_interval(a * d / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, z)


def sinh_or(t, z):
    a, b, c, d = cells(t)
    if 0 not in (a, b, c, d):
        step = 2 * asinh(z / 2 * sqrt(1 / a + 1 / b + 1 / c + 1 / d))
        return a * d / (b * c) * exp(-step), a * d / (b * c) * exp(step)
    A, B, C, D = (x or z * z for x in (a, b, c, d))
    return (0 if 0 in (a, d) else A * D / (B * C)), (inf if 0 in (b, c) else A * D / (B * C))


def sinh_or_adjusted(t, z):
    a, b, c, d = cells(t)
    e, f = mpf(45) / 100, mpf(1) / 4
    ratio = (a + e) * (d + e) / ((b + e) * (c + e))
    step = 2 * asinh(z / 2 * sqrt(1 / (a + f) + 1 / (b + f) + 1 / (c + f) + 1 / (d + f)))
    return ratio * exp(-step), ratio * exp(step), ratio


def mover_or(t, z):
    a, b, c, d = cells(t)
    if a == c == 0 or b == d == 0:
        return 0, inf
    if a == d == 0 or b == c == 0:
        return None
    if b == 0 or d == 0:
        return mover_or((int(d), t[3], int(b), t[1]), z)
    odds = lambda x: tuple(p / (1 - p) for p in x)
    return mover_ratio(odds(wilson(*t[:2], z)), odds(wilson(*t[2:], z)))


def weights(t):
    a, n1, c, n2 = t
    m = a + c
    return {k: binomial(n1, k) * binomial(n2, m - k) for k in range(max(0, m - n2), min(n1, m) + 1)}


def conditional(t, level, own):
    a = t[0]
    h = weights(t)
    if len(h) == 1:
        return mpf(0), inf, None
    tail = (1 - level) / 2

    def share(x, side):
        w = {k: v * exp((k - a) * x) for k, v in h.items()}
        return (sum(v for k, v in w.items() if side(k)) + own * w[a]) / sum(w.values())

    def mean(x):
        w = {k: v * exp((k - a) * x) for k, v in h.items()}
        return sum(k * v for k, v in w.items()) / sum(w.values())

    far, steps = mpf(40), 150
    lower = mpf(0) if a == min(h) else exp(solve(lambda x: share(x, lambda k: k > a) - tail, -far, far, steps))
    upper = inf if a == max(h) else exp(solve(lambda x: share(x, lambda k: k < a) - tail, -far, far, steps))
    estimate = mpf(0) if a == min(h) else inf if a == max(h) else exp(solve(lambda x: mean(x) - a, -far, far, steps))
    return lower, upper, estimate


def acceptance_upper(h, a, alpha, own):
    """Greatest log odds ratio with P above alpha: P is scanned downwards between all ties of a with another table."""
    if a == max(h):
        return inf
    ties = sorted({(log(h[a]) - log(v)) / (k - a) for k, v in h.items() if k != a})

    def value(x, included):
        w = {k: v * exp((k - a) * x) for k, v in h.items()}
        return (sum(w[k] for k in included) - (1 - own) * w[a]) / sum(w.values())

    edges = [ties[0] - 40] + ties + [ties[-1] + 40]
    for low, high in reversed(list(zip(edges, edges[1:]))):
        inside = (low + high) / 2
        included = [k for k, v in h.items() if v * exp((k - a) * inside) <= h[a]]
        points = [low + (high - low) * i / 16 for i in range(17)]
        values = [value(x, included) - alpha for x in points]
        for i in range(16, -1, -1):
            if values[i] > 0:
                return points[i] if i == 16 else solve(lambda x: value(x, included) - alpha, points[i], points[i + 1], 150)
    return None


def acceptance(t, level, own):
    h, a = weights(t), t[0]
    mirrored = {-k: v for k, v in h.items()}
    up, down = acceptance_upper(h, a, 1 - level, own), acceptance_upper(mirrored, -a, 1 - level, own)
    if up is None or down is None:
        return None
    return exp(-down), (inf if up == inf else exp(up))


ODDS_RATIO = {
    "woolf": logit, "gart": lambda t, z: logit(t, z, mpf(1) / 2), "independence-smoothed": smoothed,
    "inverse-sinh": sinh_or, "adjusted-inverse-sinh": sinh_or_adjusted, "mover-wilson": mover_or,
    "score": lambda t, z: bounds_ratio("or", "score", t, z),
    "miettinen-nurminen": lambda t, z: bounds_ratio("or", "mn", t, z),
    "cornfield-cc": lambda t, z: bounds_ratio("or", "cc", t, z),
    "likelihood-ratio": lambda t, z: bounds_ratio("or", "lr", t, z),
}
EXACT = {
    "conditional-exact": lambda t, level: conditional(t, level, 1),
    "conditional-midp": lambda t, level: conditional(t, level, mpf(1) / 2),
    "baptista-pike": lambda t, level: acceptance(t, level, 1),
    "baptista-pike-midp": lambda t, level: acceptance(t, level, mpf(1) / 2),
}


def text(value):
    return "inf" if value == inf else mp.nstr(mpf(value), 17, min_fixed=-4, max_fixed=6)


def rows(family, method, table, limits):
    a, n1, c, n2, level = table
    options = "" if level == 95 else f"level={level}"
    start = f"{family},{method},{a}/{n1} {c}/{n2},{options}"
    if limits is None:
        print(f"{start},lower,none,,intervals.py")
        return
    for quantity, value in zip(("lower", "upper", "estimate"), limits):
        if value is not None:
            print(f"{start},{quantity},{text(value)},1e-12,intervals.py")


def main(family):
    methods = {"risk-ratio": RISK_RATIO, "risk-difference": RISK_DIFFERENCE, "odds-ratio": ODDS_RATIO}[family]
    for key, method in methods.items():
        for table in TABLES + HUGE:
            mp.dps = 160
            rows(family, key, table, method(table[:4], normal_quantile(mpf(str(table[4])) / 100)))
    for key, method in (EXACT if family == "odds-ratio" else {}).items():
        mp.dps = 30
        for table in TABLES:
            if table[4] >= 80:
                rows(family, key, table, method(table[:4], mpf(str(table[4])) / 100))


if __name__ == "__main__":
    main(sys.argv[1])
