#include <fmt/format.h>

#include <algorithm>

#include "report/number_style.hpp"
#include "report/scripts/documented.hpp"

namespace trialcalc::report {

namespace {

using enum ScriptFamily;

constexpr std::string_view opening =
    R"(/* As documented for SAS/STAT 14.3 or later (The FREQ Procedure, The TTEST Procedure): trialcalc has not
   run it. What PROC FREQ puts into its output data set stands beside trialcalc's number with the difference;
   for the rest, trialcalc's number is to be compared with the printed tables above it. */
)";

/// A method of PROC FREQ: the option that prints it, and its variables in the output data set.
/// `command` is the confidence limits' word within the option of its family; where the method has variables,
/// the option prints it anyway.
constexpr CommandMethod methods[] = {
    {risk, "", "", "{x}/{n}"},
    {risk, "wald", "wald", ""},
    {risk, "wald-cc", "wald(correct)", ""},
    {risk, "wilson", "wilson", ""},
    {risk, "wilson-cc", "wilson(correct)", ""},
    {risk, "clopper-pearson", "clopperpearson", ""},
    {risk, "jeffreys", "jeffreys", ""},
    {risk, "agresti-coull", "agresticoull", ""},
    {risk, "blaker", "blaker", ""},
    {risk, "likelihood-ratio", "likelihoodratio", ""},
    {risk, "logit", "logit", ""},
    {risk, "mid-p", "midp", ""},
    {risk_ratio, "", "", "_RRC1_"},
    {risk_ratio, "katz-log", "", "L_RRC1", "U_RRC1"},
    {risk_ratio, "miettinen-nurminen", "score", ""},
    {risk_ratio, "koopman", "score(correct=no)", ""},
    {risk_ratio, "likelihood-ratio", "lr", ""},
    {risk_difference, "", "", "_RDIF1_"},
    {risk_difference, "wald", "", "L_RDIF1", "U_RDIF1"},
    {risk_difference, "wald-cc", "wald(correct)", ""},
    {risk_difference, "newcombe", "newcombe", ""},
    {risk_difference, "newcombe-cc", "newcombe(correct)", ""},
    {risk_difference, "agresti-caffo", "agresticaffo", ""},
    {risk_difference, "hauck-anderson", "ha", ""},
    {risk_difference, "miettinen-nurminen", "mn", ""},
    {risk_difference, "mee", "mn(correct=no)", ""},
    {odds_ratio, "", "", "_RROR_"},
    {odds_ratio, "woolf", "", "L_RROR", "U_RROR"},
    {odds_ratio, "miettinen-nurminen", "score", ""},
    {odds_ratio, "score", "score(correct=no)", ""},
    {odds_ratio, "likelihood-ratio", "lr", ""},
    {odds_ratio, "conditional-midp", "midp", ""},
    {odds_ratio, "conditional-exact", "exact", ""},
    {nnt, "", "", "1/_RDIF1_"},
    {nnt, "wald", "", "1/U_RDIF1", "1/L_RDIF1"},
    {test, "pearson", "", "P_PCHI"},
    {test, "yates", "", "P_AJCHI"},
    {test, "n-1", "", "P_MHCHI"},
    {test, "likelihood-ratio", "", "P_LRCHI"},
    {test, "fisher", "", "XP2_FISH"},
    {table_test, "pearson", "", "P_PCHI"},
    {table_test, "likelihood-ratio", "", "P_LRCHI"},
    {table_test, "fisher", "", "XP2_FISH"},
};

/// Writes the steps of one part.
class SasPart {
 public:
  explicit SasPart(const ScriptPart& part) : part_(part) {}

  std::string text() const {
    std::string out = fmt::format("\n/* {} */\n", part_heading(part_));
    out += std::visit([this](const auto& data) { return this->steps(data); }, part_.data);
    for (const ScriptItem& item : part_.items) out += remark(item);
    for (const std::string& what : part_.left_out) out += fmt::format("/* left out: {} */\n", what);
    return out;
  }

 private:
  static std::string steps(std::monostate) { return {}; }

  std::string steps(const TwoByTwo& table) const {
    const auto& [experimental, control] = table;
    const std::string cells = fmt::format("1 yes {}\n1 no {}\n2 yes {}\n2 no {}\n", experimental.events,
                                          experimental.others(), control.events, control.others());
    return data_step("event $", cells) + risks() +
           freq(fmt::format("tables arm*event / chisq{}{}{} alpha={}", option("riskdiff", risk_difference),
                            option("relrisk", risk_ratio), option("oddsratio", odds_ratio), alpha()),
                "fisher or", "pchi ajchi mhchi lrchi fisher relrisk riskdiff") +
           compared();
  }

  std::string steps(const CountTable& table) const {
    std::string cells;
    for (std::size_t row = 0; row < table.rows; ++row)
      for (std::size_t column = 0; column < table.columns; ++column)
        cells += fmt::format("{} {} {}\n", row + 1, column + 1, table.at(row, column));
    return data_step("event $", cells) + freq("tables arm*event / chisq", "fisher", "pchi lrchi fisher") +
           compared();
  }

