// The categories of JSONTestSuite (Seriot, "Parsing JSON is a minefield", 2016), rewritten: y_ must be
// accepted, n_ refused as RFC 8259 says; of the i_ (left to the implementation) we refuse what is not
// well-formed Unicode.
#include <string>
#include <vector>

#include "catch.hpp"
#include "trial/json_node.hpp"

using trialcalc::ReadError;
using trialcalc::json::Node;
using trialcalc::json::Type;

namespace {

using namespace std::string_literals;

const std::vector<std::string> accepted = {
    "[]",
    "{}",
    " [] ",
    "[\n]",
    "\t{\r\n}",
    "0",
    "-0",
    "[-0]",
    "1",
    "-1",
    "[123]",
    "[1.5]",
    "[-1.5]",
    "[1e3]",
    "[1E3]",
    "[1e+3]",
    "[1E-3]",
    "[0e1]",
    "[0e+1]",
    "[123.456e78]",
    "[-123123123123123123123123123123]",
    "[100000000000000000000]",
    "[1e-400]",
    "true",
    "false",
    "null",
    "[true, false, null]",
    "\"\"",
    "\"a\"",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "[\"\\u0060\\u012a\\u12AB\"]",
    "[\"\\uD801\\udc37\"]",
    "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
    "[\"\\u0000\"]",
    "[\"\\uFFFF\"]",
    "[\"\\uDBFF\\uDFFF\"]",
    "[\"\xE2\x80\xA8\xE2\x80\xA9\"]",
    "[\"\x7F\"]",
    "[\"é€𝄞\"]",
    "[\"\xEF\xBF\xBF\"]",
    "[\"a/*b*/c\"]",
    "[[]   ]",
    "[\"\"]",
    "[1,null,null,2]",
    "{\"a\":[]}",
    "{\"\":0}",
    "{\"a\":\"b\",\"c\":\"d\"}",
    "{\"foo\\u0000bar\": 42}",
    "{\"min\": -1.0e+28, \"max\": 1.0e+28}",
    "{\"a\": {\"a\": 1}, \"b\": {\"a\": 1}}",
    "[1]\n",
    "[\"\\u005C\\u0022\"]",
    "[\"new\\u000Aline\"]",
    "[null, 1, \"1\", {}]",
    "[1\n]",
    "[ 4]",
    "[2] ",
    "[20e1]",
    "-0.1",
    "42",
    "[-0.000000000000000000000000000000000000000000000000000000000001]",
    "[123.456e-789]",
    "[123e-10000000]",
    "[-237462374673276894279832749832423479823246327846]",
    "[\"\\\\u0000\"]",
    "[\"\\\\a\"]",
    "[\"\\\\n\"]",
    "[\"\\u0012\"]",
    "[\"\\u00A0\\u200B\\u2064\\uFDD0\\uFFFE\"]",
    "[\"\\uDBFF\\uDFFE\\uD83F\\uDFFE\"]",
    "[\"\xF4\x8F\xBF\xBF\"]",
    "[\"\xF0\x9B\xBF\xBF\"]",
    "[\"π\"]",
    "\" \"",
    "{\"a\":\n[\t]\r\n}",
    "{\"x\":[{\"id\": \"" + std::string(2000, 'x') + "\"}]}"};

const std::vector<std::string> refused = {
    // Structure
    "", " ", "[", "]", "{", "}", "[1", "[1,", "[,1]", "[1,,2]", "[1,]", "[,]", "[1 2]", "[1:2]", "[\"a\":1]",
    "[]]", "[][]", "1 2", "{}}", "{}#", "{}//", "{\"a\":1}/**/", "/**/{}", "{\"a\":/*x*/1}", "[1]x", "[1]\0"s,
    "1\0"s, "[1\0]"s, "\0"s, "<null>", "[<null>]", "*", "&", "[\x0c]", "[\x0b\"a\"]", "\xE2\x81\xA0[]",
    "\xC2\xA0[]", "[\xEF\xBC\x91]",
    // Objects
    "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{,}",
    "{:1}", "{1:1}", "{a:1}", "{'a':1}", "{\"a\"::1}", "{null:null}", "{[:\"x\"}", "{\"a\":1",
    "{\"a\":", "{\"a", "{\"a\",1}", "{\"x\", null}", "{\"a\":1\"b\":2}", "{\"a\":true]", "[}",
    // Numbers
    "+1", "[+1]", "-", "[-]", "[- 1]", "[--1]", "[01]", "[-01]", "[00]", "[012]", "[-012]", "[1.]", "[.1]",
    "[-.1]", "[1.e1]", "[0.e1]", "[1e]", "[1e+]", "[1E-]", "[0e]", "[0E+]", "[1.0e]", "[1.0e-]", "[1eE2]",
    "[1e+-2]", "[1+2]", "[0x1]", "[0x42]", "[1a]", "[1_000]", "[1 000]", "[1,000.]", "[Infinity]",
    "[-Infinity]", "[NaN]", "[-NaN]", "[Inf]", "[nan]", "[1.2.3]", "[.2e-3]", "[2.e+3]", "[0.1.2]", "[1e1.5]",
    "[1e400]", "[-1e400]", "[\xEF\xBC\x91]", "[0e-+1]", "[++1234]", "[-foo]", "[1ea]", "[-1x]", "[2.]",
    // Literals
    "[True]", "TRUE", "[tru]", "[truth]", "[nul]", "[nulll]", "[fals]", "[falsee]", "undefined", "None",
    "True",
    // Strings
    "\"", "[\"", "[\"a", "[\"a]", "['a']", "'a'", "[`a`]", "[a]", "[\"\\a\"]", "[\"\\x00\"]", "[\"\\\"]",
    "[\"\\", "[\"\\u\"]", "[\"\\u1\"]", "[\"\\u12\"]", "[\"\\u123\"]", "[\"\\u00A\"]", "[\"\\uqqqq\"]",
    "[\"\\U0041\"]", "[\"\\\\\\\"]", "[\"\\'\"]", "[\"\\ \"]", "[\"\\0\"]", "[\"a\nb\"]", "[\"a\tb\"]",
    "[\"a\0b\"]"s, "[\"\x1f\"]", "[\"\x1b[31m\"]", "[\"a\"b]", "[\\n]", "[\\u0020\"a\"]", "[\"\\🌀\"]",
    "\"a\" \"b\"", "[\"a\"\"b\"]", "[\"\\u{41}\"]",
    // More of the same kinds
    "[1 true]", "[a\xE5]", "[\"\"],", "[\"x\",,]", "[\"x\"]]", "[\"\",]", "[\"x\"", "[x", "[3[4]]", "[\xFF]",
    "[1;2]", "[   , \"\"]", "[\"a\",\n4\n,1,", "[1,,]", "[\"\x0b\x0c\"]", "[*]", "[{}", "[fals", "123\0"s,
    "[+Inf]", "[-1.0.]", "[.-1]", "[0.3e]", "[0.3e+]", "[1.0e+]", "[2.e-3]", "[9.e+]", "[-123.123foo]",
    "[123\xE5]", "[1e1\xE5]", "[0\xE5]", "[1e\xE5]", "[1.2a-3]", "[1.8011670033376514H-308]", "[-1e+9999]",
    "[1.5e+9999]", "[0.4e00669999999999999999999999999999999999999999]", "[\"x\", truth]", "{[: \"x\"}",
    "{🇨🇭}", "{\"a\":\"a\" 123}", "{\"\xB9\":\"0\",}", "{\"a\" b}", "{\"a\" \"b\"}", "{9999E9999:1}",
    "{null:null,null:null}", "{\"id\":0,,,,,}", "{\"a\":\"b\"}/**//", "{\"a\":\"b\"}/",
    "{\"a\":\"b\",,\"c\":\"d\"}", "{a: \"b\"}", "{\"a\":\"a", "{ \"x\" : \"x\", \"y\" }", "[\"\\uD800\\\"]",
    "[\"\\u1x\"]", "[é]", "[\"\\\t\"]", "[\"\\uD834\\uDd\"]", "[\"\\uD800\\uD800\\x\"]", "[\"\\\xE5\"]",
    "abc", "\"\"x", "<.>", "a\xC3\xA5", "\xC3\xA5", "1]", "{\"x\": true,", "2@", "['", "[{", "{]", "{,", "{[",
    "{'a'", "[\"\\{[\"\\{", "{\"asd\":\"asd\"", "[ false, nul", "[ true, fals", "[\x0c]",
    "{\"a\":", "{\"\\uDFAA\":0}", "[\"\xFC\x83\xBF\xBF\xBF\xBF\"]",
    std::string(500, '[') + std::string(500, ']'), std::string(100'000, '['),
    "[" + std::string(100'000, '9') + "]",
    // Not well-formed Unicode
    "[\"\\uD800\"]", "[\"\\uDC00\"]", "[\"\\uD800\\n\"]", "[\"\\uD800\\uD800\"]", "[\"\\uDd1e\\uD834\"]",
    "[\"\\ud800abc\"]", "[\"\xFF\"]", "[\"\x80\"]", "[\"\xE9\"]", "[\"\xC3\"]", "[\"\xC0\xAF\"]",
    "[\"\xE0\x80\xAF\"]", "[\"\xF0\x80\x80\xAF\"]", "[\"\xED\xA0\x80\"]", "[\"\xF4\x90\x80\x80\"]",
    "[\"\xF8\x88\x80\x80\x80\"]", "[\"\\u\xE5\"]", "[\xE9]", "\xE5", "{\"\xFF\":0}", "\xFF\xFE[\0]\0"s,
    "\xFE\xFF\0[\0]"s, "\xEF\xBB\xBF", "\xEF\xBB\xBF{}", "\xEF\xBB{}",
    // Duplicates, which RFC 8259 only advises against
    "{\"a\":1,\"a\":1}", "{\"a\":\"b\",\"a\":\"c\"}", "{\"a\":{},\"b\":1,\"a\":[]}",
    "{\"a\":1,\"\\u0061\":2}", "{\"\":1,\"\":2}", "[{\"b\":{\"a\":1,\"a\":1}}]"};

std::vector<ReadError> errors_of(const std::string& text) {
  std::vector<ReadError> errors;
  trialcalc::json::parse(text, "x.json", errors);
  return errors;
}

}  // namespace

TEST_CASE("JSON that RFC 8259 allows is accepted", "[trial]") {
  for (const std::string& text : accepted) {
    INFO(text);
    for (const ReadError& error : errors_of(text)) UNSCOPED_INFO(error.text());
    CHECK(errors_of(text).empty());
  }
}

TEST_CASE("JSON that RFC 8259 forbids is refused with a printable message", "[trial]") {
  for (const std::string& text : refused) {
    INFO(trialcalc::json::excerpt(text));
    const auto errors = errors_of(text);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].line >= 1);
    const std::string message = errors[0].text();
    CHECK(trialcalc::json::excerpt(message, message.size()) == message);
  }
}

TEST_CASE("excerpts are whole characters without controls", "[trial]") {
  using trialcalc::json::excerpt;
  CHECK(excerpt("plain é€𝄞") == "plain é€𝄞");
  CHECK(excerpt("a\x1b[31m\n") == "a\\x1B[31m\\x0A");
  CHECK(excerpt("\xC2\x9B") == "\\xC2\\x9B");
  CHECK(excerpt("a\u202Eb") == "a\\xE2\\x80\\xAEb");
  CHECK(excerpt("\xE2\x82") == "\\xE2\\x82");
  CHECK(excerpt("ab€", 4) == "ab...");
  CHECK(excerpt("ab€", 5) == "ab€");
  CHECK(excerpt("") == "");
}

TEST_CASE("the tree keeps values, order and lines", "[trial]") {
  std::vector<ReadError> errors;
  const Node root = trialcalc::json::parse("{\n\"b\": 1,\n\"a\": [\n1.50\n,\ntrue]\n}", "x.json", errors);
  REQUIRE(errors.empty());
  REQUIRE(root.members.size() == 2);
  CHECK(root.line == 1);
  CHECK(root.members[0].name == "b");
  CHECK(root.members[0].value.integer == 1);
  CHECK(root.members[0].value.line == 2);
  const Node& array = root.members[1].value;
  CHECK(array.line == 3);
  CHECK(array.items[0].text == "1.50");
  CHECK(array.items[0].line == 4);
  CHECK(array.items[1].type == Type::boolean);
  CHECK(array.items[1].line == 6);
}
