#pragma once
// What the subcommands that analyse one kind of data share: table, strata, means, paired, proportion.

#include <memory>
#include <string>
#include <vector>

#include "cli/compute_options.hpp"
#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "report/analysis_view.hpp"
#include "report/data_view.hpp"

namespace trialcalc::cli {

/// The options of such a subcommand; one with more of its own derives from it.
struct AnalysisArguments {
  std::vector<std::string> words;
  ComputeOptions compute;
  OutputOptions output;
};

/// The result in the format that was asked for.
std::string analysis_result(const report::AnalysisView& view, const AnalysisArguments& arguments);

inline int decimals_in(const TwoMeans& means) { return report::decimals_of(means); }
inline int decimals_in(const auto&) { return 1; }
inline std::int64_t people_in(const Counts& counts) { return counts.total; }
inline std::int64_t people_in(const auto&) { return 1; }

template <class Data>
int run_analysis(const Data& data, const AnalysisRequest& request, const AnalysisArguments& arguments,
                 const std::string& kind) {
  const Analysis analysis = analyse(data, request);
  const report::NumberStyle style = style_of(arguments.compute);
  write_result(
      arguments.output,
      analysis_result({.analysis = analysis,
                       .kind = kind,
                       .style = style,
                       .data = report::data_grid(data, style),
                       .write_data = [&](report::JsonWriter& json) { report::write_data(json, data); },
                       .symbols = report::data_symbols(data, Confidence(request.level).z()),
                       .people = people_in(data),
                       .unit_decimals = decimals_in(data),
                       .workings = workings(data, analysis)},
                      arguments));
  return exit_done;
}

/// Adds the positional arguments, described by `words`, and the options; `parse` makes the data of them.
template <class Arguments, class Parse>
Prepare add_analysis(CLI::App& app, std::shared_ptr<Arguments> arguments, const AnalysisOptions& own,
                     Parse parse) {
  add_analysis_options(app, arguments->compute, own);
  add_output_options(app, arguments->output);
  return [arguments, own, parse, kind = name_of(app)]() -> Run {
    const bool data_format = arguments->output.is("json") || arguments->output.is("csv");
    const AnalysisRequest request = analysis_request(arguments->compute, own, data_format);
    style_of(arguments->compute);  // refused now rather than when all is computed
    return [arguments, request, kind, data = parse(*arguments)] {
      return run_analysis(data, request, *arguments, kind);
    };
  };
}

}  // namespace trialcalc::cli
