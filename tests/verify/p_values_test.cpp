// P values of larger tables, and P values beside intervals that they nearly fit.
#include <string>

#include "catch.hpp"
#include "verify/small_trial.hpp"

using namespace trialcalc;

namespace {

/// R 4.2.2 of 28, 5, 4 against 29, 7, 6: fisher.test .8191, chisq.test .80406; G .8031.
Finding p_of_three(const std::string& p, const std::string& more = "") {
  return finding(
      checked(R"({"id": "stage", "name": "Stage", "kind": "categorical", "n": {"new": 37, "old": 42},
    "categories": [{"id": "a", "name": "A", "counts": {"new": 28, "old": 29}},
                   {"id": "b", "name": "B", "counts": {"new": 5, "old": 7}},
                   {"id": "c", "name": "C", "counts": {"new": 4, "old": 6}}],
    "reported": [{"source": "paper", "where": "Table 1", "p": ")" +
              p + "\"" + more + "}]}"),
      "p");
}

std::string ratio(const std::string& kind, const std::string& measure, const std::string& p) {
  return R"({"id": "event", "name": "Event", "kind": ")" + kind + R"(", "population": "all",
    "reported": [{"source": "paper", "where": "Abstract", "effect": {"measure": ")" +
         measure + R"(", "estimate": "0.81", "lower": "0.70", "upper": "0.94"}, "p": ")" + p + "\"}]}";
}

}  // namespace

TEST_CASE("a P of more than two categories is told from the tests of larger tables", "[verify]") {
  check_verdict(p_of_three(".80"), Verdict::reproduced, "pearson");
  check_verdict(p_of_three(".82"), Verdict::explained, "fisher");
  check_verdict(p_of_three(".82", R"(, "test": "fisher")"), Verdict::reproduced, "fisher");
  check_verdict(p_of_three(".12"), Verdict::discrepant, "");
}

TEST_CASE("a P that is cut, or that the counts are missing for, is said to be", "[verify]") {
  const Finding cut = p_of_three(".8040");  // .80406
  check_verdict(cut, Verdict::explained, "pearson");
  CHECK(cut.reason.find("truncated") != std::string::npos);
  const Check none = checked(R"({"id": "event", "name": "Event", "kind": "binary", "population": "all",
    "reported": [{"source": "paper", "where": "Table 1", "p": ".25"}]})");
  check_verdict(finding(none, "p"), Verdict::not_checkable, "");
  CHECK(finding(none, "p").reason == "needs the counts of both arms");
}

TEST_CASE("a P close to what ratio and limits imply may be another test's", "[verify][effect]") {
  // 0.81 (0.70 to 0.94): z between ln .815 / (ln (.945 / .695) / 3.92) and ln .805 / (ln (.935 / .705)
  // / 3.92), P .0026 to .0091.
  const auto p = [](const std::string& kind, const std::string& measure, const std::string& text) {
    return finding(checked(ratio(kind, measure, text)), "p");
  };
  check_verdict(p("binary", "risk-ratio", ".009"), Verdict::compatible, "wald");
  check_verdict(p("binary", "risk-ratio", ".012"), Verdict::not_checkable, "");
  CHECK(p("binary", "risk-ratio", ".012").reason.find("the P of another test") != std::string::npos);
  check_verdict(p("time-to-event", "hazard-ratio", ".012"), Verdict::not_checkable, "");
  CHECK(p("time-to-event", "hazard-ratio", ".012").reason.find("a log-rank P") != std::string::npos);
  check_verdict(p("binary", "risk-ratio", ".02"), Verdict::discrepant, "");
}
