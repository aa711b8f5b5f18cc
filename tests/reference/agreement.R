# The answers of R and its packages to the inputs of `agreement`, one "kind|input" a line on standard input.
# Prints program|family|method|kind|input|quantity|value.
quiet <- function(x) suppressWarnings(suppressMessages(x))
quiet({library(metafor); library(epitools); library(coin)})

say <- function(where, program, family, method, values) {
  for (quantity in names(values)) {
    value <- as.numeric(values[[quantity]])
    cat(sprintf("%s|%s|%s|%s|%s|%.17g\n", program, family, method, where, quantity,
                if (length(value) == 1 && !is.nan(value)) value else NA))
  }
}
limits <- function(x) list(lower = x[1], upper = x[2])
answer <- function(...) tryCatch(quiet(say(...)), error = function(e) NULL)

numbers <- function(text, by) as.numeric(strsplit(text, by)[[1]])
arms <- function(text) lapply(strsplit(text, " ")[[1]], numbers, "/")

two_by_two <- function(where, text) {
  say <- function(program, ...) answer(where, program, ...)
  t <- unlist(arms(text)); a <- t[1]; b <- t[2] - a; c <- t[3]; d <- t[4] - c
  m <- matrix(c(a, c, b, d), 2); back <- matrix(c(d, b, c, a), 2)
  x <- t[c(1, 3)]; n <- t[c(2, 4)]
  chi <- function(correct) quiet(chisq.test(m, correct = correct))
  say("R chisq.test(correct = FALSE)", "test", "pearson", list(p = chi(FALSE)$p.value, statistic = chi(FALSE)$statistic))
  say("R chisq.test", "test", "yates", list(p = chi(TRUE)$p.value, statistic = chi(TRUE)$statistic))
  fisher <- fisher.test(m)
  say("R fisher.test", "test", "fisher", list(p = min(1, fisher$p.value)))
  say("R fisher.test", "test", "fisher-r", list(p = min(1, fisher$p.value)))
  say("R fisher.test", "odds-ratio", "conditional-exact", limits(fisher$conf.int))
  for (correct in c(FALSE, TRUE))
    say(if (correct) "R prop.test" else "R prop.test(correct = FALSE)", "risk-difference", if (correct) "wald-cc" else "wald",
        limits(prop.test(x, n, correct = correct)$conf.int))
  for (side in c("less", "greater"))
    say(sprintf("R fisher.test(%s)", side), "test", paste("fisher", side), list(p = min(1, fisher.test(m, alternative = side)$p.value)))
  say("R coin independence_test", "test", "n-1", list(p = pvalue(independence_test(as.table(m), teststat = "quad"))))
  arm <- c(1, 0); y <- cbind(x, n - x)
  say("R glm(binomial)", "test", "likelihood-ratio", local({
    fit <- glm(y ~ arm, binomial, control = list(epsilon = 1e-14, maxit = 100))
    list(statistic = fit$null.deviance - fit$deviance) }))
  if (all(y > 0)) {
    say("R epitools oddsratio.wald", "odds-ratio", "woolf", limits(oddsratio.wald(back)$measure[2, 2:3]))
    say("R epitools riskratio.wald", "risk-ratio", "katz-log", limits(riskratio.wald(back)$measure[2, 2:3]))
    say("R epitools oddsratio.midp", "odds-ratio", "conditional-midp", limits(oddsratio.midp(back)$measure[2, 2:3]))
    say("R vcd oddsratio", "odds-ratio", "woolf", limits(exp(confint(vcd::oddsratio(m)))))
    say("R MASS confint(glm(binomial))", "odds-ratio", "likelihood-ratio",
        limits(exp(confint(glm(y ~ arm, binomial, control = list(epsilon = 1e-12)))[2, ])))
    say("R MASS confint(glm(binomial(log)))", "risk-ratio", "likelihood-ratio", limits(exp(confint(glm(y ~ arm, binomial("log"),
        start = c(log(c / t[4]), log(a / t[2] / (c / t[4]))), control = list(epsilon = 1e-12)))[2, ])))
  }
  wald <- list(RR = c("risk-ratio", "katz-log"), OR = c("odds-ratio", "woolf"), RD = c("risk-difference", "wald"))
  for (measure in names(wald)) say(sprintf("R metafor escalc(%s)", measure), wald[[measure]][1], wald[[measure]][2], local({
    e <- escalc(measure, ai = a, bi = b, ci = c, di = d, to = "none")
    limits((if (measure == "RD") identity else exp)(e$yi + c(-1, 1) * qnorm(.975) * sqrt(e$vi))) }))
  say("R metafor escalc(OR, add = 1/2)", "odds-ratio", "gart", local({
    e <- escalc("OR", ai = a, bi = b, ci = c, di = d, to = "all")
    limits(exp(e$yi + c(-1, 1) * qnorm(.975) * sqrt(e$vi))) }))
  for (key in names(pd <- c(Nc = "newcombe", AC = "agresti-caffo")))
    say(sprintf("R Epi ci.pd(%s)", key), "risk-difference", pd[[key]],
        limits(Epi::ci.pd(a, c, b, d, method = key, print = FALSE)[6:7]))
  detail <- tryCatch(quiet(epiR::epi.2by2(c(a, b, c, d), method = "cohort.count")$massoc.detail), error = function(e) NULL)
  if (is.null(detail)) return()
  say("R epiR epi.2by2", "odds-ratio", "score", limits(unlist(detail$OR.strata.score[2:3])))
  say("R epiR epi.2by2", "risk-difference", "mee", limits(unlist(detail$ARisk.strata.score[2:3]) / 100))
  say("R epiR epi.2by2", "risk-ratio", "koopman", limits(unlist(detail$RR.strata.score[2:3])))
}

