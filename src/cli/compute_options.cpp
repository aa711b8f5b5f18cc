#include "cli/compute_options.hpp"

#include <algorithm>
#include <charconv>

#include "cli/errors.hpp"
#include "cli/measure_arguments.hpp"
#include "cli/number_arguments.hpp"
#include "cli/option.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

constexpr const char* group = "Computation";
constexpr int most_digits = 15;
constexpr double largest_gamma = 0.05;

void add_keys(std::vector<std::string>& keys, auto methods) {
  for (const Method& method : methods)
    if (std::find(keys.begin(), keys.end(), method.key) == keys.end()) keys.emplace_back(method.key);
}

std::vector<std::string> interval_keys() {
  std::vector<std::string> keys = {"all"};
  for (Measure measure : all_measures) add_keys(keys, interval_methods(measure));
  add_keys(keys, proportion::methods());
  return keys;
}

std::vector<std::string> test_keys() {
  std::vector<std::string> keys = {"all"};
  add_keys(keys, two_by_two::methods());
  add_keys(keys, noninferiority::methods());
  return keys;
}

bool has(const std::vector<Measure>& measures, Measure measure) {
  return std::find(measures.begin(), measures.end(), measure) != measures.end();
}

/// The measures that have an interval method of this key.
std::vector<Measure> measures_with(std::string_view key) {
  std::vector<Measure> measures;
  for (Measure measure : all_measures)
    if (measure != Measure::nnt && find_method(interval_methods(measure), key)) measures.push_back(measure);
  return measures;
}

bool shows_any(const std::vector<Measure>& shown, const std::vector<Measure>& measures) {
  return std::any_of(measures.begin(), measures.end(), [&](Measure measure) {
    return has(shown, measure) || (measure == Measure::risk_difference && has(shown, Measure::nnt));
  });
}

/// An interval that was asked for is shown: its measure is added, unless --measure leaves it out.
void add_measures_of_intervals(PlanRequest& request, bool measures_given) {
  for (const std::string& key : request.intervals) {
    if (key == "all" || find_method(proportion::methods(), key)) continue;
    const std::vector<Measure> measures = measures_with(key);
    if (shows_any(request.measures, measures)) continue;
    if (measures_given)
      throw UsageError("--ci: \"" + key + "\" is an interval for the " +
                       std::string(measure_key(measures.at(0))) + ", which --measure leaves out");
    request.measures.push_back(measures.at(0));
  }
}

/// Throws UsageError for a method that another option or command has.
void refuse_of_other_family(const std::string& key, std::string_view option,
                            const std::vector<std::string>& keys) {
  if (std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  for (const MethodFamily& family : method_families())
    for (const Method* method : family.methods)
      if (method->key == key)
        throw UsageError(std::string(option) + ": there is no " + in_quotes(key) + " here, but among '" +
                         std::string(family.title) + "'; see 'trialcalc methods " + key + "'");
}

std::vector<std::string> known_keys(const std::vector<std::string>& texts, std::string_view option,
                                    const std::vector<std::string>& keys) {
  std::vector<std::string> words = split_list(texts, option);
  for (std::string& word : words) {
    word = lower_case(word);
    refuse_of_other_family(word, option, keys);
    require_one_of(option, word, keys);
  }
  return words;
}

Alternative parse_alternative(const std::string& word) {
  require_one_of("--alternative", word, {"two-sided", "less", "greater"});
  if (word == "less") return Alternative::less;
  return word == "greater" ? Alternative::greater : Alternative::two_sided;
}

int parse_digits(const std::string& text) {
  int digits = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), digits);
  if (error != std::errc() || end != text.data() + text.size() || digits < 0 || digits > most_digits)
    throw UsageError("--digits: expected a whole number from 0 to 15, found " + in_quotes(text));
  return digits;
}

std::vector<std::string> style_names() {
  std::vector<std::string> names;
  for (const report::NumberStyle& style : report::number_styles()) names.emplace_back(style.key);
  return names;
}

Option add_list(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                const std::string& description) {
  return add_option(app, name, target, description).one_value_each().type_name("KEY[,KEY]").group(group);
}

void add_alternative(CLI::App& app, ComputeOptions& options) {
  add_option(app, "--alternative", options.alternative,
             "two-sided, less or greater: experimental against control")
      .type_name("SIDE")
      .group(group);
}

/// How the result looks.
void add_look(CLI::App& app, ComputeOptions& options) {
  add_option(app, "--digits", options.digits, "decimals in text (by kind of number)")
      .type_name("N")
      .group("Output");
  add_option(app, "--style", options.style,
             "how numbers are written: plain, jama, lancet, nejm, bmj; a journal's adds a sentence to paste")
      .type_name("STYLE")
      .group("Output");
  add_explain_option(app, options.explain);
}

void refuse_margin_tests_without_margin(const PlanRequest& request) {
  for (const std::string& key : request.tests)
    if (key != "all" && !request.margins && !find_method(two_by_two::methods(), key))
      throw UsageError("--test: \"" + key + "\" tests against a margin; give one, such as --margin rd=0.1");
}

/// The keys of these families, "all" first.
std::vector<std::string> family_keys(const std::vector<std::string_view>& families) {
  std::vector<std::string> keys = {"all"};
  for (const MethodFamily& family : method_families())
    if (std::find(families.begin(), families.end(), family.key) != families.end())
      for (const Method* method : family.methods) add_keys(keys, std::span(method, 1));
  return keys;
}

}  // namespace

