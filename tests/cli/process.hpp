#pragma once
// Runs the program as a user would, and keeps what it wrote.
#include <sys/wait.h>

#include <unistd.h>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "paths.hpp"

struct Outcome {
  int status = -1;
  std::string out, err;
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A folder of its own that goes away with it.
class Scratch {
 public:
  Scratch() {
    static std::atomic<int> number{0};
    folder_ = std::filesystem::temp_directory_path() /
              ("trialcalc-test-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }

  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

/// `arguments` as in a shell; `environment` such as "LC_ALL=C"; `input` is standard input.
inline Outcome run(const std::string& arguments, const std::string& environment = "LC_ALL=C.UTF-8",
                   const std::string& input = "") {
  const Scratch scratch;
  std::ofstream(scratch / "in", std::ios::binary) << input;
  const std::string command = "env -u NO_COLOR XDG_DATA_HOME=/nonexistent " + environment + " '" +
                              trialcalc::tests::program_path() + "' " + arguments + " <'" +
                              (scratch / "in").string() + "' >'" + (scratch / "out").string() + "' 2>'" +
                              (scratch / "err").string() + "'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(scratch / "out"), text_of(scratch / "err")};
}
