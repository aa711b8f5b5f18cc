#include "report/digits_view.hpp"

#include "report/json_writer.hpp"
#include "report/number_style.hpp"

namespace trialcalc::report {

namespace {

constexpr std::int64_t largest_list = 10'000;  // a larger witness is given as counts only
constexpr std::size_t most_shown = 12;

std::string value_text(std::int64_t value, std::int64_t items) {
  return items == 1 ? std::to_string(value)
                    : short_text(static_cast<double>(value) / static_cast<double>(items));
}

std::string witness_text(const DigitsView& view) {
  std::string text;
  std::size_t shown = 0;
  for (const auto& [value, count] : view.check.witness) {
    if (++shown > most_shown) return text + ", ...";
    text += (text.empty() ? "" : ", ") + value_text(value, view.group.items);
    if (count > 1) text += " (" + std::to_string(count) + " times)";
  }
  return text;
}

std::string verdict(const DigitCheck& check) {
  if (check.possible) return "possible";
  return check.decided ? "impossible" : "not decided";
}

void write_value(JsonWriter& json, std::int64_t value, std::int64_t items) {
  if (items == 1)
    json.value(value);
  else
    json.value(static_cast<double>(value) / static_cast<double>(items));
}

void write_witness(JsonWriter& json, const DigitsView& view) {
  const auto& [test, mean, sd, group, rounding, check] = view;
  json.key("witness");
  if (!check.possible || group.n > largest_list) {
    json.null();
  } else {
    json.begin_array();
    for (const auto& [value, count] : check.witness)
      for (std::int64_t i = 0; i < count; ++i) write_value(json, value, group.items);
    json.end_array();
  }
  if (!check.possible) return;
  json.key("witness_counts").begin_array();
  for (const auto& [value, count] : check.witness) {
    json.begin_object().key("value");
    write_value(json, value, group.items);
    json.member("count", count).end_object();
  }
  json.end_array();
}

}  // namespace

std::string_view reason(DigitFailure failure) {
  switch (failure) {
    case DigitFailure::sum:
      return "no sum of whole numbers has this mean";
    case DigitFailure::scale:
      return "the scale does not reach so far";
    case DigitFailure::squares:
      return "no whole sum of squares has this SD with this mean";
    case DigitFailure::arrangement:
      return "no whole numbers have a sum and a sum of squares that print both";
    case DigitFailure::no_sd:
      return "one value has no SD";
    case DigitFailure::too_large:
      return "too large to decide: n, SD and digits exceed the exact arithmetic";
    case DigitFailure::none:
      break;
  }
  return {};
}

Grid digits_grid(const DigitsView& view) {
  const auto& [test, mean, sd, group, rounding, check] = view;
  Grid grid;
  grid.title = (sd.empty() ? "Mean " + mean : "Mean " + mean + ", SD " + sd) + " of " +
               std::to_string(group.n) +
               (group.items > 1 ? " (" + std::to_string(group.items) + " items)" : "");
  grid.columns = {{"", Align::left}, {"", Align::left}};
  grid.add({"Result", GridCell(verdict(check), check.possible  ? Tone::good
                                               : check.decided ? Tone::bad
                                                               : Tone::none)});
  if (check.possible)
    grid.add({"For example", witness_text(view)});
  else
    grid.add({"Reason", std::string(reason(check.failure))});
  if (check.failure == DigitFailure::sum)
    grid.add({"Nearest means", plain_text(check.mean_below) + " and " + plain_text(check.mean_above)});
  if (check.possible_with_divisor_n)
    grid.notes.push_back("Possible as an SD with divisor n rather than n - 1.");
  grid.notes.push_back(
      "Rounding: " + std::string(rounding == "nearest" ? "to the nearest, ties either way" : rounding) +
      ". Decided over all sums" + (sd.empty() ? "" : " and sums of squares") + " of whole numbers.");
  if (!check.possible && group.items == 1)
    grid.notes.push_back(
        "Innocent explanations: values that are not whole numbers, several items, a smaller n "
        "(missing values), a typing error.");
  return grid;
}

std::string digits_json(const DigitsView& view) {
  const auto& [test, mean, sd, group, rounding, check] = view;
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("schema", "trialcalc/" + std::string(test) + "/1").key("possible");
  if (check.decided || check.possible)
    json.value(check.possible);
  else
    json.null();
  json.member_if("reason", reason(check.failure)).member("mean", mean).member_if("sd", sd);
  json.member("n", group.n).member("items", group.items).member("rounding", rounding);
  if (group.scale)
    json.key("scale").begin_array().value(group.scale->low).value(group.scale->high).end_array();
  write_witness(json, view);
  json.member_if("sum", check.sum);
  if (check.failure == DigitFailure::sum)
    json.key("nearest_means").begin_array().value(check.mean_below).value(check.mean_above).end_array();
  if (!sd.empty() && !check.possible) json.member("possible_with_divisor_n", check.possible_with_divisor_n);
  json.end_object();
  return out + '\n';
}

}  // namespace trialcalc::report