void add_level_option(CLI::App& app, std::optional<std::string>& level) {
  add_option(app, "--level", level, "confidence level in per cent (95)").type_name("PERCENT").group(group);
}

void add_method_options(CLI::App& app, ComputeOptions& options) {
  add_level_option(app, options.level);
  add_list(app, "--measure", options.measures, "rr, rd, or, nnt, or all (text: rr,rd; JSON: all)");
  add_list(app, "--ci", options.intervals,
           "interval methods, or all (wilson, katz-log, newcombe, woolf); each applies to the measures that "
           "have it");
  add_list(app, "--test", options.tests,
           "tests, or all (pearson, and fisher where an expected count is below 5)");
  add_alternative(app, options);
  add_option(app, "--berger-boos", options.berger_boos,
             "unconditional tests: take the supremum over a 1 - GAMMA interval of the risk, such as 1e-6")
      .type_name("GAMMA")
      .group(group);
  add_option(app, "--margin", options.margin,
             "test non-inferiority against rd=0.1 (10 points worse, the event being bad), rr=1.25 or "
             "or=0.8; with two, as rr=0.8,1.25, equivalence")
      .type_name("MARGIN")
      .group(group);
}

void add_compute_options(CLI::App& app, ComputeOptions& options) {
  add_method_options(app, options);
  add_look(app, options);
}

void add_analysis_options(CLI::App& app, ComputeOptions& options, const AnalysisOptions& own) {
  const auto usual = [](const std::string& keys) { return " (text: " + keys + "; JSON, CSV: all)"; };
  if (!own.families.intervals.empty()) add_level_option(app, options.level);
  if (own.has_measures) add_list(app, "--measure", options.measures, "rr, rd, or, or all (all)");
  if (!own.families.intervals.empty())
    add_list(app, "--ci", options.intervals, "interval methods, or all" + usual(own.usual_intervals));
  if (!own.families.tests.empty()) {
    add_list(app, "--test", options.tests, "tests, or all" + usual(own.usual_tests));
    add_alternative(app, options);
  }
  add_look(app, options);
}

double parse_level(const std::string& per_cent) {
  const auto fail = [&](const std::string& why) -> double {
    throw UsageError("--level: expected per cent, from 1 to below 100, such as 95 or 95.37, found " +
                     in_quotes(per_cent) + why);
  };
  const bool plain = !per_cent.empty() && per_cent.find_first_not_of("0123456789.") == std::string::npos;
  // With the exponent put in, the level is the double nearest to the decimal, not a rounded quotient.
  const std::string proportion = per_cent + "e-2";
  double level = 0;
  const auto [end, error] = std::from_chars(proportion.data(), proportion.data() + proportion.size(), level);
  if (!plain || error != std::errc() || end != proportion.data() + proportion.size()) return fail("");
  if (level > 0 && level < 0.01) return fail("; a proportion is written as per cent here: 0.95 is 95");
  return level > 0 && level < 1 ? level : fail("");
}

PlanRequest plan_request(const ComputeOptions& options, const std::vector<Measure>& usual) {
  PlanRequest request;
  request.level = options.level ? parse_level(*options.level) : 0.95;
  request.intervals = known_keys(options.intervals, "--ci", interval_keys());
  request.tests = known_keys(options.tests, "--test", test_keys());
  request.test_options.alternative = parse_alternative(options.alternative);
  if (options.berger_boos)
    request.test_options.berger_boos =
        parse_real(*options.berger_boos, "--berger-boos", {0, largest_gamma, false});
  const std::vector<Measure> asked = parse_measures(options.measures);
  if (options.margin) request.margins = parse_margins(*options.margin, asked);
  refuse_margin_tests_without_margin(request);
  request.measures = asked.empty() ? usual : asked;
  add_measures_of_intervals(request, !options.measures.empty());
  return request;
}

AnalysisRequest analysis_request(const ComputeOptions& options, const AnalysisOptions& own,
                                 bool all_methods) {
  AnalysisRequest request;
  request.level = options.level ? parse_level(*options.level) : 0.95;
  request.intervals = known_keys(options.intervals, "--ci", family_keys(own.families.intervals));
  request.tests = known_keys(options.tests, "--test", family_keys(own.families.tests));
  request.test_options.alternative = parse_alternative(options.alternative);
  request.measures = parse_measures(options.measures);
  if (!options.measures.empty() && std::erase(request.measures, Measure::nnt) > 0 && request.measures.empty())
    throw UsageError("--measure: there is no common number needed to treat; expected rr, rd or or");
  if (all_methods && request.intervals.empty()) request.intervals = {"all"};
  if (all_methods && request.tests.empty()) request.tests = {"all"};
  return request;
}

report::NumberStyle style_of(const ComputeOptions& options, std::string_view usual) {
  if (options.style) require_one_of("--style", *options.style, style_names());
  const report::NumberStyle* found = report::find_style(options.style ? *options.style : usual);
  report::NumberStyle style = found ? *found : report::NumberStyle{};
  if (options.digits) style.digits = parse_digits(*options.digits);
  return style;
}

}  // namespace trialcalc::cli
