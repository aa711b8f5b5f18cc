#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/words.hpp"
#include "report/html.hpp"
#include "report/latex.hpp"

namespace trialcalc::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t usual_width = 80, narrowest = 40, widest = 140;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The locale decides only whether text is Unicode, never a digit.
bool locale_has_unicode() {
  std::string locale;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    locale = environment(name);
    if (!locale.empty()) break;
  }
  std::transform(locale.begin(), locale.end(), locale.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
  return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

void write_all(int file, std::string_view text, const std::string& place) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw OutputError("cannot write " + place + ": " + std::strerror(errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

int open_existing(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) throw OutputError("cannot write " + path + ": " + std::strerror(errno));
  return file;
}

/// That of the file there is, else what the umask leaves.
mode_t mode_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

const std::vector<std::string>& all_formats() {
  static const std::vector<std::string> formats = {"text",  "json", "ndjson", "csv", "markdown", "html",
                                                   "latex", "r",    "python", "sas", "stata"};
  return formats;
}

void check_format(const std::string& subcommand, const std::string& format,
                  const std::vector<std::string>& formats) {
  if (std::find(formats.begin(), formats.end(), format) != formats.end()) return;
  require_one_of("--format", format, all_formats());
  std::string list;
  for (const std::string& name : formats) list += (list.empty() ? "" : ", ") + name;
  throw UsageError("--format: " + subcommand + " does not write " + format + "; it writes " + list);
}

}  // namespace

std::vector<std::string> table_formats() { return {"text", "json", "csv", "markdown", "html", "latex"}; }

void add_output_options(CLI::App& app, OutputOptions& options, std::vector<std::string> formats) {
  std::string names;
  for (const std::string& name : formats) names += (names.empty() ? "" : ", ") + name;
  const std::string subcommand = name_of(app);
  add_option(app, "--format", options.format, names)
      .type_name("FORMAT")
      .group("Output")
      .each([subcommand, formats](const std::string& format) { check_format(subcommand, format, formats); });
  add_option(app, "-o,--output", options.output,
             "write to a file, which is replaced only when all is written")
      .type_name("FILE")
      .group("Output");
  add_option(app, "--color", options.colour, "auto, always or never; NO_COLOR is respected")
      .type_name("WHEN")
      .group("Output")
      .each([](const std::string& when) {
        require_one_of("--color", when, {"auto", "always", "never"});
      });
}

void add_explain_option(CLI::App& app, bool& explain) {
  add_flag(app, "--explain", explain,
           "add each formula, the way to its result with these numbers, and its source")
      .group("Output");
}

report::TextLook look_of(const OutputOptions& options) {
  const bool terminal = options.output == "-" && ::isatty(STDOUT_FILENO) == 1;
  report::TextLook look;
  look.unicode = locale_has_unicode();
  look.width = terminal ? terminal_width() : usual_width;
  const bool wanted = terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  look.colour = options.colour == "always" || (options.colour == "auto" && wanted);
  return look;
}

bool is_document(const OutputOptions& options) {
  return options.is("markdown") || options.is("html") || options.is("latex");
}

std::string written(const std::vector<report::Grid>& grids, const OutputOptions& options) {
  if (options.is("html")) return report::html_page(grids);
  if (options.is("latex")) return report::latex_tables(grids);
  std::string text;
  for (const report::Grid& grid : grids) text += (text.empty() ? "" : "\n") + report::to_markdown(grid);
  return text;
}

std::string written(const report::Grid& grid, const OutputOptions& options) {
  if (options.is("csv")) return report::to_csv(grid);
  if (is_document(options)) return written(std::vector{grid}, options);
  return report::to_text(grid, look_of(options));
}

void write_standard_output(const std::string& text) { write_all(STDOUT_FILENO, text, "standard output"); }

void write_standard_error(const std::string& text) { write_all(STDERR_FILENO, text, "standard error"); }

void write_result(const OutputOptions& options, const std::string& text) {
  ResultStream results(options.output);
  results.write(text);
  results.finish();
}

ResultStream::ResultStream(std::string place) : place_(std::move(place)) {
  if (place_ == "-") {
    file_ = STDOUT_FILENO;
    return;
  }
  std::error_code error;
  const fs::file_status status = fs::status(place_, error);
  if (fs::is_directory(status)) throw OutputError("cannot write " + place_ + ": it is a directory");
  if (fs::exists(status) && !fs::is_regular_file(status)) {  // a device or a pipe
    file_ = open_existing(place_);
    return;
  }
  const fs::path through_links = fs::weakly_canonical(place_, error);
  target_ = through_links.empty() ? place_ : through_links.string();
  replacement_ = target_ + ".XXXXXX";
  file_ = ::mkostemp(replacement_.data(), O_CLOEXEC);
  if (file_ < 0) fail();
}

ResultStream::~ResultStream() {
  if (file_ > STDOUT_FILENO) ::close(file_);
  if (file_ >= 0 && !replacement_.empty()) ::unlink(replacement_.c_str());
}

void ResultStream::write(std::string_view text) {
  write_all(file_, text, place_ == "-" ? "standard output" : place_);
}

void ResultStream::finish() {
  if (file_ == STDOUT_FILENO) return;
  if (!replacement_.empty()) ::fchmod(file_, mode_of(target_));
  const int file = std::exchange(file_, -1);
  const bool closed = ::close(file) == 0;
  if (closed && (replacement_.empty() || ::rename(replacement_.c_str(), target_.c_str()) == 0)) return;
  const int reason = errno;
  if (!replacement_.empty()) ::unlink(replacement_.c_str());
  errno = reason;
  fail();
}

void ResultStream::fail() const { throw OutputError("cannot write " + place_ + ": " + std::strerror(errno)); }

}  // namespace trialcalc::cli
