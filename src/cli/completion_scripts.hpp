#pragma once
#include <string_view>

namespace trialcalc::cli {

/// The script that makes a shell ask `trialcalc completion words`; "" for a shell that has none.
std::string_view completion_script(std::string_view shell);

}  // namespace trialcalc::cli
