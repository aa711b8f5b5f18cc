#pragma once
// Where results go and how they look there.

#include <string>
#include <string_view>
#include <vector>

#include "report/grid.hpp"

namespace CLI {
class App;
}

namespace trialcalc::cli {

struct OutputOptions {
  std::string format = "text";
  std::string output = "-";  ///< a path, or "-" for standard output
  std::string colour = "auto";
  bool explain = false;  ///< where the subcommand has --explain

  bool is(std::string_view name) const { return format == name; }
  bool explains() const { return explain && is("text"); }  ///< data and documents hold results only
};

/// What a subcommand whose result is tables can write.
std::vector<std::string> table_formats();

/// Adds --format, --output and --color. `formats` are those that the subcommand can write.
void add_output_options(CLI::App& app, OutputOptions& options,
                        std::vector<std::string> formats = table_formats());

/// Adds --explain.
void add_explain_option(CLI::App& app, bool& explain);

/// Letters, colour and width of the place that the result goes to.
report::TextLook look_of(const OutputOptions& options);

/// Is it a format that is made of tables for a reader: markdown, html or latex?
bool is_document(const OutputOptions& options);
/// The tables in one of these formats.
std::string written(const std::vector<report::Grid>& grids, const OutputOptions& options);
/// The table in one of them, or as text or csv.
std::string written(const report::Grid& grid, const OutputOptions& options);

/// A result as it is made: to standard output ("-"), to a device, or to a file that is replaced only when the
/// result is finished, and left as it was when it is not. Throws OutputError.
class ResultStream {
 public:
  explicit ResultStream(std::string place);
  ResultStream(const ResultStream&) = delete;
  ResultStream& operator=(const ResultStream&) = delete;
  ~ResultStream();

  void write(std::string_view text);
  void finish();

 private:
  [[noreturn]] void fail() const;

  std::string place_, target_,
      replacement_;  // the last two only for a file: its own name, and the one until then
  int file_ = -1;
};

/// Writes the whole result: to standard output, or to a file that is replaced only when all is written.
/// Throws OutputError.
void write_result(const OutputOptions& options, const std::string& text);
void write_standard_output(const std::string& text);
void write_standard_error(const std::string& text);

}  // namespace trialcalc::cli
