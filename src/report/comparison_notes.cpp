#include "report/comparison_notes.hpp"

#include <cmath>
#include <set>

#include "report/result_text.hpp"
#include "report/sentences.hpp"

namespace trialcalc::report {

namespace {

/// "12 fewer" or "8 more" of 100 patients.
std::string per_hundred(double difference, const NumberStyle& style) {
  const std::string size = points_text(std::abs(difference), style);
  return size + (difference < 0 ? " fewer" : " more");
}

std::string sentence(const ComparisonView& view) {
  const MeasureResult* difference = view.comparison.find(Measure::risk_difference);
  if (!difference || difference->intervals.empty()) return {};
  const Interval& interval = difference->intervals[0].interval;
  if (!interval.not_estimable.empty()) return {};
  NumberStyle whole = view.style;
  whole.digits = 0;
  return "Of 100 patients, " + per_hundred(difference->estimate, whole) + " have the event (" +
         per_hundred(interval.lower, whole) + " to " + per_hundred(interval.upper, whole) + ").";
}

std::string count_reproduced(const ComparisonView& view) {
  std::size_t marked = 0, good = 0;
  for (const Beside& item : view.printed) {
    marked += item.reproduced.has_value();
    good += item.reproduced.value_or(false);
  }
  if (marked == 0) return {};
  std::set<std::string> places;
  for (const Beside& item : view.printed) places.insert(item.places.begin(), item.places.end());
  std::string list;
  for (const std::string& place : places) list += (list.empty() ? "" : "; ") + place;
  return std::to_string(good) + " of " + std::to_string(marked) + " printed values reproduced (" + list +
         ").";
}

}  // namespace

std::vector<std::string> notes_of(const ComparisonView& view) {
  std::vector<std::string> notes;
  if (const std::string note = sentence(view); !note.empty()) notes.push_back(note);
  for (std::string& note : ratio_sentences(view)) notes.push_back(std::move(note));
  if (const std::string note = count_reproduced(view); !note.empty()) notes.push_back(note);
  for (const MethodTest& test : view.comparison.tests)
    if (const std::string note = test_note(test); !note.empty()) notes.push_back(note);
  if (view.with_sentence) notes.push_back(sentence_to_paste(view));
  return notes;
}

}  // namespace trialcalc::report
