#include "report/scripts/dialect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

struct FamilyWords {
  std::string_view prefix;     ///< of the functions' names
  std::string_view arguments;  ///< of the functions
  std::string_view estimate;   ///< without a method
};

// In the order of the enumeration.
constexpr FamilyWords families[] = {
    {"risk", "x, n, level", "x{0} / n{0}"},
    {"rr", "x1, n1, x2, n2, level", "(x1 / n1) / (x2 / n2)"},
    {"rd", "x1, n1, x2, n2, level", "x1 / n1 - x2 / n2"},
    {"or", "x1, n1, x2, n2, level", "(x1 * (n2 - x2)) / ((n1 - x1) * x2)"},
    {"rd", "x1, n1, x2, n2, level", "1 / (x1 / n1 - x2 / n2)"},
    {"p", "x1, n1, x2, n2, alternative", ""},
    {"table", "counts", ""},
    {"means", "m1, s1, n1, m2, s2, n2, alternative", ""},
};

const FamilyWords& words(ScriptFamily family) { return families[static_cast<std::size_t>(family)]; }

/// The limits of a number needed to treat are those of the risk difference, turned over.
ScriptFamily computed_as(ScriptFamily family) {
  return family == ScriptFamily::nnt ? ScriptFamily::risk_difference : family;
}

