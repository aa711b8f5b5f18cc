#include "cli/option.hpp"

#include <CLI/CLI.hpp>

namespace trialcalc::cli {

Option& Option::type_name(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::group(const std::string& title) {
  option_->group(title);
  return *this;
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::one_value_each() {
  option_->allow_extra_args(false);
  return *this;
}

Option& Option::each(std::function<void(const std::string&)> see) {
  option_->each(see);
  return *this;
}

Option add_option(CLI::App& app, const std::string& name, std::string& value, const std::string& meaning) {
  return Option(*app.add_option(name, value, meaning));
}

Option add_option(CLI::App& app, const std::string& name, std::optional<std::string>& value,
                  const std::string& meaning) {
  return Option(*app.add_option(name, value, meaning));
}

Option add_option(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                  const std::string& meaning) {
  return Option(*app.add_option(name, values, meaning));
}

Option add_flag(CLI::App& app, const std::string& name, bool& value, const std::string& meaning) {
  return Option(*app.add_flag(name, value, meaning));
}

const std::string& name_of(const CLI::App& subcommand) { return subcommand.get_name(); }

}  // namespace trialcalc::cli
