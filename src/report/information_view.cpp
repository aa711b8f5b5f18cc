#include "report/information_view.hpp"

#include "report/effect_view.hpp"
#include "report/fragility_view.hpp"
#include "report/nnt_view.hpp"

namespace trialcalc::report {

namespace {

FragilityView fragility_view(const Information& one) {
  return {one.table, one.fragility, *one.test, one.alpha, {}};
}

NntView nnt_view(const Information& one) { return {{}, one.level, one.difference, one.more_is_better}; }

void begin(JsonWriter& json, std::string_view kind, const Information& one) {
  json.begin_object().member("kind", kind).member("outcome", one.outcome).member("label", one.label);
  json.member("primary", one.primary);
}

}  // namespace

bool is_notable(const Information& one) { return one.primary || one.fragility.p_start < one.alpha; }

std::string fragility_words(const Information& one) {
  const Fragility& fragility = one.fragility;
  const std::string by =
      " (" + std::string(one.test->name) + ", " + p_phrase(fragility.p_start, NumberStyle()) + ")";
  if (!fragility.not_estimable.empty())
    return "Fragility index: none, " + std::string(fragility.not_estimable) + by;
  const bool reverse = fragility.reverse_index.has_value();
  const std::int64_t index = reverse ? *fragility.reverse_index : fragility.index.value_or(0);
  return (reverse ? "Reverse fragility index " : "Fragility index ") + std::to_string(index) + " of " +
         std::to_string(one.table.patients()) + " patients" + by;
}

std::string nnt_words(const Information& one) {
  return nnt_with_limits(reciprocal(one.difference), one.more_is_better, NumberStyle());
}

void write_information(JsonWriter& json, const Check& check) {
  json.key("information").begin_array();
  for (const Information& one : check.information) {
    begin(json, "fragility", one);
    write_fragility(json, fragility_view(one));
    json.end_object();
    begin(json, "nnt", one);
    write_nnt(json, nnt_view(one));
    json.end_object();
  }
  json.end_array();
}

}  // namespace trialcalc::report
