#include "cli/trial_options.hpp"

#include "cli/option.hpp"

namespace trialcalc::cli {

void add_data_option(CLI::App& app, std::string& folder) {
  add_option(app, "--data", folder, "look for trials in this folder first, then in TRIALCALC_DATA")
      .type_name("DIR")
      .group("Input");
}

}  // namespace trialcalc::cli
