// trialcalc selftest: published worked examples recomputed, as a record of validation.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "report/selftest_view.hpp"

namespace trialcalc::cli {

namespace {

struct SelftestOptions {
  bool all = false;
  OutputOptions output;
};

std::string result_of(const report::SelftestView& view, const SelftestOptions& options) {
  if (options.output.is("json")) return report::selftest_json(view);
  if (options.output.is("csv")) return report::selftest_csv(view);
  const auto detail = options.all ? report::SelftestDetail::all : report::SelftestDetail::failed;
  report::Grid grid = selftest_grid(view, detail);
  if (!grid.rows.empty() || options.output.is("html") || options.output.is("latex"))
    return written(grid, options.output);
  const std::string record = report::paragraph(grid.title, look_of(options.output));
  return is_document(options.output) ? record : record + "--all lists each with its source.\n";
}

int run_selftest(const SelftestOptions& options) {
  report::SelftestView view{TRIALCALC_VERSION, {}};
  for (const WorkedExample& example : shipped_examples()) view.examples.push_back(recompute(example));
  write_result(options.output, result_of(view, options));
  return report::reproduced(view) == view.examples.size() ? exit_done : exit_discrepant;
}

}  // namespace

Prepare setup_selftest(CLI::App& app) {
  auto options = std::make_shared<SelftestOptions>();
  add_flag(app, "--all", options->all, "list every example with its source (only those that fail)")
      .group("Output");
  add_output_options(app, options->output);
  return [options]() -> Run { return [options] { return run_selftest(*options); }; };
}

}  // namespace trialcalc::cli