proportion <- function(where, text) {
  say <- function(program, method, x) answer(where, program, "proportion", method, limits(as.numeric(x)))
  t <- numbers(text, "/"); x <- t[1]; n <- t[2]
  say("R binom.test", "clopper-pearson", binom.test(x, n)$conf.int)
  say("R prop.test", "wilson-cc", prop.test(x, n)$conf.int)
  say("R prop.test(correct = FALSE)", "wilson", prop.test(x, n, correct = FALSE)$conf.int)
  say("R Hmisc binconf(wilson)", "wilson", Hmisc::binconf(x, n, method = "wilson")[2:3])
  say("R Hmisc binconf(exact)", "clopper-pearson", Hmisc::binconf(x, n, method = "exact")[2:3])
  say("R Hmisc binconf(asymptotic)", "wald", Hmisc::binconf(x, n, method = "asymptotic")[2:3])
  say("R epitools binom.wilson", "wilson", binom.wilson(x, n)[4:5])
}

table_of <- function(text) do.call(rbind, lapply(strsplit(strsplit(text, ";")[[1]], ","), as.numeric))

contingency <- function(where, text) {
  say <- function(program, method, x) answer(where, program, "table", method, x)
  x <- table_of(text)
  say("R chisq.test(correct = FALSE)", "pearson", quiet(chisq.test(x, correct = FALSE))[c("statistic", "p.value")] |> setNames(c("statistic", "p")))
  say("R fisher.test", "fisher", list(p = fisher.test(x, workspace = 2e7)$p.value))
  say("R vcd assocstats", "likelihood-ratio", local({
    row <- vcd::assocstats(x)$chisq_tests[1, ]; list(statistic = row[[1]], p = row[[3]]) }))
  if (nrow(x) != 2) return()
  say("R prop.trend.test", "cochran-armitage", quiet(prop.trend.test(x[1, ], colSums(x)))[c("statistic", "p.value")] |> setNames(c("statistic", "p")))
  trend <- as.table(x); dimnames(trend) <- list(arm = c("e", "c"), level = seq_len(ncol(x)))
  say("R coin exact trend", "cochran-armitage-exact", list(p = as.numeric(pvalue(
    independence_test(trend, distribution = exact(), scores = list(level = seq_len(ncol(x))))))))
}

