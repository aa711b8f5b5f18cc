#include "cli/batch_answer.hpp"

#include <optional>

#include "trialcalc/published.hpp"
#include "trialcalc/published_check.hpp"

namespace trialcalc::cli {

namespace {

Check check_line(const TwoByTwo& table, const std::string& published) {
  try {
    return check_published(table, published);
  } catch (const BadPublished& bad) {
    throw BadLine("published: expected " + bad.expected() + ", found " + bad.found() + " in \"" + published +
                  "\"");
  }
}

}  // namespace

void BatchAnswer::operator()(std::string_view text, std::size_t number, std::string& out) {
  const std::size_t before = out.size();
  try {
    task_.read(text, line_);
    std::visit([&](const auto& data) { answer(data, out); }, line_.data);
  } catch (const std::runtime_error& error) {  // BadLine, or what this line's numbers led to
    out.resize(before);
    task_.writer->add_error(out, line_, number, error.what());
    task_.all_well = false;
  }
}

void BatchAnswer::answer(const TwoByTwo& table, std::string& out) {
  compare(table, task_.plan, comparison_);
  if (line_.published.empty()) return task_.writer->add(out, line_, comparison_, nullptr);
  const Check published = check_line(table, line_.published);
  if (published.any_discrepant()) task_.all_well = false;
  task_.writer->add(out, line_, comparison_, &published);
}

void BatchAnswer::answer(const auto& data, std::string& out) {
  task_.writer->add(out, line_, analyse(data, task_.request));
}

}  // namespace trialcalc::cli
