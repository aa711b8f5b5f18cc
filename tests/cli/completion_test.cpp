// Completion and manual: what the shells' scripts and man(1) are given.
#include "catch.hpp"
#include "cli/process.hpp"

namespace {

/// The words offered, one a line, without their meanings.
std::string offered(const std::string& line) {
  const Outcome outcome = run("completion words -- " + line);
  REQUIRE(outcome.status == 0);
  REQUIRE(outcome.err.empty());
  std::istringstream lines(outcome.out);
  std::string words, one;
  while (std::getline(lines, one)) words += one.substr(0, one.find('\t')) + '\n';
  return words;
}

bool offers(const std::string& line, const std::string& word) {
  return ('\n' + offered(line)).find('\n' + word + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("completion offers what may stand next", "[cli]") {
  CHECK(offered("comp") == "compare\ncompletion\n");
  CHECK(offered("compare ca") == "cairo6\n");
  CHECK(offers("compare cairo6 --outcome ''", "cd3"));
  CHECK(offers("compare cairo6 --outcome cd3,cd", "cd3,cd4"));
  CHECK(offers("reproduce cairo6 --table ''", "2"));
  CHECK(offered("compare cairo6 --outcome = cd3-") == "cd3-events\n");
  CHECK(offered("calc 8/37 14/42 --test bos") == "boschloo\nboschloo-doubled\n");
  CHECK(offered("calc 8/37 14/42 --ci wil") == "wilson\nwilson-cc\n");
  CHECK(offered("table '1,2;3,4' --test coch") == "cochran-armitage\ncochran-armitage-exact\n");
  CHECK(offered("calc 8/37 14/42 --style j") == "jama\n");
  CHECK(offered("calc --lev") == "--level\n");
}

TEST_CASE("completion stays silent where it has nothing to offer", "[cli]") {
  CHECK(offered("nonsense x").empty());
  CHECK(offered("compare no-such-trial --outcome ''").empty());
  CHECK(offered("check x --output ''").empty());
}

TEST_CASE("completion offers no name that a shell would read as more than a word", "[cli]") {
  const Scratch folder;
  std::ofstream(folder / "$(id).json") << "{}";
  std::ofstream(folder / "plain.json") << "{}";
  const std::string line = "compare --data '" + (folder / ".").string() + "' ''";
  CHECK(offers(line, "plain"));
  CHECK(offered(line).find("$(id)") == std::string::npos);
}

TEST_CASE("completion of an unknown shell suggests the nearest", "[cli]") {
  const Outcome outcome = run("completion bsh");
  CHECK(outcome.status == 2);
  CHECK(outcome.err.find("\"bash\"") != std::string::npos);
}

TEST_CASE("the manual says what the help says", "[cli]") {
  const Outcome page = run("manual compare");
  CHECK(page.status == 0);
  CHECK(page.out.starts_with(".TH \"trialcalc\\-compare\" 1"));
  CHECK(page.out.find("confidence level in per cent (95)") != std::string::npos);
  CHECK(run("manual").out.find("not\\-checkable") != std::string::npos);
  CHECK(run("manual comprae").err.find("\"compare\"") != std::string::npos);
}
