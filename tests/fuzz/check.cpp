// A trial file that reads is checked without an exception, and each format can write the check.
#include <nlohmann/json.hpp>

#include "fuzz.hpp"
#include "report/check_report.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/read_trial.hpp"

namespace {

using namespace trialcalc;

void write_everything(const Check& check) {
  report::check_text(check, {}, report::Detail::all);
  for (const report::Grid& grid : report::check_grids(check, report::Detail::all)) {
    report::to_markdown(grid);
    report::to_html(grid);
    report::to_latex(grid);
  }
  report::check_csv(std::span(&check, 1));
  const auto json = nlohmann::json::parse(report::check_json(std::span(&check, 1)));
  fuzz::expect(json.at("findings").size() == check.findings.size(), "every finding is written");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Trial trial;
  try {
    trial = read_trial(fuzz::text_of(data, size), "fuzz.json");
  } catch (const BadTrial&) {
    return -1;  // not worth keeping: the target "trial" looks at what is refused
  }
  write_everything(check(trial));
  return 0;
}
