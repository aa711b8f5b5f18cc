// trialcalc methods [KEY]: the registry.

#include <memory>

#include "cli/errors.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/subcommand.hpp"
#include "cli/words.hpp"
#include "report/methods_view.hpp"

namespace trialcalc::cli {

namespace {

struct MethodsOptions {
  std::vector<std::string> keys;
  OutputOptions output;
};

/// The methods of these keys, or of the families of that key; all where no key is given.
std::vector<MethodFamily> chosen(const std::vector<std::string>& keys) {
  std::vector<MethodFamily> families = method_families();
  if (keys.empty()) return families;
  const auto asked = [&](std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (MethodFamily& family : families)
    if (!asked(family.key))
      std::erase_if(family.methods, [&](const Method* method) { return !asked(method->key); });
  return families;
}

void require_known(const std::vector<std::string>& keys) {
  std::vector<std::string> names;
  for (const MethodFamily& family : method_families()) {
    names.emplace_back(family.key);
    for (const Method* method : family.methods) names.emplace_back(method->key);
  }
  for (const std::string& key : keys) require_one_of("methods", key, names);
}

std::string result_of(const MethodsOptions& options) {
  const std::vector<MethodFamily> families = chosen(options.keys);
  if (options.output.is("json")) return report::methods_json(families);
  if (options.output.is("csv") || is_document(options.output))
    return written(methods_grid(families, report::MethodColumns::full), options.output);
  const report::TextLook look = look_of(options.output);
  if (!options.keys.empty()) return report::methods_text(families, look);
  return report::to_text(methods_grid(families, report::MethodColumns::brief), look);
}

}  // namespace

Prepare setup_methods(CLI::App& app) {
  auto options = std::make_shared<MethodsOptions>();
  add_option(app, "KEY", options->keys, "keys of methods or of families, such as katz-log or risk-ratio")
      .group("Arguments");
  add_output_options(app, options->output);
  return [options]() -> Run {
    require_known(options->keys);
    return [options] {
      write_result(options->output, result_of(*options));
      return static_cast<int>(exit_done);
    };
  };
}

}  // namespace trialcalc::cli
