// A whole command line, an argument a line, of the subcommands that open no file: a result or an exception
// that main prints.
#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "cli/errors.hpp"
#include "cli/program.hpp"
#include "fuzz.hpp"

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

/// -o and --output, which write files; also among other letters, and cut short.
bool may_write(const std::string& argument) {
  const bool letters = argument.starts_with('-') && !argument.starts_with("--");
  return argument.starts_with("--o") || (letters && argument.find('o') != std::string::npos);
}

bool is_harmless(const std::vector<std::string>& arguments) {
  constexpr std::string_view computing[] = {"calc",       "table",  "strata", "means",   "paired",
                                            "proportion", "effect", "grim",   "grimmer", "debit",
                                            "fragility",  "nnt",    "design", "solve",   "methods"};
  for (std::string_view name : computing)
    if (!arguments.empty() && arguments[0] == name) {
      for (const std::string& argument : arguments)
        if (may_write(argument)) return false;
      return true;
    }
  return false;
}

/// A search may take its time, a minute where nothing else is said: here it has a second.
bool hurries(std::vector<std::string>& arguments) {
  if (arguments[0] != "solve") return true;
  for (const std::string& argument : arguments)
    if (argument.starts_with("--max-seconds")) return false;
  arguments.insert(arguments.begin() + 1, {"--max-seconds", "1"});
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const int nowhere = ::open("/dev/null", O_WRONLY);
  return ::dup2(nowhere, STDOUT_FILENO) < 0;  // libFuzzer itself writes to standard error
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> arguments = lines_of(fuzz::text_of(data, size));
  if (!is_harmless(arguments) || !hurries(arguments)) return -1;
  try {
    const int status = trialcalc::cli::parse(arguments)();
    fuzz::expect(status == 0 || status == 1, "an exit status");
  } catch (const trialcalc::cli::UsageError&) {
  }
  return 0;
}
