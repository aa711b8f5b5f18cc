#pragma once
// Where the sources and the program under test are; known to paths.cpp alone, so that nothing else is
// compiled again when they move.

#include <string>

namespace trialcalc::tests {

const std::string& source_dir();    ///< the repository, without a slash at the end
const std::string& program_path();  ///< the trialcalc that was built beside the tests

}  // namespace trialcalc::tests
