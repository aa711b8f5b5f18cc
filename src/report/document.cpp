#include "report/document.hpp"

namespace trialcalc::report {

Grid tally_grid(const Tally& tally) {
  Grid grid;
  grid.columns = {{"Verdict", Align::left}, {"Findings", Align::right}};
  for (const Tally::Part& part : tally.parts)
    grid.add({GridCell(part.sign + " " + part.word, part.tone), std::to_string(part.count)});
  return grid;
}

std::string both_numbers(const Entry& entry) {
  return entry.recomputed.empty() ? entry.printed : entry.printed + ", recomputed " + entry.recomputed;
}

}  // namespace trialcalc::report