std::string function_name(const ScriptMethod& method) {
  std::string name = fmt::format("{}_{}", words(method.family).prefix, method.key);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// Writes one script; functions come before their first use, each once.
class DialectScript {
 public:
  DialectScript(const Script& script, const Dialect& dialect) : script_(script), dialect_(dialect) {}

  std::string text() {
    for (const ScriptPart& part : script_.parts) body_ += text_of(part);
    std::string out = fmt::format("# {}\n{}", safe_name(script_.title), dialect_.opening);
    for (const std::string& function : functions_) out += '\n' + function;
    return out + body_ + '\n' + std::string(dialect_.closing);
  }

 private:
  std::string text_of(const ScriptPart& part) {
    std::string out = fmt::format("\nheading(\"{}\")\n", safe_name(part.name)) + assignments(part);
    for (const ScriptItem& item : part.items) out += line(part, item);
    for (const std::string& what : part.left_out) out += fmt::format("# left out: {}\n", what);
    return out;
  }

  std::string assign(std::string_view name, std::string_view value) const {
    return fmt::format(fmt::runtime(dialect_.assign), name, value) + '\n';
  }

  std::string assignments(const ScriptPart& part) const {
    std::string out = std::visit([&](const auto& data) { return assignments(data, part); }, part.data);
    const bool tests = std::any_of(part.items.begin(), part.items.end(), [](const ScriptItem& item) {
      return item.family == ScriptFamily::test || item.family == ScriptFamily::mean_test;
    });
    if (!tests) return out;
    const bool two_sided = part.alternative == Alternative::two_sided;
    const std::string_view word = two_sided ? dialect_.two_sided : alternative_key(part.alternative);
    return out + assign("alternative", fmt::format("\"{}\"", word));
  }

  std::string assignments(std::monostate, const ScriptPart&) const { return {}; }

  std::string assignments(const TwoByTwo& table, const ScriptPart& part) const {
    const auto arm = [&](int i, const Counts& counts) {
      return assign(fmt::format("x{}", i), std::to_string(counts.events)) +
             assign(fmt::format("n{}", i), std::to_string(counts.total));
    };
    return arms_comment(part) + arm(1, table.experimental) + arm(2, table.control) +
           assign("level", literal(part.level, dialect_.infinity));
  }

  static std::string arms_comment(const ScriptPart& part) {
    return fmt::format("# 1: {}; 2: {}\n",
                       part.experimental.empty() ? "experimental" : safe_name(part.experimental),
                       part.control.empty() ? "control" : safe_name(part.control));
  }

  std::string assignments(const CountTable& table, const ScriptPart& part) const {
    return arms_comment(part) +
           assign("counts", fmt::format(fmt::runtime(dialect_.matrix), fmt::join(table.cells, ", "),
                                        table.rows, table.columns));
  }

  std::string assignments(const TwoMeans& means, const ScriptPart& part) const {
    const auto arm = [&](int i, const MeanSd& one) {
      return assign(fmt::format("m{}", i), literal(one.mean, dialect_.infinity)) +
             assign(fmt::format("s{}", i), literal(one.sd, dialect_.infinity)) +
             assign(fmt::format("n{}", i), std::to_string(one.n));
    };
    return arms_comment(part) + arm(1, means.experimental) + arm(2, means.control);
  }

  std::string line(const ScriptPart& part, const ScriptItem& item) {
    if (item.ours.empty()) return fmt::format("# {}: not estimable, {}\n", item.label, item.reason);
    const std::string call = item.method ? method_call(part, item) : estimate(item);
    if (call.empty()) return fmt::format("# left out: {}: {}\n", item.label, why_left_out(part, item));
    return fmt::format("check(\"{}\", {}, {})\n", item.label, call, ours(item));
  }

  static std::string estimate(const ScriptItem& item) {
    return fmt::format(fmt::runtime(words(item.family).estimate), item.of_control ? 2 : 1);
  }

  std::string ours(const ScriptItem& item) const {
    std::vector<std::string> numbers;
    for (const double value : item.ours) numbers.push_back(literal(value, dialect_.infinity));
    if (numbers.size() == 1) return numbers[0];
    return fmt::format(fmt::runtime(dialect_.list), fmt::join(numbers, ", "));
  }

  const ScriptMethod* row(const ScriptItem& item) const {
    for (const ScriptMethod& method : dialect_.methods)
      if (method.family == computed_as(item.family) && method.key == item.method->key) return &method;
    return nullptr;
  }

  static bool only_a_limit(const ScriptMethod& method, const ScriptPart& part) {
    return method.fills_cells && !all_cells_filled(std::get<TwoByTwo>(part.data));
  }

  /// The call of the method's function, which is defined if it was not; empty where it is left out.
  std::string method_call(const ScriptPart& part, const ScriptItem& item) {
    const ScriptMethod* method = row(item);
    if (!method || method->body.empty() || only_a_limit(*method, part)) return {};
    define(*method);
    std::string arguments(words(method->family).arguments);
    if (item.family == ScriptFamily::risk) arguments = item.of_control ? "x2, n2, level" : "x1, n1, level";
    const std::string call = fmt::format("{}({})", function_name(*method), arguments);
    if (item.family != ScriptFamily::nnt) return call;
    add_helper("reciprocal");
    return fmt::format("reciprocal({})", call);
  }

  std::string_view why_left_out(const ScriptPart& part, const ScriptItem& item) const {
    const ScriptMethod* method = row(item);
    if (method && !method->left_out.empty()) return method->left_out;
    if (method && only_a_limit(*method, part)) return "with a zero cell it is a limit of its formula";
    return dialect_.no_function;
  }

  void define(const ScriptMethod& method) {
    add_helpers(method.needs);
    add(fmt::format(fmt::runtime(dialect_.function), function_name(method), words(method.family).arguments,
                    method.body));
  }

  void add_helpers(std::string_view names) {
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find(' ', at), names.size());
      add_helper(names.substr(at, end - at));
      at = end + 1;
    }
  }

  void add_helper(std::string_view name) {
    for (const ScriptHelper& helper : dialect_.helpers) {
      if (helper.name != name) continue;
      add_helpers(helper.needs);
      add(std::string(helper.code));
    }
  }

  void add(std::string function) {
    if (std::find(functions_.begin(), functions_.end(), function) == functions_.end())
      functions_.push_back(std::move(function));
  }

  const Script& script_;
  const Dialect& dialect_;
  std::vector<std::string> functions_;
  std::string body_;
};

}  // namespace

std::string dialect_script(const Script& script, const Dialect& dialect) {
  return DialectScript(script, dialect).text();
}

}  // namespace trialcalc::report
