// batch as a user runs it: the forms of its lines and of its answers.
#include "cli/batch_lines.hpp"

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

static void check_against_calc(const std::string& input, const std::string& options) {
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

TEST_CASE("the numbers of batch are bit for bit those of calc", "[cli][batch]") {
  check_against_calc(random_lines(40, 7), " --measure all --test pearson,fisher,wald-log-or");
  check_against_calc(random_lines(2, 8), " --measure all --ci all");  // some of them take a second
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
