# Each line of CSV (id, a, n1, c, n2) by base R: risk ratio with Katz interval, Pearson and Fisher P.
tables <- read.csv(file("stdin"))
z <- qnorm(0.975)
answers <- vapply(seq_len(nrow(tables)), function(i) {
  t <- as.numeric(tables[i, 2:5])
  a <- t[1]; n1 <- t[2]; c <- t[3]; n2 <- t[4]
  ratio <- (a / n1) / (c / n2)
  factor <- exp(z * sqrt(1 / a - 1 / n1 + 1 / c - 1 / n2))
  m <- matrix(c(a, c, n1 - a, n2 - c), 2)
  pearson <- suppressWarnings(chisq.test(m, correct = FALSE)$p.value)
  c(ratio, ratio / factor, ratio * factor, pearson, fisher.test(m, conf.int = FALSE)$p.value)
}, numeric(5))
write.csv(data.frame(id = tables$id, t(answers)), row.names = FALSE)
