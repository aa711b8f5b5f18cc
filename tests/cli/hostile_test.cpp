// Command lines and files of somebody who means harm: each ends within seconds, in little memory, with a
// result or with one clear message and exit status 2.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/errors.hpp"
#include "cli/process.hpp"
#include "cli/program.hpp"

namespace {

#ifdef TRIALCALC_SANITIZED
constexpr bool limits_memory = false;  // the sanitizer itself reserves terabytes
#else
constexpr bool limits_memory = true;
#endif

constexpr int longest = 60;  ///< seconds; what takes a second alone, on a busy machine with sanitizers

/// Ended by the watch after `longest` seconds (status 124), and within 512 MiB.
Outcome run_limited(const std::string& arguments, const std::string& input = "") {
  const std::string limits = limits_memory ? " prlimit --as=536870912" : "";
  return run(arguments, "LC_ALL=C.UTF-8 timeout " + std::to_string(longest) + limits, input);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

bool is_printable(const std::string& text) {
  return text.find('\x1b') == std::string::npos && text.find("\u202e") == std::string::npos &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == '\x7f';
         });
}

void check_answers(const std::string& arguments) {
  const Outcome found = run_limited(arguments);
  INFO(arguments.substr(0, 200) << "\n" << found.err.substr(0, 200));
  CHECK((found.status == 0 || found.status == 1));
  CHECK(!found.out.empty());
  CHECK(found.err.empty());
  CHECK(found.out.find("nan") == std::string::npos);
}

void check_refused(const std::string& arguments, const std::string& input = "") {
  const Outcome found = run_limited(arguments, input);
  INFO(arguments.substr(0, 200) << "\n" << found.err.substr(0, 500));
  CHECK(found.status == 2);
  CHECK(found.out.empty());
  CHECK(!found.err.empty());
  CHECK(found.err.size() < 20'000);
  CHECK(is_printable(found.err));
}

const std::string most = "1000000000";

}  // namespace

