#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/errors.hpp"
#include "cli/words.hpp"

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

/// A file beside the one to be written, that is removed unless it takes its place.
class Replacement {
 public:
  explicit Replacement(const fs::path& target) : target_(target), name_(target.string() + ".XXXXXX") {
    file_ = mkstemp(name_.data());
    if (file_ < 0) fail();
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (file_ >= 0) ::close(file_);
    if (!name_.empty()) ::unlink(name_.c_str());
  }

  void write(std::string_view text) {
    write_all(file_, text, target_.string());
    ::fchmod(file_, mode());
    const int file = file_;
    file_ = -1;
    if (::close(file) != 0 || ::rename(name_.c_str(), target_.c_str()) != 0) fail();
    name_.clear();
  }

 private:
  [[noreturn]] void fail() const {
    throw OutputError("cannot write " + target_.string() + ": " + std::strerror(errno));
  }

  /// That of the file there is, else what the umask leaves.
  mode_t mode() const {
    struct stat status {};
    if (::stat(target_.c_str(), &status) == 0) return status.st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
  }

  fs::path target_;
  std::string name_;
  int file_ = -1;
};

void write_in_place(const std::string& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY);
  if (file < 0) throw OutputError("cannot write " + path + ": " + std::strerror(errno));
  try {
    write_all(file, text, path);
  } catch (...) {
    ::close(file);
    throw;
  }
  if (::close(file) != 0) throw OutputError("cannot write " + path + ": " + std::strerror(errno));
}

void write_file(const std::string& path, const std::string& text) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);  // through a link, to the file it names
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) throw OutputError("cannot write " + path + ": it is a directory");
  if (fs::exists(status) && !fs::is_regular_file(status))
    write_in_place(path, text);  // a device or a pipe
  else
    Replacement(target.empty() ? fs::path(path) : target).write(text);
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

void add_output_options(CLI::App& app, OutputOptions& options, std::vector<std::string> formats) {
  std::string names;
  for (const std::string& name : formats) names += (names.empty() ? "" : ", ") + name;
  const std::string subcommand = app.get_name();
  app.add_option("--format", options.format, names)
      ->type_name("FORMAT")
      ->group("Output")
      ->each([subcommand, formats](const std::string& format) { check_format(subcommand, format, formats); });
  app.add_option("--output", options.output, "write to a file, which is replaced only when all is written")
      ->type_name("FILE")
      ->group("Output");
  app.add_option("--color", options.colour, "auto, always or never; NO_COLOR is respected")
      ->type_name("WHEN")
      ->group("Output")
      ->each([](const std::string& when) {
        require_one_of("--color", when, {"auto", "always", "never"});
      });
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

std::string written(const report::Grid& grid, const OutputOptions& options) {
  if (options.is("csv")) return report::to_csv(grid);
  if (options.is("markdown")) return report::to_markdown(grid);
  return report::to_text(grid, look_of(options));
}

void write_standard_output(const std::string& text) { write_all(STDOUT_FILENO, text, "standard output"); }

void write_standard_error(const std::string& text) { write_all(STDERR_FILENO, text, "standard error"); }

void write_result(const OutputOptions& options, const std::string& text) {
  if (options.output == "-")
    write_standard_output(text);
  else
    write_file(options.output, text);
}

}  // namespace trialcalc::cli
