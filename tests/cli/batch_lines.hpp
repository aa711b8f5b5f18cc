#pragma once
// Lines for batch, and its answers.
#include <nlohmann/json.hpp>
#include <random>

#include "catch.hpp"
#include "cli/process.hpp"

using nlohmann::json;

inline std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

/// The answers to lines of which all are good.
inline std::vector<json> answers(const std::string& input, const std::string& options = "") {
  const Outcome outcome = run("batch " + options, "LC_ALL=C.UTF-8", input);
  INFO(outcome.err << outcome.out);
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  return lines_of(outcome.out);
}

/// The answer to one line that is not.
inline json bad_answer(const std::string& line, const std::string& options = "") {
  const Outcome outcome = run("batch " + options, "LC_ALL=C.UTF-8", line + "\n");
  INFO(line << '\n' << outcome.err << outcome.out);
  CHECK(outcome.status == 1);
  CHECK(outcome.err.empty());
  const std::vector<json> lines = lines_of(outcome.out);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].size() == 3);
  return lines[0];
}

inline void check_error(const std::string& line, const std::string& message, const json& id = nullptr) {
  const json answer = bad_answer(line);
  INFO(line << '\n' << answer);
  CHECK(answer["id"] == id);
  CHECK(answer["line"] == 1);
  CHECK(answer["error"].get<std::string>().find(message) != std::string::npos);
}

inline std::string random_lines(std::size_t count, int seed) {
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

inline const std::string cd3 = R"({"id": "cd3", "experimental": [8, 37], "control": [14, 42]})";
