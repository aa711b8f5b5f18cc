#pragma once
// Adding options to a subcommand. CLI11 stays behind these few names, because every file that includes it
// takes several seconds longer to compile.

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace trialcalc::cli {

/// An option, or an argument by its place, that was just added.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  Option& type_name(const std::string& name);  ///< what stands behind it in the help: "PERCENT"
  Option& group(const std::string& title);     ///< where the help lists it
  Option& required();
  /// For a list: each occurrence of the option takes one value, so that arguments may follow.
  Option& one_value_each();
  /// Called with each value as it is read; may throw UsageError.
  Option& each(std::function<void(const std::string&)> see);

 private:
  CLI::Option* option_;
};

/// The name is that of the help: "-o,--output", or "TRIAL" for an argument. The value is set when the command
/// line is parsed, so it must live until then.
Option add_option(CLI::App& app, const std::string& name, std::string& value, const std::string& meaning);
Option add_option(CLI::App& app, const std::string& name, std::optional<std::string>& value,
                  const std::string& meaning);
Option add_option(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                  const std::string& meaning);
Option add_flag(CLI::App& app, const std::string& name, bool& value, const std::string& meaning);

/// "compare"
const std::string& name_of(const CLI::App& subcommand);

}  // namespace trialcalc::cli
