#pragma once
// What the tests of pictures look for in them.
#include <string>

/// Text that must come out of a picture harmless.
inline const std::string hostile = "<script>alert('x')</script> & \"q\" \x1b[31m\u202Eabc\uFFFF ]]>";

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
  return count;
}
