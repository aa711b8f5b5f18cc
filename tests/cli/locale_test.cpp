// The same bytes whatever the locale's numbers, months and letters; where it has no Unicode, only ASCII.
#include <algorithm>

#include "catch.hpp"
#include "cli/process.hpp"

namespace {

const std::string commands[] = {
    "calc 8/37 14/42 --measure all --ci all --test all --explain --style lancet",
    "calc 1234/56789 1/2 --format json --published 'RR 1,234 (0.31-1.37), P = .25'",
    "means 317.25,122.5,37 334,155,42 --format csv",
    "effect 'HR 0·91 (95% CI 0·71 to 1·15), p=0·43'",
    "check prodige7 --format csv",
    "methods --format markdown",
    "show cairo6",
    "calc 8/37 14/42 --measure ııı"};

/// Compiles a locale with a decimal comma from its sources, without root, and looks whether it works.
bool make_locale(const Scratch& folder, const std::string& name, const std::string& environment) {
  const std::string place = (folder / (name + ".UTF-8")).string();
  const std::string make = "localedef -i " + name + " -f UTF-8 '" + place + "' >/dev/null 2>&1";
  const std::string works = "test \"$(env " + environment + " locale decimal_point)\" = ,";
  return std::system((make + " && " + works).c_str()) == 0;
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

TEST_CASE("the same bytes under German, Turkish and no locale", "[cli]") {
  const Scratch folder;
  for (const std::string name : {"de_DE", "tr_TR"}) {
    const std::string environment = "LOCPATH='" + (folder / "").string() + "' LC_ALL=" + name + ".UTF-8";
    INFO("localedef cannot make " << name << "; the package 'locales' has its source");
    REQUIRE(make_locale(folder, name, environment));
    for (const std::string& command : commands) {
      const Outcome plain = run(command), here = run(command, environment);
      INFO(command);
      CHECK(here.status == plain.status);
      CHECK(here.out == plain.out);
      CHECK(here.err == plain.err);
    }
  }
}

TEST_CASE("under C the text is ASCII and what a program reads is the same bytes", "[cli]") {
  for (const std::string& command : commands) {
    const Outcome unicode = run(command), ascii = run(command, "LC_ALL=C");
    INFO(command);
    CHECK(ascii.status == unicode.status);
    CHECK(ascii.err == unicode.err);
    if (command.find("--format") == std::string::npos)
      CHECK(is_ascii(ascii.out));
    else
      CHECK(ascii.out == unicode.out);
  }
}
