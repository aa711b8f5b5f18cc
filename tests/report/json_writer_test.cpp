// JsonWriter against an independent reader: strings and numbers of any length, also where a piece of text is
// full.
#include "report/json_writer.hpp"

#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "catch.hpp"

using nlohmann::json;
using trialcalc::report::JsonLayout;
using trialcalc::report::JsonWriter;

TEST_CASE("what JsonWriter writes, another reader reads", "[report]") {
  std::mt19937 engine(1);
  const std::vector<std::string> letters = {"a",    "\"",   "\\", "\n", "\t", "\x01",
                                            "\x1f", "\x7f", "é",  "≥",  "𝛼",  " "};
  for (std::size_t length = 1000; length < 1050; ++length) {
    std::string text(length, 'x');
    for (int i = 0; i < 40; ++i) text += letters[engine() % letters.size()];
    const json expected = {
        {"first", {1, text}}, {text, {{"n", 1.5}, {"empty", json::array()}}}, {"last", nullptr}};
    for (const JsonLayout layout : {JsonLayout::compact, JsonLayout::pretty}) {
      std::string out = "before ";
      JsonWriter writer(out, layout);
      writer.begin_object().key("first").begin_array().value(1).value(text).end_array();
      writer.key(text).begin_object().member("n", 1.5).key("empty").begin_array().end_array().end_object();
      writer.key("last").null().end_object();
      REQUIRE(out.starts_with("before "));
      CHECK(json::parse(out.substr(7)) == expected);
    }
  }
}

TEST_CASE("JsonWriter's numbers read back the same", "[report]") {
  std::mt19937_64 engine(2);
  for (int i = 0; i < 2000; ++i) {
    double number = 0;
    const std::uint64_t bits = engine();
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isfinite(number)) continue;
    std::string out;
    JsonWriter(out, JsonLayout::compact).value(number);
    CHECK(json::parse(out).get<double>() == number);
  }
  std::string out;
  JsonWriter(out, JsonLayout::compact)
      .begin_array()
      .value(-0.0)
      .value(std::numeric_limits<double>::infinity())
      .value(-std::numeric_limits<double>::infinity())
      .value(std::numeric_limits<double>::quiet_NaN())
      .value(std::numeric_limits<std::int64_t>::min())
      .end_array();
  CHECK(out == "[0,\"inf\",\"-inf\",null,-9223372036854775808]");
}
