#include "report/fragility_explain.hpp"

#include <fmt/format.h>

#include "report/explain.hpp"

namespace trialcalc::report {

namespace {

constexpr Method walk = {.key = "walsh",
                         .name = "Walsh's walk",
                         .formula =
                             "the fewest patients of one arm whose outcome is changed, one after the "
                             "other, until P >= alpha",
                         .source =
                             "Walsh et al 2014, J Clin Epidemiol 67:622; quotient: Ahmed, Fowler & "
                             "McCredie 2016, Chest 149:1118"};

constexpr Method reverse_walk = {.key = "khan",
                                 .name = "the walk the other way",
                                 .formula =
                                     "the fewest patients of one arm whose outcome is changed, one "
                                     "after the other, until P < alpha",
                                 .source = "Khan et al 2020, Am Heart J 230:142"};

std::string text(std::int64_t count) { return std::to_string(count); }

Symbols symbols_of(const FragilityView& view) {
  const auto& [experimental, control] = view.table;
  const TwoByTwo &before = view.fragility.before, &after = view.fragility.after;
  return {{"a", text(experimental.events)},
          {"n1", text(experimental.total)},
          {"c", text(control.events)},
          {"n2", text(control.total)},
          {"a1", text(before.experimental.events)},
          {"c1", text(before.control.events)},
          {"a2", text(after.experimental.events)},
          {"c2", text(after.control.events)}};
}

std::string result_text(const FragilityView& view) {
  const Fragility& fragility = view.fragility;
  if (fragility.p_after)
    return fmt::format("P is that of {} ({}), from {}; alpha is {}", view.test.name, view.test.key,
                       view.test.source, short_text(view.alpha));
  return fmt::format("gives nothing: {}", fragility.not_estimable.empty()
                                              ? "after the last change the test has no P"
                                              : fragility.not_estimable);
}

}  // namespace

std::string explain_fragility(const FragilityView& view, const TextLook& look) {
  const bool reverse = view.fragility.p_start >= view.alpha;
  return in_lines(
      explanation({reverse ? reverse_walk : walk, reverse ? "Reverse fragility index" : "Fragility index",
                   symbols_of(view), fragility_working(view.table, view.fragility, view.test)},
                  result_text(view)),
      look);
}

}  // namespace trialcalc::report
