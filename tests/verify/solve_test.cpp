// The search for tables against a plain loop over all of them, and against published numbers.
#include <chrono>
#include <random>

#include "catch.hpp"
#include "trialcalc/solve.hpp"

using namespace trialcalc;

namespace {

PrintedNumber printed(const std::string& text) { return PrintedNumber::parse(text).value(); }

const IntervalMethod* interval(Measure measure, std::string_view key) {
  return find_method(interval_methods(measure), key);
}

PrintedEffect effect(Measure measure, std::string_view method, const std::string& estimate,
                     const std::string& lower, const std::string& upper) {
  return {measure, printed(estimate), printed(lower), printed(upper), interval(measure, method), false};
}

SolveQuestion ratio_question(std::int64_t patients, const PrintedEffect& effect) {
  SolveQuestion question;
  question.patients = patients;
  question.effects = {effect};
  return question;
}

std::vector<TwoByTwo> plain_loop(const SolveQuestion& question, std::int64_t patients) {
  std::vector<TwoByTwo> tables;
  for (std::int64_t n1 = 1; n1 < patients; ++n1)
    for (std::int64_t a = 0; a <= n1; ++a)
      for (std::int64_t c = 0; c <= patients - n1; ++c)
        if (const TwoByTwo table{{a, n1}, {c, patients - n1}}; prints_all(question, table))
          tables.push_back(table);
  return tables;
}

bool is_unconditional(const IntervalMethod& method) {
  return method.key == "santner-snell" || method.key == "chan-zhang" || method.key == "agresti-min";
}

/// x with so many decimals, half up.
std::string text(double x, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, x + (x >= 0 ? 1e-13 : -1e-13));
  return buffer;
}

void check_same(const SolveQuestion& question, std::int64_t patients, const TwoByTwo& source) {
  const SolveResult result = solve(question);
  CHECK(result.complete);
  CAPTURE(patients, source.experimental.events, source.experimental.total, source.control.events);
  CHECK(result.tables == plain_loop(question, patients));
}

}  // namespace

TEST_CASE("solve: the published examples have exactly one table", "[verify][solve]") {
  // Rovers et al, JAMA Surg 2021 (CAIRO6): 37 and 42 patients.
  for (const auto& [rr, lower, upper] :
       {std::array{"1.04", "0.88", "1.23"}, std::array{"0.65", "0.31", "1.37"}}) {
    SolveQuestion question = ratio_question(79, effect(Measure::risk_ratio, "katz-log", rr, lower, upper));
    question.experimental = question.control = {30, 49};
    const SolveResult result = solve(question);
    CHECK(result.complete);
    REQUIRE(result.tables.size() == 1);
    const TwoByTwo expected =
        std::string(rr) == "1.04" ? TwoByTwo{{33, 37}, {36, 42}} : TwoByTwo{{8, 37}, {14, 42}};
    CHECK(result.tables[0] == expected);
  }
}

TEST_CASE("solve: what is printed from a table leads back to it, as a plain loop does", "[verify][solve]") {
  std::mt19937 random(6);
  struct Kind {
    Measure measure;
    const char* method;
    int decimals;
  };
  const Kind kinds[] = {
      {Measure::risk_ratio, "katz-log", 2},      {Measure::odds_ratio, "woolf", 2},
      {Measure::risk_difference, "wald", 3},     {Measure::risk_ratio, "koopman", 1},
      {Measure::risk_difference, "newcombe", 2}, {Measure::odds_ratio, "gart", 2},
      {Measure::odds_ratio, "score", 1},         {Measure::risk_difference, "agresti-caffo", 2}};
  for (const Kind& kind : kinds)
    for (int i = 0; i < 6; ++i) {
      const auto up_to = [&](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(0, most)(random);
      };
      const std::int64_t patients = 8 + up_to(14), n1 = 2 + up_to(patients - 4), n2 = patients - n1;
      const TwoByTwo table{{up_to(n1), n1}, {up_to(n2), n2}};
      const MeasureResult plain = estimate(table, kind.measure);
      const Interval limits = interval(kind.measure, kind.method)->compute(table, Confidence(0.95));
      if (!plain.not_estimable.empty() || !std::isfinite(plain.estimate)) continue;
      if (!limits.not_estimable.empty() || !std::isfinite(limits.upper) || std::abs(limits.upper) > 1e6)
        continue;
      SolveQuestion question = ratio_question(
          patients, effect(kind.measure, kind.method, text(plain.estimate, kind.decimals),
                           text(limits.lower, kind.decimals), text(limits.upper, kind.decimals)));
      CAPTURE(kind.method);
      CHECK(prints_all(question, table));
      check_same(question, patients, table);
    }
}

