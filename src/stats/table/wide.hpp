#pragma once

namespace trialcalc::table {

/// Products of two totals of people go beyond 64 bits.
__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

}  // namespace trialcalc::table
