// trialcalc batch [FILE]...: one table a line.
#include <memory>
#include <thread>

#include "cli/batch_answer.hpp"
#include "cli/batch_pipeline.hpp"
#include "cli/batch_request.hpp"
#include "cli/errors.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

constexpr std::int64_t most_threads = 1024;

struct BatchOptions {
  std::vector<std::string> files;
  std::string input_format = "ndjson";
  std::optional<std::string> columns, threads;
  bool echo = false;
  ComputeOptions compute;
  OutputOptions output;
};

std::size_t thread_count(const std::optional<std::string>& text) {
  if (text) return static_cast<std::size_t>(parse_whole(*text, "--threads", {1, most_threads}));
  return std::max(1u, std::thread::hardware_concurrency());
}

CsvColumns columns_of(std::string_view header, const std::string& place) {
  try {
    return CsvColumns(header);
  } catch (const BadLine& bad) {
    throw UsageError(place + ": " + bad.what());
  }
}

/// Finds the columns of a CSV file, in --columns or in its first line, and has the task read by them.
class CsvStart {
 public:
  CsvStart(BatchTask& task, const std::optional<std::string>& columns) : task_(task) {
    if (columns) use(columns_of(*columns, "--columns"));
  }

  /// True: the line names the columns. Another file's must name the same.
  bool operator()(std::string_view line) {
    if (!header_) {
      if (columns_) return columns_->is_header(line);
      use(columns_of(line, "the first line"));
      header_ = line;
    } else if (*header_ != line) {
      throw InputError("expected the same columns in each file, found other ones");
    }
    return true;
  }

 private:
  void use(CsvColumns columns) {
    columns_ = std::make_shared<CsvColumns>(std::move(columns));
    task_.read = [found = columns_](std::string_view text, BatchLine& line) { found->read(text, line); };
  }

  BatchTask& task_;
  std::shared_ptr<const CsvColumns> columns_;
  std::optional<std::string> header_;
};

std::shared_ptr<BatchTask> task_of(const BatchOptions& options) {
  require_one_of("--input-format", options.input_format, {"ndjson", "csv"});
  if (options.columns && options.input_format != "csv")
    throw UsageError("--columns: expected beside --input-format csv");
  auto task = std::make_shared<BatchTask>();
  const BatchRequest request = batch_request(options.compute);
  task->plan = make_plan(request.two_arms);
  task->request = request.other;
  task->read = read_json_line;
  task->writer = options.output.is("csv") ? report::batch_csv_writer(options.echo)
                                          : report::batch_json_writer(options.echo);
  return task;
}

int run_batch(const BatchOptions& options, BatchTask& task) {
  CsvStart start(task, options.columns);
  const bool csv = options.input_format == "csv";
  LineSource source(options.files, [&](std::string_view line) { return csv && start(line); });
  ResultStream results(options.output.output);
  results.write(task.writer->head());
  answer_lines(source, results, thread_count(options.threads), [&] { return BatchAnswer(task); });
  results.finish();
  return task.all_well ? exit_done : exit_discrepant;
}

}  // namespace

Prepare setup_batch(CLI::App& app) {
  auto options = std::make_shared<BatchOptions>();
  add_option(app, "FILE", options->files, "files of lines, one table each, or - for standard input (-)")
      .group("Arguments");
  add_option(app, "--input-format", options->input_format, "ndjson or csv (ndjson)")
      .type_name("FORMAT")
      .group("Input");
  add_option(app, "--columns", options->columns,
             "the names of the CSV columns, in their order, where its first line has others or none")
      .type_name("NAME,...")
      .group("Input");
  add_method_options(app, options->compute);
  options->output.format = "ndjson";
  add_output_options(app, options->output, {"ndjson", "csv"});
  add_flag(app, "--echo", options->echo, "repeat the data of each line in its answer").group("Output");
  add_option(app, "--threads", options->threads, "threads to compute with (all cores)")
      .type_name("N")
      .group("Computation");
  return [options]() -> Run {
    if (options->files.empty()) options->files = {"-"};
    thread_count(options->threads);
    return [options, task = task_of(*options)] { return run_batch(*options, *task); };
  };
}

}  // namespace trialcalc::cli
