#pragma once
#include <cstddef>
#include <string_view>

namespace trialcalc::json {

/// The length of the well-formed UTF-8 sequence that begins the text, 0 when none does.
std::size_t sequence_length(std::string_view text);

}  // namespace trialcalc::json
