// The scripts in other languages: R and Python are run, and their numbers compared with ours.
#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/process.hpp"
#include "trialcalc/comparison.hpp"

namespace {

/// Names that would leave a comment or a string of one of the languages, or be expanded in it.
const char* const hostile_name =
    R"(n\"); stop('R') # \\ */ `whoami' $HOME %sysexec \n /// \u2028 quit() \"\"\" {brace} é)";

std::string small_trial(const std::string& name) {
  return R"({"schema": "trialcalc/trial/1", "id": "hostile", "name": "x", "arms": [
    {"id": "e", "name": ")" +
         name + R"(", "role": "experimental"}, {"id": "c", "name": ")" + name + R"(", "role": "control"}],
    "sources": [], "populations": [{"id": "all", "name": "all", "n": {"e": 20, "c": 30}}],
    "outcomes": [{"id": "o", "name": ")" +
         name + R"(", "kind": "binary", "population": "all", "events": {"e": 5, "c": 3}}]})";
}

std::string script(const std::string& arguments, const std::string& format, const std::string& input = "") {
  const Outcome outcome = run(arguments + " --format " + format, "LC_ALL=C.UTF-8", input);
  INFO(arguments << " " << outcome.err);
  REQUIRE(outcome.status == 0);
  return outcome.out;
}

/// The options for all methods but those that search and that no script has, which take their time.
std::string all_methods() {
  static const std::set<std::string_view> slow = {"barnard",          "barnard-unpooled", "boschloo",
                                                  "boschloo-doubled", "chan-zhang",       "agresti-min",
                                                  "santner-snell"};
  std::string options = " --measure all";
  const auto add = [&](const char* option, auto methods) {
    for (const trialcalc::Method& method : methods)
      if (!slow.contains(method.key)) options += ' ' + std::string(option) + ' ' + std::string(method.key);
  };
  add("--ci", trialcalc::proportion::methods());
  for (const trialcalc::Measure measure : trialcalc::all_measures)
    add("--ci", trialcalc::interval_methods(measure));
  add("--test", trialcalc::two_by_two::methods());
  return options;
}

/// Every outcome of the trials by all methods, other options, edges and hostile names, as one script.
std::string all_scripts(const std::string& format) {
  const std::string all = all_methods();
  std::string text;
  for (const char* trial : {"cairo6", "prodige7", "verwaal"})
    text += script("compare " + std::string(trial) + all, format);
  text += script("compare cairo6 --outcome sex,t-category,age,operating-time --test all", format);
  for (const char* side : {"less", "greater"})
    text += script("calc 7/34 1/34 --level 90 --alternative " + std::string(side) + all, format);
  for (const char* table :
       {"0/10 3/12", "3/10 0/12", "10/10 5/12", "0/10 12/12", "0/7 0/9", "7/7 9/9", "500/1000 1/3"})
    text += script("calc " + std::string(table) + all, format);
  return text + script("compare -", format, small_trial(hostile_name));
}

struct Row {
  double theirs, ours, difference;
  std::string what;
};

double number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' ? std::nan("") : value;
}

/// The lines that begin with three numbers.
std::vector<Row> rows_of(const std::string& text) {
  std::vector<Row> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string theirs, ours, difference, what;
    words >> theirs >> ours >> difference;
    std::getline(words >> std::ws, what);
    const Row row{number(theirs), number(ours), number(difference), what};
    if (!std::isnan(row.theirs) && !std::isnan(row.ours)) rows.push_back(row);
  }
  return rows;
}

std::vector<Row> rows_by(const std::string& interpreter, const std::string& text) {
  const Scratch scratch;
  std::ofstream(scratch / "script", std::ios::binary) << text;
  const std::string files = " '" + (scratch / "script").string() + "' >'" + (scratch / "out").string() +
                            "' 2>'" + (scratch / "err").string() + "'";
  const int status = std::system((interpreter + files).c_str());
  INFO(text_of(scratch / "err"));
  REQUIRE(status == 0);
  CHECK(text_of(scratch / "err").empty());
  return rows_of(text_of(scratch / "out"));
}

void check_agreement(const std::vector<Row>& rows, std::size_t at_least) {
  CHECK(rows.size() >= at_least);
  for (const Row& row : rows) {
    INFO(row.what << ": " << row.theirs << " v " << row.ours);
    CHECK(std::abs(row.difference) <= 1e-9 * std::max(1.0, std::isinf(row.ours) ? 1 : std::abs(row.ours)));
  }
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("R finds the numbers that --format r hands it", "[cli]") {
  const std::string text = all_scripts("r");
  check_agreement(rows_by("Rscript --vanilla", text), count(text, "\ncheck("));
}

TEST_CASE("Python finds the numbers that --format python hands it", "[cli]") {
  // The first of these that has SciPy; Debian's package belongs to Debian's interpreter.
  const std::string python = "p=python3; \"$p\" -c 'import scipy' 2>/dev/null || p=/usr/bin/python3; \"$p\"";
  const std::string text = all_scripts("python");
  check_agreement(rows_by(python, text), count(text, "\ncheck("));
}

TEST_CASE("a script computes what was asked for, and names what it leaves out", "[cli]") {
  for (const char* format : {"r", "python", "sas", "stata"}) {
    INFO(format);
    const std::string text =
        script("calc 8/37 14/42 --measure rr --ci katz-log,koopman,blaker --test barnard", format);
    CHECK(text.find("0.30705813632599677") != std::string::npos);
    CHECK(text.find("risk difference") == std::string::npos);
    CHECK(text.find("left out: P, Barnard") != std::string::npos);
    const bool has_koopman = std::string(format) == "sas";
    CHECK((text.find("left out: risk ratio, 95% Koopman") == std::string::npos) == has_koopman);
  }
}

TEST_CASE("SAS and Stata are called as documented, and say that they were not run", "[cli]") {
  const std::string sas = script("calc 8/37 14/42 --level 90", "sas");
  for (const char* part : {"has not", "riskdiff(cl=(newcombe)) relrisk", "alpha=0.1;", "1 yes 8", "2 no 28",
                           "L_RRC1", "P_PCHI", "set sas;"}) {
    INFO(part);
    CHECK(sas.find(part) != std::string::npos);
  }
  const std::string stata = script("calc 8/37 14/42 --level 95.37 --measure all", "stata");
  for (const char* part : {"not run it", "quietly csi 8 14 29 28, or woolf level(95.37)", "r(lb_rr) 0.3",
                           "quietly cii proportions 37 8, wilson level(95.37)", "tabi 8 29 \\ 14 28, chi2"}) {
    INFO(part);
    CHECK(stata.find(part) != std::string::npos);
  }
}

TEST_CASE("a hostile name stays a name in a script", "[cli]") {
  for (const char* format : {"r", "python", "sas", "stata"}) {
    INFO(format);
    const std::string text = script("compare -", format, small_trial(hostile_name));
    const std::string harmless = script("compare -", format, small_trial("a name"));
    for (const char* sign : {"`whoami", "$HOME", "# \\", "///", "{brace}", "\xc3", "\xe2"})
      CHECK(text.find(sign) == std::string::npos);
    // The comment that the name stands in ends only where ours do.
    CHECK(count(text, "*/") == count(text, "/*"));
    CHECK(count(text, "stop('R')") == count(text, "n'); stop('R')"));
    CHECK(count(text, "\n") == count(harmless, "\n"));
  }
}
