// The rooms: which may include which, and which outside libraries they may use.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "paths.hpp"

namespace fs = std::filesystem;

namespace {

struct Include {
  std::string file, room, header;
  bool in_header = false;
};

const fs::path source = fs::path(trialcalc::tests::source_dir()) / "src";
const fs::path doors = fs::path(trialcalc::tests::source_dir()) / "include";

/// The rooms whose folders a room may include from.
const std::map<std::string, std::set<std::string>> allowed_rooms = {
    {"trial", {"trial"}},
    {"stats", {"stats"}},
    {"verify", {"verify", "trial", "stats"}},
    {"report", {"report", "trial", "stats", "verify"}},
    {"cli", {"cli", "report", "trial", "stats", "verify"}},
};

const std::map<std::string, std::set<std::string>> allowed_libraries = {
    {"trial", {"nlohmann"}},         {"stats", {"boost"}},    {"verify", {}},
    {"report", {"fmt", "nlohmann"}}, {"cli", {"CLI", "fmt"}},
};

/// The room that a door belongs to, by what it declares; counts.hpp, suggest.hpp are words that all share.
const std::map<std::string, std::string> room_of_door = {
    {"trial.hpp", "trial"},         {"read_trial.hpp", "trial"},
    {"library.hpp", "trial"},       {"lookup.hpp", "trial"},
    {"batch.hpp", "trial"},         {"results.hpp", "stats"},
    {"methods.hpp", "stats"},       {"comparison.hpp", "stats"},
    {"printed.hpp", "verify"},      {"check.hpp", "verify"},
    {"beside.hpp", "verify"},       {"outcome_result.hpp", "verify"},
    {"table_layout.hpp", "verify"}, {"published_check.hpp", "verify"},
};

std::vector<Include> includes_below(const fs::path& root) {
  static const std::regex line_form(R"(\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
  std::vector<Include> includes;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      std::smatch match;
      if (!std::regex_match(line, match, line_form)) continue;
      const fs::path place = entry.path().lexically_relative(root);
      includes.push_back(
          {place.string(), place.begin()->string(), match[1], entry.path().extension() == ".hpp"});
    }
  }
  return includes;
}

std::string first_part(const std::string& header) { return header.substr(0, header.find('/')); }

bool is_outside_library(const std::string& header) {
  static const std::set<std::string> libraries = {"nlohmann", "boost", "fmt", "CLI", "catch2"};
  return libraries.contains(first_part(header));
}

}  // namespace

TEST_CASE("a room includes only what the house allows", "[house]") {
  for (const Include& include : includes_below(source)) {
    INFO(include.file << " includes " << include.header);
    REQUIRE(allowed_rooms.contains(include.room));
    if (is_outside_library(include.header))
      CHECK(allowed_libraries.at(include.room).contains(first_part(include.header)));
    if (allowed_rooms.contains(first_part(include.header)))
      CHECK(allowed_rooms.at(include.room).contains(first_part(include.header)));
  }
}

TEST_CASE("a room uses only the doors of the rooms it may know", "[house]") {
  const std::string prefix = "trialcalc/";
  for (const Include& include : includes_below(source)) {
    if (!include.header.starts_with(prefix)) continue;
    const auto door = room_of_door.find(include.header.substr(prefix.size()));
    INFO(include.file << " includes " << include.header);
    if (door != room_of_door.end()) CHECK(allowed_rooms.at(include.room).contains(door->second));
  }
}

TEST_CASE("heavy libraries stay in source files", "[house]") {
  for (const Include& include : includes_below(source)) {
    if (!include.in_header) continue;
    INFO(include.file << " includes " << include.header);
    CHECK(first_part(include.header) != "boost");
    CHECK(first_part(include.header) != "nlohmann");
  }
  for (const Include& include : includes_below(doors)) {
    INFO(include.file << " includes " << include.header);
    CHECK_FALSE(is_outside_library(include.header));
    CHECK_FALSE(allowed_rooms.contains(first_part(include.header)));
  }
}

TEST_CASE("the statistics neither print nor write", "[house]") {
  static const std::set<std::string> printing = {"iostream", "ostream", "sstream", "fstream",
                                                 "cstdio",   "stdio.h", "iomanip"};
  for (const Include& include : includes_below(source)) {
    INFO(include.file << " includes " << include.header);
    if (include.room == "stats") CHECK_FALSE(printing.contains(include.header));
    if (include.room == "report") CHECK(include.header != "fstream");
  }
}
