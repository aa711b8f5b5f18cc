// batch as a filter: threads, files, pipes, other programs.
#include "cli/batch_lines.hpp"

TEST_CASE("the output is the same whatever the number of threads", "[cli][batch]") {
  std::string input = random_lines(20'000, 3);
  input.insert(input.size() / 2, "\nbad line\n");
  const Outcome one = run("batch --test pearson,fisher --threads 1", "LC_ALL=C", input);
  CHECK(one.status == 1);
  for (const char* threads : {"2", "3", "8"}) {
    const Outcome several =
        run("batch --test pearson,fisher --threads " + std::string(threads), "LC_ALL=C", input);
    CHECK(several.status == 1);
    CHECK(several.out == one.out);
  }
}

TEST_CASE("batch reads files and standard input, one after another", "[cli][batch]") {
  const Scratch scratch;
  const std::string first = (scratch / "first").string(), second = (scratch / "second").string();
  std::ofstream(first) << "\xEF\xBB\xBF" << cd3;  // without a line break at its end
  std::ofstream(second) << "bad\n";
  const Outcome outcome =
      run("batch '" + first + "' - '" + second + "'", "LC_ALL=C", cd3 + "\n" + cd3 + "\n");
  CHECK(outcome.status == 1);
  const std::vector<json> lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 4);
  CHECK(lines[3]["line"] == 1);
  const Outcome missing = run("batch '" + first + "' nowhere.ndjson");
  CHECK(missing.status == 2);
  CHECK(missing.err.find("nowhere.ndjson: cannot be read") != std::string::npos);
  CHECK(run("batch", "LC_ALL=C", "").status == 0);
}

TEST_CASE("a full disk and a closed pipe end a batch with a message", "[cli][batch]") {
  const Scratch scratch;
  const std::string input = (scratch / "in").string(), errors = (scratch / "errors").string();
  std::ofstream(input) << random_lines(20'000, 5);
  const std::string program = "'" + trialcalc::tests::program_path() + "' batch '" + input + "'";
  if (std::filesystem::exists("/dev/full")) {
    CHECK(WEXITSTATUS(std::system((program + " >/dev/full 2>'" + errors + "'").c_str())) == 2);
    CHECK(text_of(errors).find("cannot write standard output: No space left") != std::string::npos);
  }
  const std::string status = (scratch / "status").string();
  const std::string piped =
      "(" + program + " 2>'" + errors + "'; echo $? >'" + status + "') | head -n 1 >/dev/null";
  CHECK(std::system(piped.c_str()) == 0);
  CHECK(text_of(status) == "2\n");
  CHECK(text_of(errors).find("cannot write standard output: Broken pipe") != std::string::npos);
}

TEST_CASE("a batch's file takes its place only when all is written", "[cli][batch]") {
  const Scratch scratch;
  const std::string file = (scratch / "out").string();
  std::ofstream(file) << "before";
  CHECK(run("batch nowhere --output '" + file + "'").status == 2);
  CHECK(text_of(file) == "before");
  CHECK(run("batch --output '" + file + "'", "LC_ALL=C", cd3).status == 0);
  CHECK(text_of(file) == run("batch", "LC_ALL=C", cd3).out);
}

TEST_CASE("GNU parallel carries a batch: its answers are those of one process", "[cli][batch]") {
  if (std::system("command -v parallel >/dev/null") != 0) {
    WARN("GNU parallel is not installed: not tested");
    return;
  }
  const Scratch scratch;
  const std::string input = (scratch / "in").string(), output = (scratch / "out").string();
  std::ofstream(input) << random_lines(5'000, 11);
  const std::string program = "'" + trialcalc::tests::program_path() + "' batch";
  const std::string several =
      "parallel --will-cite --pipe --block 50k " + program + " < '" + input + "' 2>/dev/null";
  REQUIRE(std::system((several + " | sort > '" + output + ".parallel'").c_str()) == 0);
  REQUIRE(std::system((program + " < '" + input + "' | sort > '" + output + ".one'").c_str()) == 0);
  CHECK(text_of(output + ".one") == text_of(output + ".parallel"));
  CHECK_FALSE(text_of(output + ".one").empty());
}
