// Runs every row of tests/reference/*.csv: see the README there for the columns.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "catch.hpp"
#include "paths.hpp"
#include "trialcalc/methods.hpp"
#include "trialcalc/noninferiority.hpp"

using namespace trialcalc;

namespace {

struct Row {
  std::string family, method, input, options, quantity, value, tolerance, source, place;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (char c : text) {
    if (c == '"')
      quoted = !quoted;
    else if (c == separator && !quoted)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

std::vector<Row> all_rows() {
  std::vector<Row> rows;
  for (const auto& entry :
       std::filesystem::directory_iterator(trialcalc::tests::source_dir() + "/tests/reference")) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream file(entry.path());
    std::string line;
    std::getline(file, line);
    for (int number = 2; std::getline(file, line); ++number) {
      if (line.empty() || line[0] == '#') continue;
      const auto cell = split(line, ',');
      const std::string place = entry.path().filename().string() + ":" + std::to_string(number);
      INFO(place);
      REQUIRE(cell.size() == 8);
      rows.push_back({cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], place});
    }
  }
  return rows;
}

Counts counts(const std::string& text) {
  const auto slash = text.find('/');
  return {std::stoll(text.substr(0, slash)), std::stoll(text.substr(slash + 1))};
}

TwoByTwo two_by_two_of(const std::string& text, char separator = ' ') {
  const auto arms = split(text, separator);
  return {counts(arms.at(0)), counts(arms.at(1))};
}

CountTable table_of(const std::string& text) {
  CountTable table;
  for (const auto& line : split(text, ';')) {
    ++table.rows;
    const auto cells = split(line, ',');
    table.columns = cells.size();
    for (const auto& cell : cells) table.cells.push_back(std::stoll(cell));
  }
  return table;
}

MeanSd mean_of(const std::string& text) {
  const auto part = split(text, ',');
  return {std::stod(part.at(0)), std::stod(part.at(1)), std::stoll(part.at(2))};
}

TwoMeans means_of(const std::string& text) {
  const auto arms = split(text, ' ');
  return {mean_of(arms.at(0)), mean_of(arms.at(1))};
}

Pairs pairs_of(const std::string& text) {
  const auto part = split(text, ',');
  Pairs pairs{std::stoll(part.at(0)), std::stoll(part.at(1)), std::stoll(part.at(2))};
  if (part.size() > 3) pairs.both = std::stoll(part[3]);
  return pairs;
}

std::vector<TwoByTwo> strata_of(const std::string& text) {
  std::vector<TwoByTwo> strata;
  for (const auto& stratum : split(text, ' ')) strata.push_back(two_by_two_of(stratum, ','));
  return strata;
}

struct Options {
  double level = 0.95;
  TestOptions test;
  Measure measure = Measure::risk_difference;
  double margin = 0;
};

Options options_of(const std::string& text) {
  Options options;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    const auto equals = word.find('=');
    const std::string key = word.substr(0, equals), value = word.substr(equals + 1);
    if (key == "level")
      options.level = std::stod(value) / 100;
    else if (key == "margin")
      options.margin = std::stod(value);
    else if (key == "measure")
      options.measure = value == "risk-ratio"   ? Measure::risk_ratio
                        : value == "odds-ratio" ? Measure::odds_ratio
                                                : Measure::risk_difference;
    else if (key == "berger-boos")
      options.test.berger_boos = std::stod(value);
    else if (key == "alternative")
      options.test.alternative = value == "less"      ? Alternative::less
                                 : value == "greater" ? Alternative::greater
                                                      : Alternative::two_sided;
    else
      FAIL("unknown option " << word);
  }
  return options;
}

std::optional<double> quantity(const Interval& interval, const std::string& name) {
  if (!interval.not_estimable.empty()) return {};
  if (name == "lower") return interval.lower;
  if (name == "upper") return interval.upper;
  return interval.estimate;
}

std::optional<double> quantity(const TestResult& result, const std::string& name) {
  if (!result.not_estimable.empty()) return {};
  if (name == "statistic") return result.statistic;
  if (name == "df") return result.df;
  if (name == "nuisance") return result.nuisance;
  if (name == "log-p") return result.log_p;
  return result.p;
}

