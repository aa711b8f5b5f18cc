// batch as a user runs it: the forms of its lines, what it refuses, its order and its memory of nothing.
#include <nlohmann/json.hpp>
#include <random>

#include "catch.hpp"
#include "cli/process.hpp"

using nlohmann::json;

namespace {

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

/// The answers to lines of which all are good.
std::vector<json> answers(const std::string& input, const std::string& options = "") {
  const Outcome outcome = run("batch " + options, "LC_ALL=C.UTF-8", input);
  INFO(outcome.err << outcome.out);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  return lines_of(outcome.out);
}

/// The answer to one line that is not.
json bad_answer(const std::string& line, const std::string& options = "") {
  const Outcome outcome = run("batch " + options, "LC_ALL=C.UTF-8", line + "\n");
  INFO(line << '\n' << outcome.err << outcome.out);
  CHECK(outcome.status == 1);
  CHECK(outcome.err.empty());
  const std::vector<json> lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].size() == 3);
  return lines[0];
}

void check_error(const std::string& line, const std::string& message, const json& id = nullptr) {
  const json answer = bad_answer(line);
  INFO(line << '\n' << answer);
  CHECK(answer["id"] == id);
  CHECK(answer["line"] == 1);
  CHECK(answer["error"].get<std::string>().find(message) != std::string::npos);
}

std::string random_lines(std::size_t count, int seed) {
  std::mt19937 engine(static_cast<unsigned>(seed));
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const auto n1 = 1 + engine() % 400, n2 = 1 + engine() % 400;
    text += "{\"id\":" + std::to_string(i) + ",\"experimental\":[" + std::to_string(engine() % (n1 + 1)) +
            "," + std::to_string(n1) + "],\"control\":[" + std::to_string(engine() % (n2 + 1)) + "," +
            std::to_string(n2) + "]}\n";
  }
  return text;
}

const std::string cd3 = R"({"id": "cd3", "experimental": [8, 37], "control": [14, 42]})";

}  // namespace

TEST_CASE("batch answers a line with the comparison's object", "[cli][batch]") {
  json whole = json::parse(run("calc 8/37 14/42 --format json").out);
  const json echoed = answers(cd3, "--echo")[0];
  whole["id"] = "cd3";
  CHECK(echoed == whole);
  whole.erase("schema");
  whole.erase("arms");
  CHECK(answers(cd3)[0] == whole);
}

TEST_CASE("batch computes what is asked for, and no more", "[cli][batch]") {
  const json answer = answers(cd3, "--measure rr --ci katz-log --test pearson,fisher --level 90")[0];
  CHECK(answer["level"] == 0.9);
  CHECK(answer["measures"].size() == 1);
  CHECK(answer["measures"]["risk-ratio"]["intervals"].size() == 1);
  REQUIRE(answer["tests"].size() == 2);
  CHECK(answer["tests"][1]["method"] == "fisher");
  CHECK(answers(cd3, "--test fisher --alternative less")[0]["tests"][0]["alternative"] == "less");
}

TEST_CASE("the numbers of batch are those of calc, bit for bit", "[cli][batch]") {
  const std::string input = random_lines(40, 7),
                    options = " --measure all --ci all --test pearson,fisher,wald-log-or";
  std::istringstream lines(input);
  const std::vector<json> found = answers(input, options);
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::string line;
    std::getline(lines, line);
    const json table = json::parse(line);
    const auto arm = [&](const char* role) {
      return std::to_string(table[role][0].get<int>()) + "/" + std::to_string(table[role][1].get<int>());
    };
    const json one = json::parse(
        run("calc " + arm("experimental") + " " + arm("control") + options + " --format json").out);
    INFO(line);
    for (const char* part : {"risks", "measures", "tests"}) CHECK(found[i][part] == one[part]);
  }
}

TEST_CASE("batch reads arms as pairs, as objects and as a comparison has them", "[cli][batch]") {
  const std::string input =
      "{\"id\":1,\"experimental\":[8,37],\"control\":[14,42]}\n"
      "{\"control\":{\"total\":42,\"events\":14},\"experimental\":{\"events\":8,\"total\":37},\"id\":1}\n"
      "{\"id\":1,\"arms\":{\"experimental\":{\"events\":8,\"total\":37,\"name\":\"x\"},\"control\":[14,42]}}"
      "\r\n"
      "\n  \t\n"
      " { \"\\u0069d\" : 1 , \"experimental\" : [ 8 , 37 ] , \"control\" : [ 14,42 ] } ";
  const std::vector<json> found = answers("\xEF\xBB\xBF" + input);
  REQUIRE(found.size() == 4);
  for (const json& answer : found) CHECK(answer == found[0]);
  // What batch wrote, it reads again.
  const std::string echoed = run("batch --echo", "LC_ALL=C", input).out;
  CHECK(run("batch --echo", "LC_ALL=C", echoed).out == echoed);
}

TEST_CASE("batch reads means and tables", "[cli][batch]") {
  const auto found = answers(
      "{\"id\":1,\"means\":[[317,122,37],[334,155,42]]}\n{\"id\":2,\"table\":[[28,5,4],[29,7,6]]}\n" + cd3,
      "--test welch,fisher --ci katz-log");
  REQUIRE(found.size() == 3);
  const json means = json::parse(run("means 317,122,37 334,155,42 --test welch --format json").out);
  CHECK(found[0]["measures"]["mean-difference"] == means["measures"]["mean-difference"]);
  CHECK(found[0]["tests"] == means["tests"]);
  CHECK(found[1]["tests"] ==
        json::parse(run("table '28,5,4;29,7,6' --test fisher --format json").out)["tests"]);
  CHECK(found[2]["tests"].size() == 1);
  CHECK(answers("{\"table\":[[28,5,4],[29,7,6]]}", "--echo")[0]["table"] == json({{28, 5, 4}, {29, 7, 6}}));
}

