#include "report/solve_explain.hpp"

#include <fmt/format.h>

#include "report/comparison_explain.hpp"
#include "report/explain.hpp"
#include "report/number_style.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

constexpr Method search = {
    .key = "solve",
    .name = "search of every table",
    .formula =
        "all whole a of n1 and c of n2 that print the numbers; of each pair of arm sizes, boxes of a and "
        "c are halved, and left out only when no table in them can print the numbers",
    .source = "interval arithmetic, Moore 1966, Interval Analysis; no table is left out by chance"};

std::string first_text(const Comparison& comparison) {
  const auto& [experimental, control] = comparison.table;
  std::string text = fmt::format("The first of them is {}/{} v {}/{}.\n", experimental.events,
                                 experimental.total, control.events, control.total);
  for (const MeasureResult& measure : comparison.measures)
    if (measure.not_estimable.empty())
      text += fmt::format("Its {} is {}.\n", lower_case(std::string(measure_name(measure.measure))),
                          plain_text(measure.estimate));
  return text;
}

}  // namespace

std::string explain_solve(const SolveView& view, const std::optional<Comparison>& first,
                          const TextLook& look) {
  const SolveResult& result = view.asked.result;
  const Working working{
      {{"pairs of arm sizes", "", "", static_cast<double>(result.splits)},
       {"tables and boxes looked at", "", "", static_cast<double>(result.evaluated)},
       {"tables that print the numbers", "", "", static_cast<double>(result.tables.size())}},
      {}};
  std::string text = explanation({search, "Tables", {}, working},
                                 std::string(result.complete ? "the search is complete" : "it was stopped"));
  if (!first) return in_lines(text, look);
  const ComparisonView table{*first, {}, {}, false, {}, {}};
  return in_lines(text + first_text(*first), look) + explain_comparison(table, workings(*first), look);
}

}  // namespace trialcalc::report
