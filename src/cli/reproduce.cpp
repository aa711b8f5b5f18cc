// trialcalc reproduce TRIAL: the published tables, recomputed cell by cell.
#include <algorithm>
#include <cctype>
#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/trial_options.hpp"
#include "cli/words.hpp"
#include "report/reproduce_report.hpp"
#include "trialcalc/library.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc::cli {

namespace {

struct ReproduceOptions {
  std::vector<std::string> trials;
  std::vector<std::string> tables;
  std::string data;
  OutputOptions output;
};

std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char letter : name) {
    const auto c = static_cast<unsigned char>(letter);
    if (std::isalnum(c) != 0) letters += static_cast<char>(std::tolower(c));
  }
  return letters;
}

/// "Table 2", "table2", "TABLE 2." and "2" are one name.
std::string plain_name(std::string_view name) {
  const std::string letters = letters_of(name);
  return letters.starts_with("table") ? letters.substr(5) : letters;
}

/// The name nearest to what was asked for, or "".
std::string nearest_name(const std::string& asked, const std::vector<std::string>& names) {
  std::vector<std::string> candidates;
  for (const std::string& name : names) candidates.push_back(letters_of(name));
  const std::string near(nearest(letters_of(asked), candidates));
  const auto at = std::find(candidates.begin(), candidates.end(), near);
  return near.empty() || at == candidates.end() ? ""
                                                : names[static_cast<std::size_t>(at - candidates.begin())];
}

const LaidOutTable& find_table(const std::vector<LaidOutTable>& tables, const std::string& asked,
                               const std::string& trial) {
  std::vector<std::string> names;
  for (const LaidOutTable& table : tables) {
    if (!asked.empty() && plain_name(table.name) == plain_name(asked)) return table;
    names.push_back(table.name);
  }
  const std::string problem = "--table: " + trial + " has no table " + in_quotes(asked);
  const std::string near = nearest_name(asked, names);
  if (!near.empty()) throw UsageError(problem + "; did you mean " + in_quotes(near) + "?");
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  throw UsageError(problem + "; it has " + list);
}

/// Those asked for, in the order asked; all when none is.
std::vector<LaidOutTable> chosen(std::vector<LaidOutTable> tables, const ReproduceOptions& options) {
  const std::string trial = in_quotes(options.trials.front());
  if (tables.empty()) throw UsageError("reproduce: the file of " + trial + " has no tables");
  if (options.tables.empty()) return tables;
  std::vector<LaidOutTable> result;
  for (const std::string& name : options.tables) result.push_back(find_table(tables, name, trial));
  return result;
}

std::string written(const std::vector<LaidOutTable>& tables, const Check& check,
                    const OutputOptions& output) {
  if (output.is("json")) return report::reproduce_json(tables, check);
  if (output.is("csv")) return report::reproduce_csv(tables, check);
  if (is_document(output)) return cli::written(report::reproduce_grids(tables, check), output);
  return report::reproduce_text(tables, check, look_of(output));
}

int run_reproduce(const ReproduceOptions& options) {
  const Trial trial = Library(options.data).read(options.trials.front());
  const Check checked = check(trial);
  const std::vector<LaidOutTable> tables = chosen(lay_out_tables(trial, checked), options);
  write_result(options.output, written(tables, checked, options.output));
  return report::any_discrepant(tables, checked) ? exit_discrepant : exit_done;
}

}  // namespace

Prepare setup_reproduce(CLI::App& app) {
  auto options = std::make_shared<ReproduceOptions>();
  add_option(app, "TRIAL", options->trials, "a trial by id, a trial file, or - for standard input")
      .group("Arguments");
  add_data_option(app, options->data);
  add_option(app, "--table", options->tables, "only this table, by name or number; may be repeated")
      .type_name("NAME")
      .one_value_each()
      .group("Input");
  add_output_options(app, options->output);
  return [options]() -> Run {
    if (options->trials.size() != 1)
      throw UsageError("reproduce: expected one trial, found " + std::to_string(options->trials.size()) +
                       "; 'trialcalc list' lists them");
    return [options] { return run_reproduce(*options); };
  };
}

}  // namespace trialcalc::cli
