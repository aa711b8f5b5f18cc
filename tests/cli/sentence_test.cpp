// Sentences to paste, direction in words, and explanations with their intermediate values.
#include <sstream>
#include <string>

#include "cli/says.hpp"

// The numbers are those of JAMA Surg 2021;156:710, Table 2; the forms are the journals' own.
TEST_CASE("each journal's style has a sentence to paste", "[cli]") {
  const std::string calc = "calc 8/37 14/42 --style ";
  check_says(
      calc + "jama",
      "occurred in 8 of 37 (22%) v 14 of 42 (33%) patients; risk ratio, 0.65; 95% CI, 0.31-1.37; P = .25.");
  check_says(calc + "nejm", "patients; risk ratio, 0.65; 95% CI, 0.31 to 1.37; P=0.25.");
  check_says(calc + "lancet",
             "patients; risk ratio 0\u00B765, 95% CI 0\u00B731\u20131\u00B737; p=0\u00B725.");
  check_says(calc + "bmj", "patients; risk ratio 0.65, 95% confidence interval 0.31 to 1.37; P=0.25.");
  check_says("calc 8/37 14/42 --measure rd --style jama",
             "risk difference, -11.7 percentage points; 95% CI, -30.0 to 8.1; P = .25.");
  check_says(
      "compare cairo6 --outcome cd3 --style jama",
      "Any Clavien-Dindo grade \u22653 postoperative morbidity occurred in 8 of 37 (22%) v 14 of 42 (33%) "
      "patients; risk ratio, 0.65;");
  CHECK(in_one_line("compare cairo6 --outcome cd3").find("occurred in") == std::string::npos);
  CHECK(in_one_line("calc 8/37 14/42").find("occurred in") == std::string::npos);
}

TEST_CASE("each ratio is put into words once, with the trial's direction", "[cli]") {
  check_says(
      "compare cairo6 --outcome cd3",
      "The event was 0.65 times as frequent with Perioperative therapy as with CRS-HIPEC alone; the trial "
      "counts fewer as better.");
  check_says("calc 8/37 14/42 --measure or",
             "The odds of the event in the experimental arm were 0.55 times those in the control arm.");
  const std::string both = in_one_line("compare cairo6 --outcome cd3 --measure rr,or");
  CHECK(both.find("the trial counts") == both.rfind("the trial counts"));
  CHECK(in_one_line("calc 0/37 0/42").find("times as frequent") == std::string::npos);
}

// sqrt(1/8 - 1/37 + 1/14 - 1/42) = .381565, exp(-+ 1.959964 * .381565) * (8/37) / (14/42) =
// .307058, 1.370246; 79 (8 * 28 - 29 * 14)^2 / (37 * 42 * 22 * 57) = 1.342825 (bc).
TEST_CASE("--explain leads from the numbers to the result", "[cli]") {
  const std::string explained = "calc 8/37 14/42 --measure all --test pearson,yates,fisher --explain";
  check_says(explained, "n1 = 37 patients, a = 8 with the event, b = 29 without; p1 = 0.2162.");
  check_says(explained, "risk ratio: RR = 0.2162 / 0.3333 = 0.6486");
  check_says(explained, "standard error of ln RR: SE = sqrt(1/8 - 1/37 + 1/14 - 1/42) = 0.3816");
  check_says(explained, "limits: 0.6486 exp(-+ 1.960 * 0.3816) = 0.3071 to 1.370");
  check_says(explained, "difference of cross products: D = 8 * 28 - 29 * 14 = -182");
  check_says(explained, "P is the area of chi-squared on 1 df above 1.343: 0.2465");
  check_says(explained, "1 / the limits of the risk difference, the upper one first");
  // 8/37 v 14/42: dhyper(8, 37, 42, 22) = .1039152 in R 4.2.2.
  check_says(explained, "= 0.1039");
  // 1.959964^2 = 3.841459
  check_says("calc 8/37 14/42 --ci koopman,mee,score,clopper-pearson --explain",
             "with the lower limit put in, the squared score statistic: 3.841");
  check_says("calc 8/37 14/42 --ci clopper-pearson --explain",
             "with the upper limit as the risk, P(X <= x): 0.025");
  // (ln 1.37 - ln .31) / (2 * 1.959964) = .379087; ln .65 / .379087 = -1.136370 (bc)
  check_says("effect 0.65 0.31 1.37 --measure rr --explain",
             "standard error: SE = (ln(1.37) - ln(0.31)) / (2 * 1.960) = 0.3791");
  check_says("effect 0.65 0.31 1.37 --measure rr --explain", "statistic: Z = (-0.4308) / 0.3791 = -1.136");
  check_says("means 317,122,37 334,155,42 --explain", "degrees of freedom: df = 37 + 42 - 2 = 77");
}

// PRODIGE 7, Lancet Oncol 2021;22:256: hazard ratios of 1.00 and 0.91, survival being hoped for.
TEST_CASE("a printed hazard ratio is put into words, with the trial's direction if it has one", "[cli]") {
  check_says(
      "compare prodige7 --outcome rfs",
      "The hazard was 0.91 times as high with CRS plus HIPEC as with CRS alone; for relapse-free survival "
      "the trial counts more as better.");
  const std::string twice_printed = in_one_line("compare prodige7 --outcome rfs");
  CHECK(twice_printed.find("The hazard was") == twice_printed.rfind("The hazard was"));
  const auto without_direction = [](std::string trial) {
    const std::string direction = "\"direction\": \"more-is-better\", ";
    for (std::size_t at = trial.find(direction); at != std::string::npos; at = trial.find(direction))
      trial.erase(at, direction.size());
    return trial;
  };
  const Outcome neutral =
      run("compare - --outcome os", "LC_ALL=C.UTF-8",
          without_direction(text_of(trialcalc::tests::source_dir() + "/data/trials/prodige7.json")));
  CHECK(neutral.out.find("The hazard was 1.00 times as high with CRS plus HIPEC as with CRS alone.") !=
        std::string::npos);
  CHECK(neutral.out.find("as better") == std::string::npos);
}

TEST_CASE("a formula is broken between its terms", "[cli]") {
  for (const char* arguments : {"calc 8/37 14/42 --ci all --test all --measure all --explain",
                                "means 317,122,37 334,155,42 --explain"}) {
    std::istringstream lines(run(arguments, "LC_ALL=C").out);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(line.size() <= 80);
      CHECK_FALSE(line.ends_with("1.960^2 /"));
      CHECK_FALSE(line.ends_with(" +"));
      CHECK_FALSE(line.ends_with(" ="));
    }
  }
}
