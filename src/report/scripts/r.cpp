#include "report/scripts/dialect.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view opening = R"(# Recomputed with base R: Rscript FILE

largest <- 0
heading <- function(name) cat(sprintf("\n%s\n%16s %16s %11s\n", name, "R", "trialcalc", "difference"))
check <- function(what, r, trialcalc) {
  difference <- ifelse(r == trialcalc, 0, r - trialcalc)
  largest <<- max(largest, abs(difference))
  if (length(r) == 2) what <- paste0(what, c(", lower", ", upper"))
  cat(sprintf("%16.10g %16.10g %11.1e  %s\n", r, trialcalc, difference, what), sep = "")
}
)";

constexpr std::string_view closing = R"(cat(sprintf("\nLargest difference: %.1e\n", largest))
)";

constexpr ScriptHelper helpers[] = {
    {"z", R"(z <- function(level) qnorm((1 + level) / 2)
)",
     ""},
    {"reciprocal", R"(reciprocal <- function(limits)  # lower and upper change places
  c(if (limits[2] == 0) -Inf else 1 / limits[2], if (limits[1] == 0) Inf else 1 / limits[1])
)",
     ""},
    {"normal_p", R"(normal_p <- function(z, alternative)
  switch(alternative, two.sided = 2 * pnorm(-abs(z)), less = pnorm(z), greater = pnorm(-z))
)",
     ""},
    {"student_p", R"(student_p <- function(t, df, alternative)
  switch(alternative, two.sided = 2 * pt(-abs(t), df), less = pt(t, df), greater = pt(-t, df))
)",
     ""},
    {"within_one", R"(within_one <- function(estimate, margin)  # of a difference of risks
  c(max(estimate - margin, -1), min(estimate + margin, 1))
)",
     ""},
    {"wilson", R"(wilson <- function(x, n, level)
  suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
)",
     ""},
    {"wilson_cc", R"(wilson_cc <- function(x, n, level) {  # prop.test caps the correction at abs(x - n / 2)
  z2 <- z(level)^2; side <- c(-1, 1); y <- x + side / 2
  limits <- (y + z2 / 2 + side * z(level) * sqrt(pmax(y - y^2 / n + z2 / 4, 0))) / (n + z2)
  c(if (x == 0) 0 else limits[1], if (x == n) 1 else limits[2])
}
)",
     "z"},
    {"hybrid", R"(hybrid <- function(p1, limits1, p2, limits2)  # Newcombe's square-and-add
  p1 - p2 + c(-sqrt((p1 - limits1[1])^2 + (limits2[2] - p2)^2),
                sqrt((limits1[2] - p1)^2 + (p2 - limits2[1])^2))
)",
     ""},
    {"beal", R"(beal <- function(x1, n1, x2, n2, level, psi) {
  d <- x1 / n1 - x2 / n2; z <- z(level)
  u <- (1 / n1 + 1 / n2) / 4; v <- (1 / n1 - 1 / n2) / 4
  w <- u * (4 * psi * (1 - psi) - d^2) + 2 * v * (1 - 2 * psi) * d +
    4 * z^2 * u^2 * (1 - psi) * psi + z^2 * v^2 * (1 - 2 * psi)^2
  within_one((d + z^2 * v * (1 - 2 * psi)) / (1 + z^2 * u), z * sqrt(max(w, 0)) / (1 + z^2 * u))
}
)",
     "z within_one"},
    {"log_limits",
     R"(log_limits <- function(ratio, variance, level) ratio * exp(c(-1, 1) * z(level) * sqrt(variance))
)",
     "z"},
    {"sinh_limits", R"(sinh_limits <- function(ratio, variance, level)
  ratio * exp(c(-2, 2) * asinh(z(level) / 2 * sqrt(variance)))
)",
     "z"},
    {"mover", R"(mover <- function(p1, limits1, p2, limits2) {  # MOVER-R
  bound <- function(a, b, side) {  # a of the numerator, b of the denominator
    root <- sqrt((p1 * p2)^2 - a * b * (2 * p1 - a) * (2 * p2 - b))
    (p1 * p2 + side * root) / (b * (2 * p2 - b))
  }
  c(bound(limits1[1], limits2[2], -1), bound(limits1[2], limits2[1], 1))
}
)",
     ""},
    {"tables", R"(tables <- function(x1, n1, x2, n2) {  # probabilities of all tables with these margins
  x <- max(0, x1 + x2 - n2):min(n1, x1 + x2)
  list(x = x, p = dhyper(x, n1, n2, x1 + x2), observed = dhyper(x1, n1, n2, x1 + x2))
}
)",
     ""},
    {"mid_tail", R"(mid_tail <- function(x1, n1, x2, n2, alternative) {  # one-sided mid-P
  t <- tables(x1, n1, x2, n2)
  if (length(t$x) == 1) return(1)
  sum(t$p[if (alternative == "less") t$x < x1 else t$x > x1]) + t$observed / 2
}
)",
     "tables"},
    {"fisher_side", R"(fisher_side <- function(x1, n1, x2, n2, alternative)
  fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2), alternative = alternative)$p.value
)",
     ""},
};

constexpr Dialect r_dialect = {
    .opening = opening,
    .closing = closing,
    .assign = "{} <- {}",
    .function = "{} <- function({}) {{\n{}}}\n",
    .list = "c({})",
    .matrix = "matrix(c({}), nrow = {}, ncol = {}, byrow = TRUE)",
    .infinity = "Inf",
    .two_sided = "two.sided",
    .no_function = "base R has no function and no closed formula for it",
    .helpers = helpers,
};

}  // namespace

std::string r_script(const Script& script) {
  Dialect dialect = r_dialect;
  dialect.methods = r_methods();
  return dialect_script(script, dialect);
}

}  // namespace trialcalc::report
