#include "report/effect_view.hpp"

#include <cmath>

#include "report/comparison_json.hpp"
#include "report/json_writer.hpp"

namespace trialcalc::report {

namespace {

std::string range(const Bounds& bounds) {
  return plain_text(bounds.value) + " (" + plain_text(bounds.low) + " to " + plain_text(bounds.high) +
         " within rounding)";
}

std::string p_range(const Bounds& p, const NumberStyle& style) {
  return p_text(p.value, style) + " (" + p_text(p.low, style) + " to " + p_text(p.high, style) +
         " within rounding)";
}

std::string events_text(const Bounds& events) {
  const auto whole = [](double x) { return decimal(x, 0); };
  return whole(events.value) + " (" + whole(events.low) + " to " + whole(events.high) + " within rounding)";
}

void write_bounds(JsonWriter& json, std::string_view name, const Bounds& bounds) {
  json.key(name)
      .begin_object()
      .member("value", bounds.value)
      .member("low", bounds.low)
      .member("high", bounds.high);
  json.end_object();
}

void write_words(JsonWriter& json, const std::vector<std::string_view>& words) {
  json.key("explanations").begin_array();
  for (std::string_view one : words) json.value(one);
  json.end_array();
}

void write_optional(JsonWriter& json, std::string_view name, const std::optional<bool>& truth) {
  if (truth)
    json.member(name, *truth);
  else
    json.key(name).null();
}

void write_symmetry(JsonWriter& json, const EffectSymmetry& symmetry) {
  json.key("symmetry").begin_object().member("symmetric", symmetry.symmetric);
  write_bounds(json, "implied_estimate", symmetry.implied_estimate);
  write_words(json, symmetry.explanations);
  json.end_object();
}

void write_agreement(JsonWriter& json, const EffectView& view) {
  const EffectAgreement& agreement = view.report.agreement;
  json.key("agreement").begin_object();
  if (view.p.empty())
    json.key("reported_p").null();
  else
    json.member("reported_p", view.p);
  json.member("excludes_null", agreement.excludes_null);
  write_optional(json, "consistent", agreement.consistent);
  write_optional(json, "same_side", agreement.same_side);
  json.member("one_sided", agreement.one_sided);
  write_words(json, agreement.explanations);
  json.end_object();
}

void write_nnt(JsonWriter& json, const EffectView& view) {
  if (!view.report.nnt) return;
  json.key("nnt").begin_object().member_if("baseline", view.baseline);
  json.member_if("risk_difference", view.report.difference->interval.estimate);
  const MethodInterval& nnt = *view.report.nnt;
  json.member_if("estimate", nnt.interval.estimate)
      .member("lower", nnt.interval.lower)
      .member("upper", nnt.interval.upper);
  json.member("through_infinity", nnt.through_infinity).end_object();
}

std::string agreement_text(const EffectAgreement& agreement) {
  std::string text = *agreement.consistent ? "agrees with the interval within rounding"
                                           : "differs from what the interval implies";
  if (agreement.same_side == false) text += "; P and interval lie on different sides of the null";
  return text;
}

void add_notes(Grid& grid, std::string_view what, const std::vector<std::string_view>& explanations) {
  if (explanations.empty()) return;
  std::string note = std::string(what) + " may have an innocent explanation: ";
  for (std::size_t i = 0; i < explanations.size(); ++i)
    note += (i ? "; " : "") + std::string(explanations[i]);
  grid.notes.push_back(note + ".");
}

}  // namespace

std::string nnt_with_limits(const MethodInterval& nnt, bool more_is_better, const NumberStyle& style) {
  const auto text = [&](double x) { return nnt_text(x, more_is_better, style); };
  const Interval& interval = nnt.interval;
  std::string out = interval.estimate ? text(*interval.estimate) : "";
  if (!interval.not_estimable.empty()) return out + " (" + std::string(interval.not_estimable) + ")";
  return out + " (" + text(interval.lower) + (nnt.through_infinity ? " through infinity to " : " to ") +
         text(interval.upper) + ")";
}

Grid effect_grid(const EffectView& view, const NumberStyle& style) {
  const EffectReport& report = view.report;
  Grid grid;
  grid.title = std::string(effect_key(view.measure)) + " " + view.estimate + " (" + level_text(view.level) +
               "% CI " + view.lower + " to " + view.upper + ")" + (view.p.empty() ? "" : ", P " + view.p);
  grid.columns = {{"", Align::left}, {"", Align::left}};
  if (!report.not_estimable.empty()) {
    grid.add({"Nothing implied", std::string(report.not_estimable)});
    return grid;
  }
  grid.add(
      {is_ratio(view.measure) ? "Standard error (log)" : "Standard error", range(report.standard_error)});
  grid.add({"z", plain_text(report.z)});
  grid.add({"P implied", p_range(report.p, style)});
  if (report.agreement.consistent) grid.add({"P reported", view.p + ": " + agreement_text(report.agreement)});
  grid.add({"Middle of the limits", range(report.symmetry.implied_estimate) +
                                        (report.symmetry.symmetric ? "" : ": not the printed estimate")});
  if (report.implied_events) grid.add({"Events implied", events_text(*report.implied_events)});
  if (report.events_fit)
    grid.add({"Events reported", short_text(*view.events) +
                                     (*report.events_fit ? ": within that range" : ": outside that range")});
  if (report.nnt)
    grid.add({"At the baseline " + short_text(*view.baseline), nnt_with_limits(*report.nnt, false, style)});
  add_notes(grid, "The asymmetry", report.symmetry.explanations);
  add_notes(grid, "The difference", report.agreement.explanations);
  if (report.events_fit == false)
    grid.notes.push_back(
        "Fewer implied than reported events are usual for adjusted, stratified or weighted models.");
  return grid;
}

std::string effect_json(const EffectView& view) {
  const EffectReport& report = view.report;
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("schema", "trialcalc/effect/1").member("measure", effect_key(view.measure));
  json.member("level", view.level)
      .member("estimate", view.estimate)
      .member("lower", view.lower)
      .member("upper", view.upper);
  if (!report.not_estimable.empty()) {
    json.key("log_estimate").null().key("standard_error").null().key("z").null().key("p").null();
    json.member("reason", report.not_estimable).end_object();
    return out + '\n';
  }
  if (is_ratio(view.measure))
    json.member("log_estimate", report.log_estimate);
  else
    json.key("log_estimate").null().member("difference", report.log_estimate);
  json.member("standard_error", report.standard_error.value);
  write_bounds(json, "standard_error_range", report.standard_error);
  json.member("z", report.z);
  write_bounds(json, "p", report.p);
  if (report.implied_events)
    write_bounds(json, "implied_events", *report.implied_events);
  else
    json.key("implied_events").null();
  if (report.events_fit) json.member("events", *view.events).member("events_fit", *report.events_fit);
  write_symmetry(json, report.symmetry);
  write_agreement(json, view);
  write_nnt(json, view);
  json.end_object();
  return out + '\n';
}

}  // namespace trialcalc::report