TEST_CASE("batch gives an id back as it was written, in the order of the input", "[cli][batch]") {
  const std::vector<std::string> ids = {"1",
                                        "-0.10e+05",
                                        "123456789012345678901234567890",
                                        "null",
                                        "true",
                                        "\"\"",
                                        "\"\\u00e9\"",
                                        "\"é\"",
                                        "[1,{\"a\": [ ]}]",
                                        "{ \"b\" : 2 }"};
  std::string input;
  for (const std::string& id : ids)
    input += "{\"id\":" + id + ",\"experimental\":[8,37],\"control\":[14,42]}\n";
  std::istringstream lines(run("batch --measure rr", "LC_ALL=C", input).out);
  for (const std::string& id : ids) {
    std::string line;
    std::getline(lines, line);
    INFO(line);
    CHECK(line.starts_with("{\"id\":" + id + ",\"level\":"));
  }
}

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

TEST_CASE("a published value in the line gets its verdict", "[cli][batch]") {
  const std::string line = R"({"id":1,"experimental":[8,37],"control":[14,42],"published":)";
  // JAMA Surg 2021;156:710, Abstract
  const json answer = answers(line + R"({"rr":"0.65","ci":"0.31-1.37","p":".25"}})")[0];
  const json calc =
      json::parse(run("calc 8/37 14/42 --published 'RR 0.65 (0.31-1.37), P = .25' --format json").out);
  CHECK(answer["findings"] == calc["findings"]);
  CHECK(answer["attribution"] == calc["attribution"]);
  CHECK(answer["findings"].size() == 4);
  CHECK(answers(line + R"("RR 0.65 (0.31-1.37), P = .25"})")[0] == answer);
  const Outcome discrepant = run("batch", "LC_ALL=C", line + R"({"p":".73"}})");
  CHECK(discrepant.status == 1);
  CHECK(lines_of(discrepant.out)[0]["findings"][0]["verdict"] == "discrepant");
  check_error(line + R"({"rr":0.65}})", "a string such as", 1);
  check_error(line + R"({"rr":"0.65","or":"0.5"}})", "one of rr, rd, or", 1);
  check_error(line + R"({"ci":"0.31-1.37"}})", "limits alone", 1);
  check_error(line + R"({"rr":"high"}})", "published", 1);
  check_error(line + R"({"hr":"0.65"}})", "expected the key \"rr\", found \"hr\"", 1);
  check_error(R"({"table":[[1,2],[3,4]],"published":"P = .2"})", "beside two arms with events");
}

TEST_CASE("batch reads CSV by its header or by --columns", "[cli][batch]") {
  const std::vector<std::string> headers = {
      "id,experimental_events,experimental_total,control_events,control_total", "study,ai,n1i,ci,n2i",
      "ID,Event.E,N.E,Event.C,N.C", "id,a,n1,c,n2"};
  const json expected = answers(cd3, "--measure rr")[0];
  for (const std::string& header : headers)
    for (const char* end : {"\n", "\r\n"})
      CHECK(answers(header + end + "cd3,8,37,14,42" + end, "--measure rr --input-format csv")[0] == expected);
  CHECK(answers("x,n2,c,id,n1,a\n,42,14,\"cd3\",37,8\n", "--measure rr --input-format csv")[0] == expected);
  const std::string columns = "--measure rr --input-format csv --columns id,a,n1,c,n2";
  CHECK(answers("cd3,8,37,14,42\n", columns)[0] == expected);
  CHECK(answers("name,ev,tot,ev,tot\ncd3,8,37,14,42\n", columns).size() == 1);
  const json quoted = answers("id,a,n1,c,n2\n\"a \"\"b\"\", c\",8,37,14,42\n", "--input-format csv")[0];
  CHECK(quoted["id"] == "a \"b\", c");
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

TEST_CASE("batch writes CSV, guarded against formulas", "[cli][batch]") {
  const Outcome outcome =
      run("batch --format csv --measure rr --ci katz-log --test fisher --echo", "LC_ALL=C",
          "{\"id\":\"=1+2\",\"experimental\":[8,37],\"control\":[14,42]}\nx\n");
  CHECK(outcome.status == 1);
  CHECK(outcome.out.starts_with("id,quantity,method,estimate,lower,upper,"));
  const json one = json::parse(run("calc 8/37 14/42 --format json").out)["measures"]["risk-ratio"];
  CHECK(outcome.out.find("'=1+2,risk-ratio,katz-log," + one["estimate"].dump()) != std::string::npos);
  CHECK(outcome.out.find("'=1+2,events-control,,14") != std::string::npos);
  CHECK(outcome.out.find(",error,") != std::string::npos);
  CHECK(outcome.out.find("byte 1: expected an object") ==
        std::string::npos);  // what is there is no JSON at all
  CHECK(outcome.out.find("byte 1: expected a JSON value") != std::string::npos);
}

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
  std::system(
      ("(" + program + " 2>'" + errors + "'; echo $? >'" + status + "') | head -n 1 >/dev/null").c_str());
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
