#include "paths.hpp"

namespace trialcalc::tests {

const std::string& source_dir() {
  static const std::string path = TRIALCALC_SOURCE_DIR;
  return path;
}

const std::string& program_path() {
  static const std::string path = TRIALCALC_PROGRAM;
  return path;
}

}  // namespace trialcalc::tests
