#include "trialcalc/library.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>

#include "trial/embedded.hpp"
#include "trial/json_node.hpp"
#include "trialcalc/read_trial.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc {

namespace fs = std::filesystem;

namespace {

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string user_folder() {
  const std::string xdg = from_environment("XDG_DATA_HOME"), home = from_environment("HOME");
  if (xdg.starts_with('/')) return xdg + "/trialcalc/trials";
  return home.empty() ? "" : home + "/.local/share/trialcalc/trials";
}

bool is_path(const std::string& name) { return name == "-" || name.ends_with(".json"); }

bool is_plain_name(const std::string& name) {
  return !name.empty() && name.find('/') == std::string::npos && name.find('\0') == std::string::npos;
}

std::string read_all(std::FILE* file, const std::string& path) {
  std::string text;
  char piece[1 << 16];
  while (const std::size_t size = std::fread(piece, 1, sizeof piece, file)) {
    text.append(piece, size);
    if (text.size() > max_file_bytes)
      throw NoTrial(path + ": expected at most " + std::to_string(max_file_bytes >> 20) + " MiB, found more");
  }
  if (std::ferror(file)) throw NoTrial(path + ": cannot be read: " + std::strerror(errno));
  return text;
}

}  // namespace

std::string read_file(const std::string& path) {
  if (path == "-") return read_all(stdin, "standard input");
  std::error_code error;
  if (fs::is_directory(path, error)) throw NoTrial(path + ": expected a file, found a directory");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) throw NoTrial(path + ": cannot be read: " + std::strerror(errno));
  return read_all(file.get(), path);
}

Library::Library(std::string folder) {
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error))
    throw NoTrial(folder + ": expected a folder of trials, found " +
                  (fs::exists(folder, error) ? "a file" : "none"));
  for (std::string place : {std::move(folder), from_environment("TRIALCALC_DATA"), user_folder()})
    if (!place.empty()) folders_.push_back(std::move(place));
}

std::vector<std::string> Library::ids() const {
  std::set<std::string> ids;
  for (const std::string& folder : folders_) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (at->path().extension() == ".json" && !at->is_directory(error))
        ids.insert(at->path().stem().string());
  }
  for (const embedded::File& file : embedded::trials()) ids.emplace(file.id);
  return {ids.begin(), ids.end()};
}

TrialText Library::find(const std::string& name) const {
  if (is_path(name)) {
    const std::string place = name == "-" ? "standard input" : name;
    return {name == "-" ? "-" : fs::path(name).stem().string(), place, read_file(name)};
  }
  if (is_plain_name(name)) {
    for (const std::string& folder : folders_) {
      const std::string path = folder + "/" + name + ".json";
      std::error_code error;
      if (fs::exists(path, error)) return {name, path, read_file(path)};
    }
    for (const embedded::File& file : embedded::trials())
      if (file.id == name) return {name, "built in", std::string(file.text)};
  }
  const auto known = ids();
  const std::string near(nearest(name, known));
  throw NoTrial("there is no trial \"" + json::excerpt(name) + "\"" +
                (near.empty() ? "; 'trialcalc list' shows those there are, and a file's name ends in .json"
                              : "; did you mean \"" + near + "\"?"));
}

Trial read_trial(const TrialText& text) {
  return read_trial(text.text, text.place == "built in" ? text.id + ".json (built in)" : text.place);
}

Trial Library::read(const std::string& name) const { return read_trial(find(name)); }

std::string_view trial_schema() { return embedded::schema(); }

}  // namespace trialcalc
