#include "cli/analysis_command.hpp"

namespace trialcalc::cli {

std::string analysis_result(const report::AnalysisView& view, const AnalysisArguments& arguments) {
  const OutputOptions& output = arguments.output;
  if (output.is("json")) return report::analysis_json(view);
  if (output.is("csv")) return report::analysis_csv(view.analysis);
  if (is_document(output)) return written(report::analysis_grids(view), output);
  const report::TextLook look = look_of(output);
  std::string text = report::analysis_text(view, look);
  if (arguments.compute.explain) text += '\n' + report::explain_analysis(view, look);
  return text;
}

}  // namespace trialcalc::cli
