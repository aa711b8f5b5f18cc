#include "catch.hpp"
#include "cli/process.hpp"

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("plot forest writes SVG to standard output or a file", "[cli]") {
  const Outcome outcome = run("plot forest cairo6");
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(has(outcome.out, "8/37"));
  CHECK(has(outcome.out, "0.65 (0.31 to 1.37)"));
  const Scratch scratch;
  const std::string file = (scratch / "forest.svg").string();
  CHECK(run("plot forest cairo6 -o " + file).out.empty());
  CHECK(text_of(file) == outcome.out);
}

TEST_CASE("plot draws percentages, P values and the flow", "[cli]") {
  for (const auto& [arguments, text] : std::vector<std::pair<std::string, std::string>>{
           {"plot percentages cairo6", "printed 1%, recomputed 2.38%, discrepant"},
           {"plot p-values cairo6 --outcome cd3", "reported .25"},
           {"plot p-values cairo6 --outcome cd3", ".25 \u2713"},
           {"plot p-values cairo6 --outcome cd3 --level 90", ">0.1</text>"},
           {"plot p-values cairo6 --outcome hipec-regimen", "reported .64"},
           {"plot p-values 8/37 14/42 --alternative less", "8/37 v 14/42, less"},
           {"plot p-values 8/37 14/42 --test fisher,boschloo", "of 2 tests."},
           {"plot flow cairo6", "n = 233"},
           {"plot flow prodige7", "n = 133"}}) {
    const Outcome outcome = run(arguments);
    INFO(arguments << ": " << outcome.err);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK(has(outcome.out, text));
  }
}

TEST_CASE("pictures are the same bytes in every locale", "[cli]") {
  CHECK(run("plot forest prodige7").out == run("plot forest prodige7", "LC_ALL=C").out);
  CHECK(run("plot forest prodige7").out == run("plot forest prodige7", "LC_ALL=de_DE.UTF-8").out);
}

TEST_CASE("a forest plot draws one measure and one interval", "[cli]") {
  CHECK(has(run("plot forest cairo6 --measure rd").out, "Risk difference, percentage points"));
  CHECK(has(run("plot forest cairo6 --ci newcombe").out, "95% Newcombe"));
  CHECK(has(run("compare cairo6 --plot --ci koopman --level 90").out, "Risk ratio, 90% Koopman"));
}

TEST_CASE("compare --plot draws the outcomes that two arms have, or those that are asked for", "[cli]") {
  const Outcome all = run("compare prodige7 --plot");
  CHECK(all.status == 0);
  CHECK(has(all.out, "\u25A0"));
  CHECK(has(all.out, "as reported: HR 1.00 (0.63-1.58)"));
  CHECK_FALSE(has(all.out, "Follow-up"));
  const Outcome named = run("compare cairo6 --plot --outcome cd3,age,ostomy", "LC_ALL=C");
  CHECK(has(named.out, "#"));
  CHECK(has(named.out, "a continuous outcome"));
  CHECK(has(named.out, "alone ->"));
  CHECK(has(run("compare cairo6 --plot --outcome cd3").out, "\u2190 favours Perioperative therapy"));
  CHECK(has(run("compare cairo6 --plot --outcome complete-crs").out, "\u2190 favours CRS-HIPEC alone"));
}

TEST_CASE("what a picture cannot be drawn of is refused", "[cli]") {
  for (const auto& [arguments, message] : std::vector<std::pair<std::string, std::string>>{
           {"plot", "expected a kind of picture"},
           {"plot forrest cairo6", "did you mean \"forest\"?"},
           {"plot forest", "expected one trial"},
           {"plot forest cairo6 prodige7", "expected one trial"},
           {"plot forest cario6", "did you mean \"cairo6\"?"},
           {"plot forest cairo6 --outcome readmision", "did you mean \"readmission\"?"},
           {"plot forest cairo6 --measure rr,rd", "one measure"},
           {"plot flow", "expected one trial"},
           {"plot flow cairo6 --outcome cd3", "takes no --outcome"},
           {"plot percentages", "expected one trial"},
           {"plot forest cairo6 --test fisher", "takes no --test"},
           {"plot p-values 8/37 14/42 --measure rr", "takes no --measure"},
           {"compare cairo6 --plot --explain", "is not explained"},
           {"plot p-values cairo6", "a trial and its --outcome"},
           {"plot p-values cairo6 --outcome cd3,ostomy", "expected one --outcome"},
           {"plot p-values cairo6 --outcome os", "has no outcome"},
           {"plot p-values prodige7 --outcome os", "no counts or means"},
           {"plot p-values 8/37 14", "the second argument"},
           {"plot p-values 8/37 14/42 --test fischer", "did you mean \"fisher\"?"},
           {"compare cairo6 --plot --measure nnt", "rr, rd or or"},
           {"compare cairo6 --plot --ci all", "one interval"},
           {"compare cairo6 --plot --format json", "draws text"}}) {
    const Outcome outcome = run(arguments);
    INFO(arguments << ": " << outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(has(outcome.err, message));
  }
}
