#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/errors.hpp"
#include "cli/program.hpp"
#include "report/plain_text.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/read_trial.hpp"

namespace {

using namespace trialcalc;

int fail(const std::string& message) {
  std::fprintf(stderr, "trialcalc: %s\n", report::clean(message).c_str());
  return cli::exit_failed;
}

int fail(const BadTrial& bad) {
  for (const ReadError& error : bad.errors())
    std::fprintf(stderr, "%s\n", report::clean(error.text()).c_str());
  return cli::exit_failed;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is then an error of the write, with a message
  try {
    return cli::parse({argv + (argc > 0 ? 1 : 0), argv + argc})();
  } catch (const BadTrial& bad) {
    return fail(bad);
  } catch (const std::exception& error) {  // UsageError, NoTrial, InputError, OutputError; std::bad_alloc
    return fail(error.what());
  }
}
