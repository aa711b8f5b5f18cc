#pragma once
#include <span>
#include <string>
#include <string_view>

namespace trialcalc {

/// The candidate nearest to what was typed (edit distance with transpositions), or "" when none is near:
/// within a third of the word's length, at least one edit, a candidate that begins with the word,
/// one that the word begins with ("fisher" for "fisher-exact"), or one that ends with it ("conditional-exact"
/// for "exact").
std::string_view nearest(std::string_view typed, std::span<const std::string> candidates);

}  // namespace trialcalc
