// What the program prints, its own parsers read back.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "cli/process.hpp"

namespace {

const std::string tables[] = {"8/37 14/42", "1/5 4/6", "333/999 200/1500", "3/100000 41/123456",
                              "99/100 1/2"};
const std::string styles[] = {"plain", "jama", "lancet", "nejm", "bmj"};

/// The rows from the first measure to the P value.
std::string measures_and_p(const std::string& text) {
  const auto first = text.find("Risk ratio"), last = text.find("\n\n", first);
  return text.substr(first, last - first);
}

}  // namespace

TEST_CASE("calc --published reads what calc prints in each style, and all of it is reproduced", "[cli]") {
  for (const std::string& table : tables)
    for (const std::string& style : styles) {
      const std::string options = " --measure rr,rd,or --test pearson --style " + style;
      const std::string printed = measures_and_p(run("calc " + table + options).out);
      const Outcome read = run("calc " + table + " --published \"" + printed + "\"");
      INFO(table << "\n" << printed << "\n" << read.out << read.err);
      CHECK(read.status == 0);
      CHECK(read.out.find("discrepant") == std::string::npos);
    }
}

TEST_CASE("effect reads what effect prints", "[cli]") {
  for (const std::string effect : {"HR 0.91 (95% CI 0.71-1.15), p=0.43", "OR 2.10 (90% CI 1.00-4.41)",
                                   "mean difference -17 (-78.4 to 44.4)"}) {
    const Outcome first = run("effect \"" + effect + "\"");
    const std::string heading = first.out.substr(0, first.out.find('\n'));
    const Outcome again = run("effect \"" + heading + "\"");
    INFO(heading << "\n" << again.err);
    CHECK(again.status == 0);
    CHECK(again.out == first.out);
  }
}

TEST_CASE("every subcommand that writes JSON writes JSON", "[cli]") {
  for (const std::string command : {"calc 8/37 14/42 --published 'RR 0.65 (0.31-1.37), P = .25'",
                                    "calc 0/1 1/1 --test all --ci all",
                                    "table '28,5,4;29,7,6'",
                                    "strata 16/27,5/25 12/28,7/26",
                                    "means 317,122,37 334,155,42",
                                    "means 1,0,1 1,0,1",
                                    "paired 6 16 161",
                                    "proportion 36/154",
                                    "methods",
                                    "methods wilson",
                                    "selftest",
                                    "solve --n 79 --rr 0.65 --ci 0.31,1.37",
                                    "effect 0.91 0.71 1.15 --p .43",
                                    "grim 5.19 28",
                                    "grimmer 4.20 0.45 5 --scale 1-7",
                                    "debit 0.05 0.22 20",
                                    "fragility 15/40 6/40",
                                    "nnt 8/37 14/42",
                                    "design two-proportions 0.50 0.65",
                                    "design logrank --hr 0.625",
                                    "list",
                                    "show cairo6",
                                    "compare cairo6",
                                    "check cairo6 prodige7",
                                    "reproduce cairo6"}) {
    const Outcome written = run(command + " --format json");
    INFO(command << "\n" << written.err);
    CHECK(written.status != 2);
    CHECK(nlohmann::json::accept(written.out));
    CHECK(written.err.empty());
  }
}