template <class Method, class Input>
std::optional<double> run(std::span<const Method> methods, const Row& row, const Input& input) {
  const Method* method = find_method(methods, row.method);
  REQUIRE(method);
  const Options options = options_of(row.options);
  if constexpr (requires { method->compute(input, Confidence(0.95)); })
    return quantity(method->compute(input, Confidence(options.level)), row.quantity);
  else
    return quantity(method->compute(input, options.test), row.quantity);
}

std::optional<double> against_margin(const Row& row) {
  const auto* method = find_method(noninferiority::methods(), row.method);
  REQUIRE(method);
  const Options options = options_of(row.options);
  const noninferiority::Margin margin{options.measure, options.margin};
  return quantity(method->compute(two_by_two_of(row.input), margin, options.test.alternative), row.quantity);
}

std::optional<double> computed(const Row& row) {
  const std::string& f = row.family;
  if (f == "noninferiority") return against_margin(row);
  if (f == "test") return run(two_by_two::methods(), row, two_by_two_of(row.input));
  if (f == "risk-ratio") return run(risk_ratio::methods(), row, two_by_two_of(row.input));
  if (f == "risk-difference") return run(risk_difference::methods(), row, two_by_two_of(row.input));
  if (f == "odds-ratio") return run(odds_ratio::methods(), row, two_by_two_of(row.input));
  if (f == "proportion") return run(proportion::methods(), row, counts(row.input));
  if (f == "table") return run(table::methods(), row, table_of(row.input));
  if (f == "means") return run(means::methods(), row, means_of(row.input));
  if (f == "standardised") return run(means::standardised_methods(), row, means_of(row.input));
  if (f == "means-test") return run(means::tests(), row, means_of(row.input));
  if (f == "paired") return run(paired::methods(), row, pairs_of(row.input));
  if (f == "paired-test") return run(paired::tests(), row, pairs_of(row.input));
  const auto strata = strata_of(row.input);
  const std::span<const TwoByTwo> tables = strata;
  if (f == "strata-test") return run(strata::tests(), row, tables);
  if (f == "strata-risk-ratio") return run(strata::methods(Measure::risk_ratio), row, tables);
  if (f == "strata-risk-difference") return run(strata::methods(Measure::risk_difference), row, tables);
  if (f == "strata-odds-ratio") return run(strata::methods(Measure::odds_ratio), row, tables);
  FAIL("unknown family " << f);
  return {};
}

double half_unit(const std::string& printed) {
  const auto exponent = printed.find_first_of("eE");
  const std::string mantissa = printed.substr(0, exponent);
  const auto point = mantissa.find('.');
  const int decimals = point == std::string::npos ? 0 : static_cast<int>(mantissa.size() - point - 1);
  const int power = exponent == std::string::npos ? 0 : std::stoi(printed.substr(exponent + 1));
  return 0.5 * std::pow(10, power - decimals);
}

void check(const Row& row) {
  INFO(row.place << "  " << row.family << ' ' << row.method << ' ' << row.input << ' ' << row.options << ' '
                 << row.quantity << "  from " << row.source);
  REQUIRE_FALSE(row.source.empty());
  const std::optional<double> value = computed(row);
  if (row.value == "none") {
    CHECK_FALSE(value.has_value());
    return;
  }
  REQUIRE(value.has_value());
  const double expected = std::stod(row.value);
  if (std::isinf(expected)) {
    CHECK(*value == expected);
    return;
  }
  const double tolerance =
      row.tolerance.empty() ? half_unit(row.value) * 1.0001 : std::stod(row.tolerance) * std::abs(expected);
  CHECK(*value == Approx(expected).margin(tolerance).epsilon(0));
}

}  // namespace

TEST_CASE("published and cross-software values are reproduced", "[stats][reference]") {
  for (const Row& row : all_rows()) check(row);
}

TEST_CASE("every method of the registry is complete and has reference values", "[stats][registry]") {
  std::set<std::pair<std::string, std::string>> referenced;
  for (const Row& row : all_rows()) referenced.emplace(row.family, row.method);
  for (const MethodFamily& family : method_families()) {
    std::set<std::string_view> keys;
    for (const Method* method : family.methods) {
      INFO(family.key << ' ' << method->key);
      CHECK(keys.insert(method->key).second);
      for (std::string_view text : {method->name, method->formula, method->source, method->when})
        CHECK_FALSE(text.empty());
      CHECK(method->usualness >= 1);
      CHECK(method->usualness <= 5);
      CHECK(referenced.contains({std::string(family.key), std::string(method->key)}));
    }
  }
}
