#include "trialcalc/suggest.hpp"

#include <algorithm>
#include <vector>

namespace trialcalc {

namespace {

// Longer words are cut: a hostile key must not cost quadratic time.
constexpr std::size_t longest_word = 64;

/// Optimal string alignment distance: insertions, deletions, substitutions, swapped neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), previous(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view typed, std::span<const std::string> candidates) {
  typed = typed.substr(0, longest_word);
  const std::size_t limit = std::max<std::size_t>(1, typed.size() / 3);
  std::string_view best;
  std::size_t best_distance = limit + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(typed, std::string_view(candidate).substr(0, longest_word));
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  if (!best.empty() || typed.size() < 3) return best;
  for (const std::string& candidate : candidates)
    if (candidate.starts_with(typed) || typed.starts_with(candidate + "-")) return candidate;
  const std::string ending = "-" + std::string(typed);
  for (const std::string& candidate : candidates)
    if (candidate.ends_with(ending)) return candidate;
  return {};
}

}  // namespace trialcalc
