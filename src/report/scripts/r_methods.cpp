// The methods in base R. Bodies are lines of a function whose last value is returned.
#include "report/scripts/dialect.hpp"

namespace trialcalc::report {

namespace {

using enum ScriptFamily;

constexpr ScriptMethod methods[] = {
    {risk, "wald", R"(  p <- x / n; margin <- z(level) * sqrt(p * (1 - p) / n)
  c(max(p - margin, 0), min(p + margin, 1))
)",
     "z"},
    {risk, "wald-cc", R"(  p <- x / n; margin <- z(level) * sqrt(p * (1 - p) / n) + 1 / (2 * n)
  c(max(p - margin, 0), min(p + margin, 1))
)",
     "z"},
    {risk, "wilson", "  wilson(x, n, level)\n", "wilson"},
    {risk, "wilson-cc", "  wilson_cc(x, n, level)\n", "wilson_cc"},
    {risk, "clopper-pearson", "  binom.test(x, n, conf.level = level)$conf.int\n"},
    {risk, "jeffreys", R"(  limits <- qbeta(c(1 - level, 1 + level) / 2, x + 0.5, n - x + 0.5)
  c(if (x == 0) 0 else limits[1], if (x == n) 1 else limits[2])
)"},
    {risk, "agresti-coull", R"(  q <- (x + z(level)^2 / 2) / (n + z(level)^2)
  margin <- z(level) * sqrt(q * (1 - q) / (n + z(level)^2))
  c(max(q - margin, 0), min(q + margin, 1))
)",
     "z"},
    {risk, "logit", "  plogis(qlogis(x / n) + c(-1, 1) * z(level) * sqrt(n / (x * (n - x))))\n", "z"},

    {risk_ratio, "katz-log", R"(  log_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)
)",
     "log_limits"},
    {risk_ratio, "adjusted-log", R"(  x1 <- x1 + 0.5; n1 <- n1 + 0.5; x2 <- x2 + 0.5; n2 <- n2 + 0.5
  log_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)
)",
     "log_limits"},
    {risk_ratio, "price-bonett", R"(  x <- c(x1, x2) + 0.25; y <- c(n1 - x1, n2 - x2) + 1.5
  r <- x / (x + y)
  log_limits(r[1] / r[2], sum(y / (x * (x + y))), level)
)",
     "log_limits"},
    {risk_ratio, "inverse-sinh",
     R"(  sinh_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, level)
)",
     "sinh_limits", "", true},
    {risk_ratio, "adjusted-inverse-sinh",
     R"(  sinh_limits((x1 / n1) / (x2 / n2), 1 / x1 - 1 / (n1 + 1) + 1 / x2 - 1 / (n2 + 1), level)
)",
     "sinh_limits", "", true},
    {risk_ratio, "mover-wilson", "  mover(x1 / n1, wilson(x1, n1, level), x2 / n2, wilson(x2, n2, level))\n",
     "wilson mover", "", true},

    {risk_difference, "wald",
     "  suppressWarnings(prop.test(c(x1, x2), c(n1, n2), conf.level = level, correct = FALSE))$conf.int\n"},
    {risk_difference, "wald-cc",
     R"(  p1 <- x1 / n1; p2 <- x2 / n2  # prop.test caps the correction at the difference itself
  margin <- z(level) * sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) + (1 / n1 + 1 / n2) / 2
  within_one(p1 - p2, margin)
)",
     "z within_one"},
    {risk_difference, "agresti-caffo", R"(  r1 <- (x1 + 1) / (n1 + 2); r2 <- (x2 + 1) / (n2 + 2)
  within_one(r1 - r2, z(level) * sqrt(r1 * (1 - r1) / (n1 + 2) + r2 * (1 - r2) / (n2 + 2)))
)",
     "z within_one"},
    {risk_difference, "haldane", "  beal(x1, n1, x2, n2, level, (x1 / n1 + x2 / n2) / 2)\n", "beal"},
    {risk_difference, "jeffreys-perks",
     "  beal(x1, n1, x2, n2, level, ((x1 + 0.5) / (n1 + 1) + (x2 + 0.5) / (n2 + 1)) / 2)\n", "beal"},
    {risk_difference, "hauck-anderson", R"(  p1 <- x1 / n1; p2 <- x2 / n2
  spread <- sqrt(p1 * (1 - p1) / (n1 - 1) + p2 * (1 - p2) / (n2 - 1))
  within_one(p1 - p2, z(level) * spread + 1 / (2 * min(n1, n2)))
)",
     "z within_one"},
    {risk_difference, "newcombe",
     "  hybrid(x1 / n1, wilson(x1, n1, level), x2 / n2, wilson(x2, n2, level))\n", "wilson hybrid"},
    {risk_difference, "newcombe-cc",
     "  hybrid(x1 / n1, wilson_cc(x1, n1, level), x2 / n2, wilson_cc(x2, n2, level))\n", "wilson_cc hybrid"},

    {odds_ratio, "woolf", R"(  cells <- c(x1, n1 - x1, x2, n2 - x2)
  log_limits(cells[1] * cells[4] / (cells[2] * cells[3]), sum(1 / cells), level)
)",
     "log_limits"},
    {odds_ratio, "gart", R"(  cells <- c(x1, n1 - x1, x2, n2 - x2) + 0.5
  log_limits(cells[1] * cells[4] / (cells[2] * cells[3]), sum(1 / cells), level)
)",
     "log_limits"},
    {odds_ratio, "independence-smoothed",
     R"(  events <- x1 + x2; n <- n1 + n2; margins <- c(events, n - events)
  cells <- c(x1, n1 - x1, x2, n2 - x2) + 2 * c(n1 * margins, n2 * margins) / n^2
  log_limits(cells[1] * cells[4] / (cells[2] * cells[3]), sum(1 / cells), level)
)",
     "log_limits"},
    {odds_ratio, "inverse-sinh", R"(  cells <- c(x1, n1 - x1, x2, n2 - x2)
  sinh_limits(cells[1] * cells[4] / (cells[2] * cells[3]), sum(1 / cells), level)
)",
     "sinh_limits", "", true},
    {odds_ratio, "adjusted-inverse-sinh", R"(  cells <- c(x1, n1 - x1, x2, n2 - x2); raised <- cells + 0.45
  sinh_limits(raised[1] * raised[4] / (raised[2] * raised[3]), sum(1 / (cells + 0.25)), level)
)",
     "sinh_limits"},
    {odds_ratio, "mover-wilson", R"(  odds <- function(p) p / (1 - p)
  mover(odds(x1 / n1), odds(wilson(x1, n1, level)), odds(x2 / n2), odds(wilson(x2, n2, level)))
)",
     "wilson mover", "", true},
    {odds_ratio, "conditional-exact", "", "", "fisher.test has it, but solves its limits to 1% only"},

    {test, "pearson",
     R"(  suppressWarnings(prop.test(c(x1, x2), c(n1, n2), alternative = alternative, correct = FALSE))$p.value
)"},
    {test, "yates", R"(  suppressWarnings(prop.test(c(x1, x2), c(n1, n2), alternative = alternative))$p.value
)"},
    {test, "n-1", R"(  n <- n1 + n2
  pearson <- suppressWarnings(chisq.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2), correct = FALSE))$statistic
  normal_p(sign(x1 / n1 - x2 / n2) * sqrt(pearson * (n - 1) / n), alternative)
)",
     "normal_p"},
    {test, "likelihood-ratio", R"(  observed <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2)
  expected <- outer(rowSums(observed), colSums(observed)) / sum(observed)
  g <- 2 * sum(ifelse(observed > 0, observed * log(observed / expected), 0))
  normal_p(sign(x1 / n1 - x2 / n2) * sqrt(max(g, 0)), alternative)
)",
     "normal_p"},
    {test, "fisher", R"(  # R counts tables up to 1e-7 more probable as ties; trialcalc decides ties exactly
  fisher_side(x1, n1, x2, n2, alternative)
)",
     "fisher_side"},
    {test, "fisher-r", "  fisher_side(x1, n1, x2, n2, alternative)\n", "fisher_side"},
    {test, "fisher-doubled", R"(  side <- function(which) fisher_side(x1, n1, x2, n2, which)
  if (alternative == "two.sided") min(1, 2 * side("less"), 2 * side("greater")) else side(alternative)
)",
     "fisher_side"},
    {test, "fisher-midp", R"(  if (alternative != "two.sided") return(mid_tail(x1, n1, x2, n2, alternative))
  t <- tables(x1, n1, x2, n2)
  if (length(t$x) == 1) return(1)
  tied <- abs(t$p / t$observed - 1) < 1e-7
  sum(t$p[t$p < t$observed & !tied]) + sum(t$p[tied]) / 2
)",
     "mid_tail"},
    {test, "midp-doubled", R"(  side <- function(which) mid_tail(x1, n1, x2, n2, which)
  if (alternative == "two.sided") min(1, 2 * side("less"), 2 * side("greater")) else side(alternative)
)",
     "mid_tail"},
    {test, "fisher-blaker",
     R"(  if (alternative != "two.sided") return(fisher_side(x1, n1, x2, n2, alternative))
  t <- tables(x1, n1, x2, n2); tail <- pmin(cumsum(t$p), rev(cumsum(rev(t$p))))
  sum(t$p[tail <= tail[t$x == x1] * (1 + 1e-7)])
)",
     "tables fisher_side"},
    {test, "wald-rd", R"(  p1 <- x1 / n1; p2 <- x2 / n2
  normal_p((p1 - p2) / sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2), alternative)
)",
     "normal_p"},
    {test, "wald-log-rr",
     R"(  normal_p(log((x1 / n1) / (x2 / n2)) / sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2), alternative)
)",
     "normal_p"},
    {test, "wald-log-or", R"(  cells <- c(x1, n1 - x1, x2, n2 - x2)
  normal_p(log(cells[1] * cells[4] / (cells[2] * cells[3])) / sqrt(sum(1 / cells)), alternative)
)",
     "normal_p"},

    {table_test, "pearson", R"(  counts <- counts[rowSums(counts) > 0, colSums(counts) > 0]
  suppressWarnings(chisq.test(counts, correct = FALSE))$p.value
)"},
    {table_test, "likelihood-ratio", R"(  counts <- counts[rowSums(counts) > 0, colSums(counts) > 0]
  expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
  g <- 2 * sum(ifelse(counts > 0, counts * log(counts / expected), 0))
  pchisq(g, prod(dim(counts) - 1), lower.tail = FALSE)
)"},
    {table_test, "fisher", "  fisher.test(counts, workspace = 2e7)$p.value\n"},
    {table_test, "cochran-armitage", R"(  if (nrow(counts) != 2) counts <- t(counts)
  suppressWarnings(prop.trend.test(counts[1, ], colSums(counts), seq_len(ncol(counts)) - 1))$p.value
)"},

    {mean_test, "student", R"(  df <- n1 + n2 - 2; s <- sqrt(((n1 - 1) * s1^2 + (n2 - 1) * s2^2) / df)
  student_p((m1 - m2) / (s * sqrt(1 / n1 + 1 / n2)), df, alternative)
)",
     "student_p"},
    {mean_test, "welch", R"(  v <- c(s1^2 / n1, s2^2 / n2)
  student_p((m1 - m2) / sqrt(sum(v)), sum(v)^2 / sum(v^2 / (c(n1, n2) - 1)), alternative)
)",
     "student_p"},
};

}  // namespace

std::span<const ScriptMethod> r_methods() { return methods; }

}  // namespace trialcalc::report
