#include "report/nnt_view.hpp"

#include <cmath>

#include "report/effect_view.hpp"

namespace trialcalc::report {

namespace {

bool is_benefit(double difference, bool more_is_better) { return (difference < 0) != more_is_better; }

/// {"nnt": 8.5, "direction": "benefit"}; a difference of 0 is infinitely many patients.
void write_number(JsonWriter& json, std::string_view name, double nnt, bool more_is_better) {
  json.key(name).begin_object().member("nnt", std::abs(nnt));
  json.member("direction", std::isinf(nnt)                   ? "none"
                           : is_benefit(nnt, more_is_better) ? "benefit"
                                                             : "harm")
      .end_object();
}

}  // namespace

Grid nnt_grid(const NntView& view, const NumberStyle& style) {
  Grid grid;
  grid.title = view.from;
  grid.columns = {{"", Align::left}, {"", Align::left}};
  const double difference = *view.difference.interval.estimate;
  grid.add({"Risk difference", plain_text(100 * difference) + " points"});
  const MethodInterval nnt = reciprocal(view.difference);
  if (view.difference.interval.not_estimable.empty()) {
    grid.add({"NNT (" + level_text(view.level) + "% CI)", nnt_with_limits(nnt, view.more_is_better, style)});
    if (view.difference.method)
      grid.notes.push_back("Interval: the limits of " + std::string(view.difference.method->name) +
                           ", inverted.");
    if (nnt.through_infinity)
      grid.notes.push_back(
          "The difference may be 0: the interval runs from one limit through infinity to the other.");
  } else {
    grid.add({"NNT", nnt_text(1 / difference, view.more_is_better, style)});
  }
  return grid;
}

void write_nnt(JsonWriter& json, const NntView& view) {
  const double difference = *view.difference.interval.estimate;
  json.member("risk_difference", difference);
  if (difference == 0)
    json.member("nnt", std::abs(1 / difference)).member("direction", "none");
  else
    json.member("nnt", std::abs(1 / difference))
        .member("direction", is_benefit(difference, view.more_is_better) ? "benefit" : "harm");
  json.key("interval");
  const MethodInterval nnt = reciprocal(view.difference);
  if (!nnt.interval.not_estimable.empty()) {
    json.null().member("reason", nnt.interval.not_estimable);
    return;
  }
  json.begin_object().member("level", view.level);
  if (view.difference.method) json.member("method", view.difference.method->key);
  write_number(json, "lower", nnt.interval.lower, view.more_is_better);
  write_number(json, "upper", nnt.interval.upper, view.more_is_better);
  json.member("through_infinity", nnt.through_infinity).end_object();
}

std::string nnt_json(const NntView& view) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("schema", "trialcalc/nnt/1");
  write_nnt(json, view);
  json.end_object();
  return out + '\n';
}

}  // namespace trialcalc::report
