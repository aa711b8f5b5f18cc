// The lines of a batch as the library reads them; the forms and refusals as a user meets them are in
// cli/batch_test.
#include <nlohmann/json.hpp>
#include <random>

#include "catch.hpp"
#include "trialcalc/batch.hpp"

using namespace trialcalc;

namespace {

/// The message; empty: the line was read.
std::string error_of(const std::string& text) {
  BatchLine line;
  try {
    read_json_line(text, line);
  } catch (const BadLine& bad) {
    return bad.what();
  }
  return {};
}

std::string with_id(const std::string& id) {
  return "{\"id\":" + id + ",\"experimental\":[1,2],\"control\":[3,4]}";
}

}  // namespace

TEST_CASE("a line fills what another left", "[trial][batch]") {
  BatchLine line;
  read_json_line(R"({"id":"a","table":[[1,2],[3,4]]})", line);
  CHECK(std::get<CountTable>(line.data).cells == std::vector<std::int64_t>{1, 2, 3, 4});
  read_json_line(
      R"({"control":[3,4],"experimental":[1,2],"published":{"p":"<.001","rr":"0.67","level":"90","ci":"0.1-2"}})",
      line);
  CHECK(line.id.empty());
  CHECK(std::get<TwoByTwo>(line.data) == TwoByTwo{{1, 2}, {3, 4}});
  CHECK(line.published == "RR 0.67 (90% CI 0.1-2), P = <.001");
  read_json_line(R"({"means":[[-1.5,2e0,3],[0,0.0,5]],"id":2})", line);
  CHECK(std::get<TwoMeans>(line.data).experimental.mean == -1.5);
  CHECK(std::get<TwoMeans>(line.data).control.n == 5);
  CHECK(line.published.empty());
}

TEST_CASE("an id is any JSON value and nothing else: RFC 8259", "[trial][batch]") {
  for (const char* good : {"0", "-0", "1.25e-7", "1E+2", "\"\\u0000\\ud83d\\ude00\\/\"", "[]", "{}",
                           "[[[1]],{\"a\":{}}]", "true", "false", "null", "\"\x7f\"", "\"\xf0\x9f\x98\x80\""})
    CHECK(error_of(with_id(good)).empty());
  for (const char* bad : {"01",
                          "1.",
                          ".5",
                          "+1",
                          "1e",
                          "1e+",
                          "0x1",
                          "-",
                          "--1",
                          "1 2",
                          "Infinity",
                          "tru",
                          "True",
                          "'a'",
                          "\"a",
                          "\"\t\"",
                          "\"\\u12\"",
                          "\"\\u12G4\"",
                          "\"\\ud800x\"",
                          "\"\\udc00\"",
                          "\"\\a\"",
                          "[1,]",
                          "[,1]",
                          "[1",
                          "{\"a\"}",
                          "{\"a\":}",
                          "{a:1}",
                          "{\"a\":1,}",
                          "\"\xc0\xaf\"",
                          "\"\xe0\x80\x80\"",
                          "\"\xf5\x80\x80\x80\"",
                          "\"\x80\"",
                          ""}) {
    INFO(bad);
    CHECK_FALSE(error_of(with_id(bad)).empty());
  }
}

TEST_CASE("ids are accepted as another reader accepts them, over random bytes", "[trial][batch]") {
  std::mt19937 engine(3);
  const std::string alphabet = "[]{}\",:0123.eE+-\\ntrufalsd \xc3\xa9";
  for (int i = 0; i < 20'000; ++i) {
    std::string id;
    for (auto length = 1 + engine() % 6; length > 0; --length) id += alphabet[engine() % alphabet.size()];
    const std::string line = with_id(id);
    const nlohmann::json read = nlohmann::json::parse(line, nullptr, false);
    const bool same_keys = read.is_object() && read.size() == 3;
    INFO(line);
    if (error_of(line).empty()) CHECK(same_keys);
    if (!same_keys) CHECK_FALSE(error_of(line).empty());
  }
}

TEST_CASE("brackets are nested so deep and no deeper", "[trial][batch]") {
  CHECK(error_of(with_id(std::string(32, '[') + std::string(32, ']'))).empty());
  CHECK(error_of(with_id(std::string(40, '[') + std::string(40, ']'))).find("nested brackets") !=
        std::string::npos);
}

TEST_CASE("CSV cells are read as RFC 4180 has them", "[trial][batch]") {
  const CsvColumns columns("a, N1 ,\"c\",n2,id,published");
  BatchLine line;
  columns.read("1, 2 ,\"3\",4,\"x, \"\"y\"\"\",\"RR 0.5, P = .3\"", line);
  CHECK(std::get<TwoByTwo>(line.data) == TwoByTwo{{1, 2}, {3, 4}});
  CHECK(line.id == "x, \"y\"");
  CHECK_FALSE(line.id_is_json);
  CHECK(line.published == "RR 0.5, P = .3");
  for (const char* bad : {"1,2,3", "1,2,3,4,x,y,z", "\"1\"x,2,3,4,x,y", "1,2,3,\"4,x,y", "-1,2,3,4,x,y",
                          "1,2,3,4,\xff,y", "1,2,,4,x,y", "3,2,3,4,x,y", "1,2,3,4000000000,x,y"})
    CHECK_THROWS_AS(columns.read(bad, line), BadLine);
  CHECK_THROWS_AS(CsvColumns("a,n1,c,n2,ai"), BadLine);
  CHECK_THROWS_AS(CsvColumns("a,n1,c,n2,n2"), BadLine);
  CHECK_THROWS_AS(CsvColumns("a,n1,c"), BadLine);
}