TEST_CASE("arguments that are no arguments are refused", "[cli]") {
  const std::string long_word(100'000, 'x'), digits(400, '9');
  for (const std::string& arguments :
       std::vector<std::string>{"calc " + long_word + " 1/2",
                                "calc " + digits + "/" + digits + " 1/2",
                                "calc '' ''",
                                "''",
                                "calc 1/2 1/2 --digits 999",
                                "calc 1/2 1/2 --digits ''",
                                "calc $'\\xff\\xfe' 1/2",
                                "calc 1/2 1/2 --level 95 --level 90",
                                "calc 1/2 1/2 --format json --format csv",
                                "calc 1/2 1/2 --level 1e-300",
                                "calc 1/2 1/2 --level 99." + std::string(400, '9'),
                                "calc 1/2 1/2 --level 0." + std::string(400, '0') + "1",
                                "calc 1/2 1/2 --published " + long_word,
                                "calc 1/2 1/2 --test ''",
                                "calc 1/2 1/2 --" + long_word,
                                "--" + long_word,
                                long_word,
                                "methods " + long_word,
                                "compare " + long_word,
                                "compare cairo6 --outcome " + long_word,
                                "show $'\\u202e\\x1b[31m'",
                                "compare ../../etc/passwd",
                                "calc" + repeated(" 1/2", 10'000),
                                "effect '" + repeated("HR 0.91 (0.71-1.15) ", 3000) + "'",
                                "means 1e300,1,2 1,1,2",
                                "means " + digits + ",1,2 1,1,2",
                                "strata" + repeated(" 1/2,1/3", 10'001),
                                "table '0,0;0,0'",
                                "table '" + most + "," + most + ";1,1'",
                                "grim 5.19 0",
                                "grim 5.19 1" + most,
                                "grim 5.19 28 --items " + most,
                                "fragility 15/40 6/40 --lost " + most,
                                "solve --n 79 --rr .65 --max-tables 99999999999999999999",
                                "solve --n 79 --rr .65 --max-seconds 1e300",
                                "calc 1/2 1/2 --output /nowhere/at/all",
                                "validate ''",
                                "check /"})
    check_refused(arguments);
}

TEST_CASE("a table of a million cells is refused", "[cli]") {
  const std::string row = repeated("1,", 999) + "1", table = repeated(row + ";", 999) + row;
  CHECK_THROWS_AS(trialcalc::cli::parse({"table", table}), trialcalc::cli::UsageError);
}

TEST_CASE("extreme numbers have a result within seconds", "[cli]") {
  const std::string all = " --measure all --ci all --test all";
  for (const std::string& arguments : std::vector<std::string>{
           "calc 0/" + most + " 0/" + most + all,
           "calc " + most + "/" + most + " 0/" + most + all,
           "calc 500000000/" + most + " 500000001/" + most + all,
           "calc 1/" + most + " 0/1 --explain" + all,
           "calc 8/37 14/42 --level 99.99999999999999 --ci all",
           "calc 8/37 14/42 --level 99.9999999999",
           "calc 8/37 14/42 --margin rr=1e-300,1e300",
           "calc 8/37 14/42 --berger-boos 1e-300 --test all",
           "proportion 1/" + most + " --ci all --level 99.9999999999",
           "means 0,0,2 0,0,2",
           "means 1,0,37 2,0,42 --ci all --test all",
           "means 5e-324,5e-324,2 0,5e-324,2 --ci all",
           "means 1e100,1e100,1000000000 -1e100,1e-300,2 --ci all --test all",
           "means 1,1," + most + " 2,1," + most + " --ci all --test all",
           "paired 500000000 500000000 " + most + " --ci all --test all",
           "paired 0 0 1 --ci all --test all",
           "strata" + repeated(" 16/27,5/25", 5000) + " --ci all --test all",
           "grim 5.19 " + most,
           "grimmer 5.191919 2.471717 " + most,
           "grimmer 999999999999999 999999999999999 1000000000",
           "grimmer 3.44 0.00 1000",
           "debit 0.05 0.21 " + most,
           "fragility 500000000/" + most + " 400000000/" + most,
           "fragility 15/40 6/40 --alpha 1e-300",
           "nnt 1/" + most + " 2/" + most,
           "nnt --hr 1e300 --baseline 1e-300",
           "nnt 1e-320 1",
           "design two-proportions 0.5 0.5000000001",
           "design two-proportions 1e-300 1e-299",
           "design two-proportions 0.5 0.65 --power 0.999999999999999",
           "design two-proportions 0.5 0.65 --ratio 1e300",
           "design logrank --hr 1.0000000001",
           "design logrank --medians 1e-300,1e300 --accrual 1e300 --follow-up 1e-300",
           "design stopping-rule 0.5 0.5 --n 2000,2000 --below 0.5 --difference-above 0.1",
           "solve --n " + most + " --rr 0.65 --max-seconds 0.5",
           "solve --n 5000 --p .50 --test boschloo --max-seconds 0.5",
           "solve --arms 1000000000,1000000000 --percent 50,50",
           "effect .000000000000001 .000000000000001 .000000000000002 --allocation 1e-300:1e300",
           "effect 0.91 0.91 0.91",
           "effect 999999999999999 1 999999999999999 --measure md"})
    check_answers(arguments);
}

TEST_CASE("input without end is refused once it is too long", "[cli]") {
  check_refused("validate /dev/zero");
  check_refused("check /dev/zero");
  const Scratch folder;
  const std::string pipe = (folder / "pipe.json").string();
  REQUIRE(std::system(
              ("mkfifo '" + pipe + "' && (timeout 120 sh -c \"yes '[' >'" + pipe + "'\" >/dev/null 2>&1 &)")
                  .c_str()) == 0);
  check_refused("check '" + pipe + "'");
}

TEST_CASE("a file of nothing but brackets, digits or text is refused", "[cli]") {
  for (const std::string& input : std::vector<std::string>{
           std::string(100'000, '['), repeated("{\"a\":", 20'000), std::string(100'000, '9'),
           "0." + std::string(100'000, '9'), "[" + repeated("0,", 1'000'000) + "0]",
           "[" + repeated("[],", 1'000'000) + "0]", "[" + repeated("{},", 1'000'000) + "0]",
           "\"" + std::string(1'000'000, 'a') + "\"", "{\"id\": \"" + std::string(1'000'000, 'a') + "\"}",
           "{\"outcomes\": [" + repeated("{},", 30'000) + "{}]}",
           "{\"id\": \"../../etc/passwd\", \"name\": \"\\u001b[31m\\u202e\"}",
           "{\"../\\u001b[31m\\u202e\": 1}"})
    check_refused("validate -", input);
}
