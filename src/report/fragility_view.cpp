#include "report/fragility_view.hpp"

namespace trialcalc::report {

namespace {

std::string counts_text(const TwoByTwo& table) {
  const auto arm = [](const Counts& counts) {
    return std::to_string(counts.events) + "/" + std::to_string(counts.total);
  };
  return arm(table.experimental) + " v " + arm(table.control);
}

std::string_view arm_key(ChangedArm arm) {
  return arm == ChangedArm::experimental ? "experimental" : "control";
}

std::string change_text(const Fragility& fragility) {
  return std::string(fragility.direction > 0 ? "events added to" : "events taken from") + " the " +
         std::string(arm_key(fragility.arm)) + " arm";
}

void write_table(JsonWriter& json, const TwoByTwo& table) {
  json.begin_object().key("experimental").begin_object().member("events", table.experimental.events);
  json.member("total", table.experimental.total).end_object().key("control").begin_object();
  json.member("events", table.control.events).member("total", table.control.total).end_object().end_object();
}

/// The member, null when there is no value.
template <class Value>
void member_or_null(JsonWriter& json, std::string_view name, const std::optional<Value>& value) {
  if (value)
    json.member(name, *value);
  else
    json.key(name).null();
}

std::string lost_text(const FragilityView& view) {
  const std::int64_t steps =
      view.fragility.reverse_index ? *view.fragility.reverse_index : view.fragility.index.value_or(0);
  const std::string lost = std::to_string(*view.lost);
  return lost +
         (*view.lost >= steps && steps > 0 ? ": at least as many as the index" : ": fewer than the index");
}

}  // namespace

Grid fragility_grid(const FragilityView& view, const NumberStyle& style) {
  const Fragility& fragility = view.fragility;
  Grid grid;
  grid.title = counts_text(view.table);
  grid.columns = {{"", Align::left}, {"", Align::left}};
  if (fragility.reverse_index)
    grid.add({"Reverse fragility index", std::to_string(*fragility.reverse_index)});
  else if (fragility.index && fragility.not_estimable.empty())
    grid.add({"Fragility index", std::to_string(*fragility.index)});
  else
    grid.add({"Fragility index", "none: " + std::string(fragility.not_estimable)});
  const std::optional<double>& quotient =
      fragility.reverse_index ? fragility.reverse_quotient : fragility.quotient;
  if (quotient) grid.add({"Quotient", short_text(*quotient)});
  if (fragility.direction != 0) grid.add({"Change", change_text(fragility)});
  grid.add({"At first", p_phrase(fragility.p_start, style)});
  if (fragility.p_after)
    grid.add({"After", counts_text(fragility.after) + ", " + p_phrase(*fragility.p_after, style)});
  if (view.lost) grid.add({"Lost to follow-up", lost_text(view)});
  grid.notes.push_back("Test: " + std::string(view.test.name) + "; alpha " + short_text(view.alpha) +
                       ". The index restates P and the size of the trial; it measures nothing beside them.");
  return grid;
}

void write_fragility(JsonWriter& json, const FragilityView& view) {
  const Fragility& fragility = view.fragility;
  member_or_null(json, "index", fragility.index);
  member_or_null(json, "quotient", fragility.quotient);
  member_or_null(json, "reverse_index", fragility.reverse_index);
  member_or_null(json, "reverse_quotient", fragility.reverse_quotient);
  json.member_if("reason", fragility.not_estimable);
  json.member("p_start", fragility.p_start);
  member_or_null(json, "p_after", fragility.p_after);
  json.member("alpha", view.alpha).member("test", view.test.key);
  if (fragility.direction != 0) {
    json.member("arm", arm_key(fragility.arm))
        .member("direction", fragility.direction > 0 ? "add-events" : "remove-events");
    json.key("after");
    write_table(json, fragility.after);
  }
  json.member_if("lost_to_follow_up", view.lost);
  json.member("caution", "the index restates P and the size of the trial");
}

std::string fragility_json(const FragilityView& view) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("schema", "trialcalc/fragility/1");
  write_fragility(json, view);
  json.end_object();
  return out + '\n';
}

}  // namespace trialcalc::report
