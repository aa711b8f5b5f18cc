// What batch refuses: the line, or the whole run, with what was expected and found.
#include "cli/batch_lines.hpp"

TEST_CASE("a bad line is answered in its place, and the rest goes on", "[cli][batch]") {
  const Outcome outcome =
      run("batch --measure rr", "LC_ALL=C", cd3 + "\n\n{\"id\":7,\"control\":[1,2]}\nnonsense\n" + cd3);
  CHECK(outcome.status == 1);
  const std::vector<json> lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == lines[3]);
  CHECK(lines[1]["id"] == 7);
  CHECK(lines[1]["line"] == 3);
  CHECK(lines[2]["id"].is_null());
  CHECK(lines[2]["line"] == 4);
}

TEST_CASE("batch says where a line is bad, what was expected and what is there", "[cli][batch]") {
  const auto arms = [](const std::string& experimental) {
    return "{\"experimental\":" + experimental + ",\"control\":[14,42],\"id\":5}";
  };
  check_error(arms("[8.5,37]"), "byte 18 (experimental): expected a whole number of patients, found 8.5", 5);
  for (const char* bad :
       {"[-1,37]", "[8.0,37]", "[8e0,37]", "[\"8\",37]", "[null,37]", "[true,37]", "8", "\"8/37\""})
    check_error(arms(bad), "expected", 5);
  check_error(arms("[38,37]"), "at most as many events as patients, found 38 of 37", 5);
  check_error(arms("[0,0]"), "a total of at least 1, found 0", 5);
  check_error(arms("[1,1000000001]"), "at most 1000000000 patients", 5);
  check_error(arms("[1,99999999999999999999999999]"), "at most 1000000000 patients", 5);
  check_error(arms("[8]"), "two numbers, [events, total], found 1", 5);
  check_error(arms("[8,37,1]"), "two numbers, [events, total], found more", 5);
  check_error(arms("{\"events\":8}"), "\"total\"", 5);
  check_error(arms("{\"events\":8,\"total\":37,\"evnts\":1}"), "expected the key \"events\", found \"evnts\"",
              5);
  check_error(arms("{\"events\":8,\"events\":8,\"total\":37}"), "each key once, found \"events\" again");
  check_error(arms("[08,37]"), "leading zeros");
  check_error("{\"id\":1,\"experimental\":[1,2],\"contrl\":[1,2]}",
              "expected the key \"control\", found \"contrl\"", 1);
  check_error("{\"id\":1,\"id\":2,\"experimental\":[1,2],\"control\":[1,2]}", "\"id\" again", 1);
  check_error("{\"id\":{\"a\":1,\"a\":2},\"experimental\":[1,2],\"control\":[1,2]}", "\"a\" again");
  check_error("{\"id\":1}", "\"experimental\" and \"control\"", 1);
  check_error("{\"id\":1,\"experimental\":[1,2]}", "\"control\"", 1);
  check_error("{\"id\":1,\"experimental\":[1,2],\"control\":[1,2],\"means\":[[1,1,3],[2,1,3]]}",
              "two of them", 1);
  check_error("[]", "an object, found an array");
  check_error("17", "an object, found 17");
}

