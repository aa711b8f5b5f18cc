# Reference values for matched pairs: R 4.2.2. Prints rows of paired.csv.
row <- function(method, input, options, quantity, value, call, tolerance = "1e-11")
  cat(sprintf('paired-test,%s,"%s",%s,%s,%.16g,%s,"R %s %s"\n', method, input, options, quantity, value, tolerance,
              getRversion(), call))
pairs <- list(c(6, 16, 161), c(1, 7, 21), c(150, 86, 1600), c(12, 2, 50), c(25, 2, 54), c(5, 5, 40), c(0, 4, 30),
              c(9, 0, 9), c(43, 8, 173), c(1000, 1100, 50000), c(3, 20, 100))
for (x in pairs) {
  text <- paste(x, collapse = ",")
  table <- matrix(c(0, x[1], x[2], 0), 2, byrow = TRUE)
  for (cc in c(FALSE, TRUE)) {
    test <- mcnemar.test(table, correct = cc)
    key <- if (cc) "mcnemar-cc" else "mcnemar"
    row(key, text, "", "statistic", test$statistic, "mcnemar.test")
    row(key, text, "", "p", test$p.value, "mcnemar.test")
  }
  k <- x[1]; n <- x[1] + x[2]
  row("mcnemar-exact", text, "", "p", binom.test(k, n)$p.value, "binom.test", "1e-10")
  row("mcnemar-exact", text, "alternative=greater", "p", binom.test(k, n, alternative = "greater")$p.value, "binom.test", "1e-10")
  row("mcnemar-exact", text, "alternative=less", "p", binom.test(k, n, alternative = "less")$p.value, "binom.test", "1e-10")
  # Fagerland, Lydersen & Laake 2013, supplement: the observed number has half weight, once where b = c
  mid <- if (k == n - k) 1 - dbinom(k, n, .5) / 2 else 2 * pbinom(min(k, n - k), n, .5) - dbinom(k, n, .5)
  row("mcnemar-midp", text, "", "p", mid, "2 * pbinom - dbinom; 1 - dbinom / 2 where b = c", "1e-10")
}
