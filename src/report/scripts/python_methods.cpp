// The methods in Python with SciPy. Bodies are lines of a function.
#include "report/scripts/dialect.hpp"

namespace trialcalc::report {

namespace {

using enum ScriptFamily;

constexpr std::string_view other_search = "SciPy searches the common risk for the supremum, and can miss it";

constexpr ScriptMethod methods[] = {
    {risk, "wald", R"(    p = x / n
    return within(p, z(level) * math.sqrt(p * (1 - p) / n), 0)
)",
     "z within"},
    {risk, "wald-cc", R"(    p = x / n
    return within(p, z(level) * math.sqrt(p * (1 - p) / n) + 1 / (2 * n), 0)
)",
     "z within"},
    {risk, "wilson", "    return wilson(x, n, level)\n", "wilson"},
    {risk, "wilson-cc", "    return wilson_cc(x, n, level)\n", "wilson_cc"},
    {risk, "clopper-pearson", "    return stats.binomtest(x, n).proportion_ci(level, method=\"exact\")\n"},
    {risk, "jeffreys",
     R"(    low, high = stats.beta.ppf([(1 - level) / 2, (1 + level) / 2], x + 0.5, n - x + 0.5)
    return 0 if x == 0 else low, 1 if x == n else high
)"},
    {risk, "agresti-coull", R"(    q = (x + z(level) ** 2 / 2) / (n + z(level) ** 2)
    return within(q, z(level) * math.sqrt(q * (1 - q) / (n + z(level) ** 2)), 0)
)",
     "z within"},
    {risk, "logit", R"(    margin = z(level) * math.sqrt(n / (x * (n - x)))
    return [1 / (1 + math.exp(-(math.log(x / (n - x)) + side * margin))) for side in (-1, 1)]
)",
     "z"},

    {risk_ratio, "katz-log",
     "    return stats.contingency.relative_risk(x1, n1, x2, n2).confidence_interval(level)\n"},
    {risk_ratio, "adjusted-log", R"(    x1, n1, x2, n2 = x1 + 0.5, n1 + 0.5, x2 + 0.5, n2 + 0.5
    return log_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)
)",
     "log_limits"},
    {risk_ratio, "price-bonett", R"(    x = np.array([x1, x2]) + 0.25
    y = np.array([n1 - x1, n2 - x2]) + 1.5
    r = x / (x + y)
    return log_limits(r[0] / r[1], sum(y / (x * (x + y))), level)
)",
     "log_limits"},
    {risk_ratio, "inverse-sinh",
     "    return sinh_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)\n",
     "sinh_limits", "", true},
    {risk_ratio, "adjusted-inverse-sinh",
     "    return sinh_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / (n1 + 1) + 1 / x2 - 1 / (n2 + 1), level)\n",
     "sinh_limits", "", true},
    {risk_ratio, "mover-wilson",
     "    return mover(x1 / n1, wilson(x1, n1, level), x2 / n2, wilson(x2, n2, level))\n", "wilson mover", "",
     true},

    {risk_difference, "wald", R"(    p1, p2 = x1 / n1, x2 / n2
    return within(p1 - p2, z(level) * math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2))
)",
     "z within"},
    {risk_difference, "wald-cc", R"(    p1, p2 = x1 / n1, x2 / n2
    margin = z(level) * math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    return within(p1 - p2, margin + (1 / n1 + 1 / n2) / 2)
)",
     "z within"},
    {risk_difference, "agresti-caffo", R"(    r1, r2 = (x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2)
    return within(r1 - r2, z(level) * math.sqrt(r1 * (1 - r1) / (n1 + 2) + r2 * (1 - r2) / (n2 + 2)))
)",
     "z within"},
    {risk_difference, "haldane", "    return beal(x1, n1, x2, n2, level, (x1 / n1 + x2 / n2) / 2)\n", "beal"},
    {risk_difference, "jeffreys-perks",
     "    return beal(x1, n1, x2, n2, level, ((x1 + 0.5) / (n1 + 1) + (x2 + 0.5) / (n2 + 1)) / 2)\n", "beal"},
    {risk_difference, "hauck-anderson", R"(    p1, p2 = x1 / n1, x2 / n2
    spread = math.sqrt(p1 * (1 - p1) / (n1 - 1) + p2 * (1 - p2) / (n2 - 1))
    return within(p1 - p2, z(level) * spread + 1 / (2 * min(n1, n2)))
)",
     "z within"},
    {risk_difference, "newcombe",
     "    return hybrid(x1 / n1, wilson(x1, n1, level), x2 / n2, wilson(x2, n2, level))\n", "wilson hybrid"},
    {risk_difference, "newcombe-cc",
     "    return hybrid(x1 / n1, wilson_cc(x1, n1, level), x2 / n2, wilson_cc(x2, n2, level))\n",
     "wilson_cc hybrid"},

    {odds_ratio, "woolf", R"(    table = [[x1, n1 - x1], [x2, n2 - x2]]
    return stats.contingency.odds_ratio(table, kind="sample").confidence_interval(level)
)"},
    {odds_ratio, "gart", R"(    return woolf(x1 + 0.5, n1 - x1 + 0.5, x2 + 0.5, n2 - x2 + 0.5, level)
)",
     "woolf"},
    {odds_ratio, "independence-smoothed", R"(    n, m = n1 + n2, x1 + x2
    add = np.array([n1 * m, n1 * (n - m), n2 * m, n2 * (n - m)]) * 2 / n**2
    return woolf(*(np.array([x1, n1 - x1, x2, n2 - x2]) + add), level)
)",
     "woolf"},
    {odds_ratio, "inverse-sinh", R"(    a, b, c, d = x1, n1 - x1, x2, n2 - x2
    return sinh_limits(a * d / (b * c), 1 / a + 1 / b + 1 / c + 1 / d, level)
)",
     "sinh_limits", "", true},
    {odds_ratio, "adjusted-inverse-sinh", R"(    cells = np.array([x1, n1 - x1, x2, n2 - x2])
    a, b, c, d = cells + 0.45
    return sinh_limits(a * d / (b * c), sum(1 / (cells + 0.25)), level)
)",
     "sinh_limits"},
    {odds_ratio, "mover-wilson", R"(    def odds(p):
        return np.asarray(p) / (1 - np.asarray(p))

    limits1, limits2 = odds(wilson(x1, n1, level)), odds(wilson(x2, n2, level))
    return mover(odds(x1 / n1), limits1, odds(x2 / n2), limits2)
)",
     "wilson mover", "", true},
    {odds_ratio, "conditional-exact", R"(    table = [[x1, n1 - x1], [x2, n2 - x2]]
    return stats.contingency.odds_ratio(table, kind="conditional").confidence_interval(level)
)"},

    {test, "pearson", R"(    p = (x1 + x2) / (n1 + n2)
    return normal_p((x1 / n1 - x2 / n2) / math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2)), alternative)
)",
     "normal_p"},
    {test, "yates", R"(    chi2 = stats.chi2_contingency([[x1, n1 - x1], [x2, n2 - x2]], correction=True)[0]
    return normal_p(math.copysign(math.sqrt(chi2), x1 / n1 - x2 / n2), alternative)
)",
     "normal_p"},
    {test, "n-1", R"(    n = n1 + n2
    chi2 = stats.chi2_contingency([[x1, n1 - x1], [x2, n2 - x2]], correction=False)[0]
    return normal_p(math.copysign(math.sqrt(chi2 * (n - 1) / n), x1 / n1 - x2 / n2), alternative)
)",
     "normal_p"},
    {test, "likelihood-ratio", R"(    table = [[x1, n1 - x1], [x2, n2 - x2]]
    g = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")[0]
    return normal_p(math.copysign(math.sqrt(max(g, 0)), x1 / n1 - x2 / n2), alternative)
)",
     "normal_p"},
    {test, "fisher", "    return fisher_side(x1, n1, x2, n2, alternative)\n", "fisher_side"},
    {test, "fisher-r", R"(    if alternative != "two-sided":
        return fisher_side(x1, n1, x2, n2, alternative)
    x, p, observed = tables(x1, n1, x2, n2)
    return p[p <= observed * (1 + 1e-7)].sum()
)",
     "fisher_side tables"},
    {test, "fisher-doubled",
     "    return doubled(lambda side: fisher_side(x1, n1, x2, n2, side), alternative)\n",
     "fisher_side doubled"},
    {test, "fisher-midp", R"(    if alternative != "two-sided":
        return mid_tail(x1, n1, x2, n2, alternative)
    x, p, observed = tables(x1, n1, x2, n2)
    if len(x) == 1:
        return 1
    tied = abs(p / observed - 1) < 1e-7
    return p[(p < observed) & ~tied].sum() + p[tied].sum() / 2
)",
     "mid_tail"},
    {test, "midp-doubled", "    return doubled(lambda side: mid_tail(x1, n1, x2, n2, side), alternative)\n",
     "mid_tail doubled"},
    {test, "fisher-blaker", R"(    if alternative != "two-sided":
        return fisher_side(x1, n1, x2, n2, alternative)
    x, p, observed = tables(x1, n1, x2, n2)
    tail = np.minimum(p.cumsum(), p[::-1].cumsum()[::-1])
    return p[tail <= tail[x == x1][0] * (1 + 1e-7)].sum()
)",
     "tables fisher_side"},
    {test, "wald-rd", R"(    p1, p2 = x1 / n1, x2 / n2
    return normal_p((p1 - p2) / math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2), alternative)
)",
     "normal_p"},
    {test, "wald-log-rr", R"(    spread = math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
    return normal_p(math.log((x1 / n1) / (x2 / n2)) / spread, alternative)
)",
     "normal_p"},
    {test, "wald-log-or", R"(    a, b, c, d = x1, n1 - x1, x2, n2 - x2
    return normal_p(math.log(a * d / (b * c)) / math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), alternative)
)",
     "normal_p"},
    {test, "barnard", "", "", other_search},
    {test, "barnard-unpooled", "", "", other_search},
    {test, "boschloo", "", "", other_search},
    {test, "boschloo-doubled", "", "", other_search},

    {table_test, "pearson", R"(    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    return stats.chi2_contingency(counts, correction=False)[1]
)"},
    {table_test, "likelihood-ratio", R"(    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    return stats.chi2_contingency(counts, correction=False, lambda_="log-likelihood")[1]
)"},
    {table_test, "fisher", "", "", "SciPy has Fisher's test of two by two tables only"},

    {mean_test, "student",
     R"(    return stats.ttest_ind_from_stats(m1, s1, n1, m2, s2, n2, True, alternative)[1]
)"},
    {mean_test, "welch",
     R"(    return stats.ttest_ind_from_stats(m1, s1, n1, m2, s2, n2, False, alternative)[1]
)"},
};

}  // namespace

std::span<const ScriptMethod> python_methods() { return methods; }

}  // namespace trialcalc::report