TEST_CASE("batch refuses what is no JSON, and goes on", "[cli][batch]") {
  const std::string good = "{\"id\":1,\"experimental\":[1,2],\"control\":[1,2]}";
  for (std::size_t length = 1; length < good.size(); ++length)
    check_error(good.substr(0, length), "expected", length >= 7 ? json(1) : json(nullptr));
  check_error(good + " x", "the end of the line, found \"x\"", 1);
  check_error(good + good, "the end of the line", 1);
  check_error("{\"id\":\"\xff\"}", "byte 8 (id): expected UTF-8, found \"\\xFF\"");
  check_error("{\"id\":\"\xed\xa0\x80\"}", "UTF-8");
  check_error(std::string("{\"id\":\"\0\"}", 10), "control characters as \\u escapes");
  check_error(std::string("\0{}", 3), "expected");
  check_error("{\"id\":\"\\ud800\"}", "surrogate");
  check_error("{\"id\":\"\\x\"}", "escapes");
  check_error("{'id':1}", "a key in quotation marks");
  check_error("{\"id\":NaN}", "a JSON value");
  check_error("{\"id\":1,}", "a key in quotation marks", 1);
  check_error("{\"id\":" + std::string(100'000, '[') + "}", "at most 32 nested brackets");
}

TEST_CASE("a line that is too long is refused without being kept", "[cli][batch]") {
  const std::string input = "{\"id\":3,\"x\":\"" + std::string(3 << 20, 'x') + "\"}\n" + cd3 + "\n";
  const Outcome outcome = run("batch --measure rr --threads 2", "LC_ALL=C", input);
  CHECK(outcome.status == 1);
  const std::vector<json> lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == json({{"id", 3}, {"line", 1}, {"error", "expected at most 1048576 bytes, found more"}}));
  CHECK(lines[1]["id"] == "cd3");
}

TEST_CASE("bad means and tables are refused", "[cli][batch]") {
  check_error("{\"means\":[[1,2,3]]}", "two arms");
  check_error("{\"means\":[[1,2],[1,2,3]]}", "[mean, SD, n], found 2");
  check_error("{\"means\":[[1,-2,3],[1,2,3]]}", "an SD from 0 to 1e100");
  check_error("{\"means\":[[1e101,2,3],[1,2,3]]}", "a mean from -1e100 to 1e100");
  check_error("{\"means\":[[1e999,2,3],[1,2,3]]}", "within the range of a double");
  check_error("{\"means\":[[1,2,0],[1,2,3]]}", "at least 1 patient");
  check_error("{\"table\":[[1,2],[3]]}", "rows of equal length");
  check_error("{\"table\":[[1],[3]]}", "at least two rows and two columns, found 2 x 1");
  check_error("{\"table\":[[0,0],[0,0]]}", "somebody in the table");
  check_error("{\"table\":[[1000000000,0],[0,1]]}", "at most 1000000000 patients in the table");
}

TEST_CASE("batch refuses bad CSV", "[cli][batch]") {
  const Outcome outcome =
      run("batch --input-format csv --measure rr", "LC_ALL=C",
          "id,a,n1,c,n2\n1,8,37,14,42\n2,8,37,14\n3,38,37,14,42\n4,8.5,37,14,42\n\"5,8,37\n\n6,0,0,1,2\n");
  CHECK(outcome.status == 1);
  const std::vector<json> lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 6);
  CHECK(lines[1] == json({{"id", "2"}, {"line", 3}, {"error", "expected 5 columns, found 4"}}));
  CHECK(lines[2]["error"] == "experimental: expected at most as many events as patients, found 38 of 37");
  CHECK(lines[3]["error"] == "column 2 (a): expected a whole number of patients, found \"8.5\"");
  CHECK(lines[4]["line"] == 6);
  CHECK(lines[5]["line"] == 8);
  const Outcome header = run("batch --input-format csv", "LC_ALL=C", "id,a,n1,c\n1,2,3,4\n");
  CHECK(header.status == 2);
  CHECK(header.err.find("expected a column control_total or n2, n2i, n_c, found none") != std::string::npos);
  CHECK(run("batch --columns a,n1,c,n2").status == 2);
}

TEST_CASE("batch refuses bad options", "[cli][batch]") {
  for (const auto& [options, message] :
       {std::pair("--threads 0", "--threads: expected a whole number from 1 to 1024"),
        {"--test fishr", "did you mean \"fisher\""},
        {"--test wlch", "did you mean \"welch\""},
        {"--ci katzlog", "did you mean \"katz-log\""},
        {"--input-format cvs", "did you mean \"csv\""},
        {"--format text", "batch does not write text; it writes ndjson, csv"},
        {"--input-format csv --columns a,b", "--columns: expected a column"}}) {
    const Outcome outcome = run("batch " + std::string(options));
    INFO(options << '\n' << outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.err.find(message) != std::string::npos);
  }
}