  std::string steps(const TwoMeans& means) const {
    std::string cells;
    for (const auto& [number, arm] : {std::pair(1, means.experimental), std::pair(2, means.control)})
      cells += fmt::format("{0} N {1}\n{0} MEAN {2}\n{0} STD {3}\n", number, arm.n, arm.mean, arm.sd);
    constexpr std::string_view sides[] = {"2", "l", "u"};
    return data_step("_stat_ $", cells) +
           fmt::format("proc ttest data=counts sides={};\n  class arm;\n  var count;\nrun;\n",
                       sides[static_cast<std::size_t>(part_.alternative)]) +
           compared();
  }

  static std::string data_step(std::string_view second, const std::string& lines) {
    return fmt::format("data counts;\n  input arm $ {} count;\n  datalines;\n{};\nrun;\n", second, lines);
  }

  static std::string freq(const std::string& tables, std::string_view exact, std::string_view output) {
    return fmt::format(
        "proc freq data=counts order=data;\n  weight count / zeros;\n  {};\n  exact {};\n"
        "  output out=sas {};\nrun;\n",
        tables, exact, output);
  }

  std::string alpha() const { return literal(alpha_of(), ""); }
  /// As short as the level is: 0.05, not 0.050000000000000044.
  double alpha_of() const { return std::stod(fmt::format("{:.12g}", 1 - part_.level)); }

  /// " riskdiff(cl=(newcombe mn))", the words of the methods asked for that the output data set lacks.
  std::string option(std::string_view name, ScriptFamily family) const {
    std::string list;
    for (const ScriptItem& item : part_.items) {
      const CommandMethod* row = item.family == family ? find_row(methods, item) : nullptr;
      if (row && !row->command.empty()) list += fmt::format("{}{}", list.empty() ? "" : " ", row->command);
    }
    return list.empty() ? fmt::format(" {}", name) : fmt::format(" {}(cl=({}))", name, list);
  }

  /// The risks of the arms, each by itself.
  std::string risks() const {
    std::string list;
    for (const ScriptItem& item : part_.items) {
      const CommandMethod* row = find_row(methods, item);
      if (item.family == risk && !item.of_control && row && !row->command.empty())
        list += fmt::format("{}{}", list.empty() ? "" : " ", row->command);
    }
    if (list.empty()) return {};
    return fmt::format(
        "proc freq data=counts order=data;\n  by arm;\n  weight count / zeros;\n"
        "  tables event / binomial(level='yes' cl=({})) alpha={};\nrun;\n",
        list, alpha());
  }

  /// Where the output data set has the number; empty: it has not, and so the tables printed above.
  std::string variable(const ScriptItem& item, std::size_t index) const {
    const CommandMethod* row = find_row(methods, item);
    if (!row || item.family == mean_test) return {};
    const bool one_sided = part_.alternative != Alternative::two_sided;
    if (row->value == "XP2_FISH" && one_sided)
      return part_.alternative == Alternative::less ? "XPL_FISH" : "XPR_FISH";
    return filled(index == 0 ? row->value : row->upper, part_, item);
  }

  bool comparable(const ScriptItem& item) const {
    if (item.ours.empty()) return false;
    if (item.family == mean_test) return true;
    const bool asymptotic = item.family == test && item.method->key != "fisher";
    return find_row(methods, item) && !(asymptotic && part_.alternative != Alternative::two_sided);
  }

  std::string compared() const {
    std::string out = "data _null_;\n  set sas;\n  file print;\n";
    if (std::holds_alternative<TwoMeans>(part_.data)) out = "data _null_;\n  file print;\n";
    out += "  put @60 'SAS' @77 'trialcalc' @94 'difference';\n";
    for (const ScriptItem& item : part_.items)
      if (comparable(item)) out += put(item);
    return out + "run;\n";
  }

  /// In a string between apostrophes, an apostrophe is written twice.
  static std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
    return fmt::format("'{}'", out);
  }

  std::string put(const ScriptItem& item) const {
    std::string out;
    const std::vector<std::string> labels = value_labels(item);
    for (std::size_t i = 0; i < item.ours.size(); ++i) {
      const std::string theirs = variable(item, i), ours = literal(item.ours[i], ".I");
      if (theirs.empty())
        out += fmt::format("  put {} @60 'see above' @77 '{}';\n", quoted(labels[i]), ours);
      else
        out += fmt::format(
            "  theirs = {}; ours = {}; difference = theirs - ours;\n"
            "  put {} @60 theirs best16. @77 ours best16. @94 difference e10.;\n",
            theirs, ours, quoted(labels[i]));
    }
    return out;
  }

  std::string remark(const ScriptItem& item) const {
    if (item.ours.empty()) return fmt::format("/* {}: not estimable, {} */\n", item.label, item.reason);
    if (comparable(item)) return {};
    return fmt::format("/* left out: {}: PROC FREQ has no such method{} */\n", item.label,
                       find_row(methods, item) ? " one-sided" : "");
  }

  const ScriptPart& part_;
};

}  // namespace

std::string sas_script(const Script& script) {
  std::string out = fmt::format("/* {} */\n{}", safe_name(script.title), opening);
  for (const ScriptPart& part : script.parts) out += SasPart(part).text();
  return out;
}

}  // namespace trialcalc::report
