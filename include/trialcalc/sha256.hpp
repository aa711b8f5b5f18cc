#pragma once
#include <string>
#include <string_view>

namespace trialcalc {

/// The SHA-256 digest of the bytes, as 64 hexadecimal digits, to say which file a result came from.
/// Source  NIST FIPS 180-4 (2015), sections 4.1.2, 5 and 6.2
std::string sha256(std::string_view bytes);

}  // namespace trialcalc
