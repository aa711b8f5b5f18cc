#include "report/scripts/documented.hpp"

#include <fmt/format.h>

#include "report/number_style.hpp"

namespace trialcalc::report {

std::string filled(std::string_view pattern, const ScriptPart& part, const ScriptItem& item) {
  const auto* table = std::get_if<TwoByTwo>(&part.data);
  const auto* means = std::get_if<TwoMeans>(&part.data);
  const TwoByTwo cells = table ? *table : TwoByTwo{};
  const TwoMeans two = means ? *means : TwoMeans{};
  const auto& [experimental, control] = cells;
  const Counts& arm = item.of_control ? control : experimental;
  return fmt::format(
      fmt::runtime(pattern), fmt::arg("a", experimental.events), fmt::arg("b", experimental.others()),
      fmt::arg("c", control.events), fmt::arg("d", control.others()), fmt::arg("n1", experimental.total),
      fmt::arg("n2", control.total), fmt::arg("x", arm.events), fmt::arg("n", arm.total),
      fmt::arg("level", level_text(part.level)), fmt::arg("z", Confidence(part.level).z()),
      fmt::arg("means", fmt::format("{} {} {} {} {} {}", two.experimental.n, two.experimental.mean,
                                    two.experimental.sd, two.control.n, two.control.mean, two.control.sd)));
}

const CommandMethod* find_row(std::span<const CommandMethod> rows, const ScriptItem& item) {
  const std::string_view key = item.method ? item.method->key : "";
  for (const CommandMethod& row : rows)
    if (row.family == item.family && row.key == key) return &row;
  return nullptr;
}

std::vector<std::string> value_labels(const ScriptItem& item) {
  if (item.ours.size() < 2) return {item.label};
  return {item.label + ", lower", item.label + ", upper"};
}

std::string part_heading(const ScriptPart& part) {
  return fmt::format("{}. 1: {}; 2: {}", safe_name(part.name),
                     part.experimental.empty() ? "experimental" : safe_name(part.experimental),
                     part.control.empty() ? "control" : safe_name(part.control));
}

}  // namespace trialcalc::report