TEST_CASE("solve against a plain loop up to 40 patients", "[verify][solve]") {
  SolveQuestion question = ratio_question(40, effect(Measure::risk_ratio, "katz-log", "1.5", "0.8", "2.9"));
  check_same(question, 40, {});
  CHECK(solve(question).tables.size() > 1);
  question.effects[0].estimate.reset();  // limits alone
  check_same(question, 40, {});
  question.effects.clear();
  question.experimental_percent = printed("35");
  question.control_percent = printed("60.0");
  check_same(question, 40, {});
  question.rounding = RoundingChoice::truncated;
  check_same(question, 40, {});
  question.rounding = RoundingChoice::any;
  check_same(question, 40, {});
  question = {};
  question.patients = 24;
  question.p = printed("<.001");
  question.tests = {find_method(two_by_two::methods(), "fisher")};
  check_same(question, 24, {});
  question.p = printed("0.04");
  question.tests.push_back(find_method(two_by_two::methods(), "pearson"));
  check_same(question, 24, {});
}

TEST_CASE("solve: a proof that there is no table", "[verify][solve]") {
  // 1.04 (0.88-1.23) with 12 patients.
  const auto question = ratio_question(12, effect(Measure::risk_ratio, "katz-log", "1.04", "0.88", "1.23"));
  const SolveResult result = solve(question);
  CHECK(result.complete);
  CHECK(result.tables.empty());
  CHECK(plain_loop(question, 12).empty());
}

TEST_CASE("solve: two thousand patients with unknown arms", "[verify][solve]") {
  for (const char* method : {"katz-log", "koopman"}) {
    const TwoByTwo table{{123, 987}, {151, 1013}};
    const Interval limits = interval(Measure::risk_ratio, method)->compute(table, Confidence(0.95));
    SolveQuestion question = ratio_question(
        2000, effect(Measure::risk_ratio, method, text(estimate(table, Measure::risk_ratio).estimate, 2),
                     text(limits.lower, 2), text(limits.upper, 2)));
    const auto start = std::chrono::steady_clock::now();
    const SolveResult result = solve(question);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    CAPTURE(method, result.tables.size(), result.evaluated, seconds);
    CHECK(std::find(result.tables.begin(), result.tables.end(), table) != result.tables.end());
    CHECK(result.complete);
  }
}

TEST_CASE("solve: a search can be stopped, and says so", "[verify][solve]") {
  SolveQuestion question;
  question.patients = 200;
  question.p = printed("0.5");
  question.tests = {find_method(two_by_two::methods(), "pearson")};
  const SolveResult result = solve(question, [](double, std::size_t) { return false; });
  CHECK_FALSE(result.complete);
}

TEST_CASE("solve with every interval against a plain loop up to 40 patients", "[verify][solve]") {
  std::mt19937 random(40);
  const auto up_to = [&](std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(0, most)(random);
  };
  for (Measure measure : {Measure::risk_ratio, Measure::risk_difference, Measure::odds_ratio})
    for (const IntervalMethod& method : interval_methods(measure)) {
      if (is_unconditional(method)) continue;
      for (int i = 0; i < 4; ++i) {
        const std::int64_t patients = i == 0 ? 40 : 5 + up_to(30), n1 = 2 + up_to(patients - 4);
        const TwoByTwo table{{up_to(n1), n1}, {up_to(patients - n1), patients - n1}};
        const Confidence confidence(i % 2 == 0 ? 0.95 : 0.99);
        const Interval limits = method.compute(table, confidence);
        if (!limits.not_estimable.empty() || !std::isfinite(limits.upper) || std::abs(limits.upper) > 1e6)
          continue;
        SolveQuestion question = ratio_question(
            patients, effect(measure, method.key, "1", text(limits.lower, 2), text(limits.upper, 2)));
        question.effects[0].estimate.reset();  // the limits alone have to find the tables
        question.confidence = confidence;
        CAPTURE(method.key);
        CHECK(prints_all(question, table));
        check_same(question, patients, table);
      }
    }
}
