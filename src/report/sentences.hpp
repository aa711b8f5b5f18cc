#pragma once
// A comparison in sentences.

#include <string>
#include <vector>

#include "report/comparison_view.hpp"
#include "trialcalc/outcome_result.hpp"

namespace trialcalc::report {

/// "The event was 0.65 times as frequent with perioperative therapy as with surgery alone; the trial counts
/// fewer as better.": one for each ratio. The risk difference has its own sentence among the notes.
std::vector<std::string> ratio_sentences(const ComparisonView& view);

/// "The hazard was 0.91 times as high with HIPEC as with surgery alone; for overall survival the trial counts
/// more as better.": one for each hazard ratio, as it is printed.
std::vector<std::string> hazard_sentences(const Outcome& outcome, const ComparedArms& arms);

/// "Grade 3 or higher morbidity occurred in 8 of 37 (22%) v 14 of 42 (33%) patients; risk ratio, 0.65; 95%
/// CI, 0.31-1.37; P = .25.": the first measure and the first test that have a value, as the style has it.
std::string sentence_to_paste(const ComparisonView& view);

}  // namespace trialcalc::report