strata <- function(where, text) {
  say <- function(program, ...) answer(where, program, ...)
  s <- lapply(strsplit(strsplit(text, " ")[[1]], "[,/]"), as.numeric)
  pick <- function(f) sapply(s, f)
  a <- pick(\(x) x[1]); b <- pick(\(x) x[2] - x[1]); c <- pick(\(x) x[3]); d <- pick(\(x) x[4] - x[3])
  x <- array(rbind(a, c, b, d), c(2, 2, length(s)))
  cmh <- function(...) { h <- mantelhaen.test(x, ...); list(statistic = h$statistic, p = h$p.value) }
  say("R mantelhaen.test(correct = FALSE)", "strata-test", "cmh", cmh(correct = FALSE))
  say("R mantelhaen.test", "strata-test", "cmh-cc", cmh())
  exact <- mantelhaen.test(x, exact = TRUE)
  say("R mantelhaen.test(exact)", "strata-test", "cmh-exact", list(p = exact$p.value))
  say("R mantelhaen.test(exact)", "strata-odds-ratio", "conditional-exact", limits(exact$conf.int))
  say("R mantelhaen.test", "strata-odds-ratio", "robins-breslow-greenland", limits(mantelhaen.test(x)$conf.int))
  fit <- function(f, ...) f(ai = a, bi = b, ci = c, di = d, ...)
  ratio <- function(f) limits(exp(c(f$ci.lb, f$ci.ub)))
  say("R metafor rma.mh(OR)", "strata-odds-ratio", "robins-breslow-greenland", ratio(fit(rma.mh, measure = "OR")))
  say("R metafor rma.mh(RR)", "strata-risk-ratio", "greenland-robins", ratio(fit(rma.mh, measure = "RR")))
  say("R metafor rma.mh(RD)", "strata-risk-difference", "sato", local({ f <- fit(rma.mh, measure = "RD"); limits(c(f$ci.lb, f$ci.ub)) }))
  say("R metafor rma.peto", "strata-odds-ratio", "peto", ratio(fit(rma.peto)))
  say("R metafor rma.peto", "strata-test", "peto-homogeneity", list(statistic = fit(rma.peto)$QE))
  mh <- fit(rma.mh, measure = "OR")
  say("R metafor rma.mh(OR)", "strata-test", "breslow-day", list(statistic = mh$BD, p = mh$BDp))
  say("R metafor rma.mh(OR)", "strata-test", "tarone", list(statistic = mh$TA, p = mh$TAp))
  say("R vcd woolf_test", "strata-test", "woolf-homogeneity", list(statistic = if (all(x > 0)) vcd::woolf_test(x)$statistic else NA))
  detail <- tryCatch(quiet(epiR::epi.2by2(as.table(aperm(x, c(1, 2, 3))), method = "cohort.count")$massoc.detail), error = function(e) NULL)
  if (is.null(detail)) return()
  say("R epiR epi.2by2", "strata-risk-difference", "sato", limits(unlist(detail$ARisk.mh.sato[2:3]) / 100))
  say("R epiR epi.2by2", "strata-risk-difference", "greenland-robins", limits(unlist(detail$ARisk.mh.green[2:3]) / 100))
  say("R epiR epi.2by2", "strata-risk-ratio", "greenland-robins", limits(unlist(detail$RR.mh.wald[2:3])))
  say("R epiR epi.2by2", "strata-test", "breslow-day", list(statistic = detail$bOR.homog[[1]]))
}

paired <- function(where, text) {
  say <- function(program, method, x) answer(where, program, "paired-test", method, x)
  t <- numbers(text, ","); m <- matrix(c(0, t[1], t[2], t[3] - t[1] - t[2]), 2, byrow = TRUE)
  for (correct in c(FALSE, TRUE)) say(if (correct) "R mcnemar.test" else "R mcnemar.test(correct = FALSE)", if (correct) "mcnemar-cc" else "mcnemar",
      quiet(mcnemar.test(m, correct = correct))[c("statistic", "p.value")] |> setNames(c("statistic", "p")))
  say("R binom.test", "mcnemar-exact", list(p = binom.test(t[1], t[1] + t[2])$p.value))
  exact <- mh_test(as.table(m), distribution = "exact")
  say("R coin mh_test(exact)", "mcnemar-exact", list(p = as.numeric(pvalue(exact))))
  say("R coin midpvalue", "mcnemar-midp", list(p = as.numeric(midpvalue(exact))))
}

sample_of <- function(part) part[1] + part[2] * as.numeric(scale(seq_len(part[3])))

means <- function(where, text) {
  say <- function(program, ...) answer(where, program, ...)
  x <- lapply(strsplit(text, " ")[[1]], numbers, ","); y <- lapply(x, sample_of)
  for (key in c("student", "welch")) {
    test <- t.test(y[[1]], y[[2]], var.equal = key == "student")
    say("R t.test", "means-test", key, list(statistic = test$statistic, p = test$p.value))
    say("R t.test", "means", key, limits(test$conf.int))
  }
  say("R metafor escalc(SMD)", "standardised", "hedges-g", local({
    e <- escalc("SMD", m1i = x[[1]][1], sd1i = x[[1]][2], n1i = x[[1]][3], m2i = x[[2]][1], sd2i = x[[2]][2], n2i = x[[2]][3])
    limits(e$yi + c(-1, 1) * qnorm(.975) * sqrt(e$vi)) }))
}

kinds <- list(calc = two_by_two, proportion = proportion, table = contingency, strata = strata, paired = paired, means = means)
for (line in readLines("stdin")) {
  part <- strsplit(line, "|", fixed = TRUE)[[1]]
  kinds[[part[1]]](line, part[2])
}
