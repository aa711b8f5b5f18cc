#pragma once
// What the program says, whatever the width of the terminal breaks.
#include <string>

#include "catch.hpp"
#include "cli/process.hpp"

/// The output as one line, without its indents.
inline std::string in_one_line(const std::string& arguments, int status = 0) {
  const Outcome outcome = run(arguments);
  INFO(arguments << '\n' << outcome.err);
  CHECK(outcome.status == status);
  std::string text = outcome.out;
  for (char& c : text)
    if (c == '\n') c = ' ';
  for (std::size_t at = text.find("  "); at != std::string::npos; at = text.find("  ")) text.erase(at, 1);
  return text;
}

inline void check_says(const std::string& arguments, const std::string& sentence, int status = 0) {
  const std::string text = in_one_line(arguments, status);
  INFO(arguments << ": " << text);
  CHECK(text.find(sentence) != std::string::npos);
}
