#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "trial/json_cursor.hpp"
#include "trial/json_node.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc::json {

/// The members that an object may have, and which of them were met.
template <std::size_t size>
class Members {
 public:
  constexpr explicit Members(const std::array<std::string_view, size>& names) : names_(names) {}

  /// The index of the name. Throws for a name that is unknown or comes again.
  std::size_t meet(const Cursor& cursor, std::string_view name) {
    std::size_t index = 0;
    while (index < size && names_[index] != name) ++index;
    if (index == size) refuse(cursor, name);
    if (has(index)) cursor.fail("each key once", "\"" + std::string(name) + "\" again");
    met_ |= 1u << index;
    return index;
  }

  bool has(std::size_t index) const { return (met_ >> index & 1) != 0; }
  unsigned met() const { return met_; }

 private:
  [[noreturn]] void refuse(const Cursor& cursor, std::string_view name) const {
    const std::vector<std::string> known(names_.begin(), names_.end());
    const std::string_view near = nearest(name, known);
    std::string expected = "one of the keys";
    for (const std::string& key : known) expected += (key == known.front() ? " " : ", ") + key;
    cursor.fail(near.empty() ? expected : "the key \"" + std::string(near) + "\"",
                "\"" + json::excerpt(name) + "\"");
  }

  std::array<std::string_view, size> names_;
  unsigned met_ = 0;
};

[[noreturn]] inline void missing(const Cursor& cursor, std::string_view what) {
  cursor.fail(what, "an object without it");
}

}  // namespace trialcalc::json
