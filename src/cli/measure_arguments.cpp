#include "cli/measure_arguments.hpp"

#include <algorithm>
#include <limits>

#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

struct MeasureWord {
  std::string_view word;
  Measure measure;
};

constexpr MeasureWord measure_words[] = {
    {"rr", Measure::risk_ratio},         {"rd", Measure::risk_difference},
    {"or", Measure::odds_ratio},         {"nnt", Measure::nnt},
    {"risk-ratio", Measure::risk_ratio}, {"risk-difference", Measure::risk_difference},
    {"odds-ratio", Measure::odds_ratio}};

RealLimits possible_margins(Measure measure) {
  if (measure == Measure::risk_difference) return {-1, 1};
  return {0, std::numeric_limits<double>::infinity()};
}

/// The measure that the text names, or the first that --measure asks for, or the risk difference.
Measure margin_measure(std::string_view word, const std::vector<Measure>& asked) {
  if (!word.empty()) {
    for (const MeasureWord& row : measure_words)
      if (word == row.word && row.measure != Measure::nnt) return row.measure;
    throw UsageError("--margin: expected rd, rr or or before \"=\", found " + in_quotes(word));
  }
  return asked.empty() || asked[0] == Measure::nnt ? Measure::risk_difference : asked[0];
}

}  // namespace

std::vector<Measure> parse_measures(const std::vector<std::string>& texts) {
  std::vector<std::string> names = {"all"};
  for (const MeasureWord& row : measure_words) names.emplace_back(row.word);
  std::vector<Measure> measures;
  for (const std::string& text : split_list(texts, "--measure")) {
    const std::string word = lower_case(text);
    require_one_of("--measure", word, names);
    for (const MeasureWord& row : measure_words)
      if ((word == "all" || word == row.word) &&
          std::find(measures.begin(), measures.end(), row.measure) == measures.end())
        measures.push_back(row.measure);
  }
  return measures;
}

Margins parse_margins(const std::string& marked, const std::vector<Measure>& asked) {
  const std::string text = without_marks(marked);
  const std::size_t equals = text.find('=');
  const std::string values = equals == std::string::npos ? text : text.substr(equals + 1);
  Margins margins;
  margins.measure = margin_measure(equals == std::string::npos ? "" : text.substr(0, equals), asked);
  const std::vector<std::string> parts = split_list({values}, "--margin");
  if (parts.size() > 2)
    throw UsageError("--margin: expected a number, or two between which the arms are equivalent, found " +
                     in_quotes(text));
  const RealLimits possible = possible_margins(margins.measure);
  margins.first = parse_real(parts[0], "--margin", possible);
  if (parts.size() == 2) margins.second = parse_real(parts[1], "--margin", possible);
  if (margins.second && *margins.second <= margins.first)
    throw UsageError("--margin: expected the lower margin first, found " + in_quotes(text));
  if (!margins.second && margins.first == no_effect(margins.measure))
    throw UsageError("--margin: expected another value than that of no effect, found " + in_quotes(text));
  return margins;
}

}  // namespace trialcalc::cli
