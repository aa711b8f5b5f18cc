#include <fmt/format.h>

#include "report/scripts/documented.hpp"

namespace trialcalc::report {

namespace {

using enum ScriptFamily;

constexpr std::string_view opening =
    R"(* As documented for Stata 14.1 or later (help cs, cc, ci, tabulate twoway, ttest): trialcalc has
* not run it. Columns: Stata, trialcalc, difference.
capture program drop check
program define check
    args what stata trialcalc
    display "`what'" _column(60) %16.0g `stata' _column(78) %16.0g `trialcalc' _column(96) %10.1e `stata' - `trialcalc'
end
)";

constexpr std::string_view csi = "csi {a} {c} {b} {d}, or woolf level({level})";
constexpr std::string_view two_limits = R"(cii proportions {n1} {a}, wilson level({level})
scalar l1 = r(lb)
scalar u1 = r(ub)
quietly cii proportions {n2} {c}, wilson level({level})
scalar l2 = r(lb)
scalar u2 = r(ub))";

constexpr CommandMethod methods[] = {
    {risk, "", "", "{x}/{n}"},
    {risk, "wald", "cii proportions {n} {x}, wald level({level})", "r(lb)", "r(ub)"},
    {risk, "wilson", "cii proportions {n} {x}, wilson level({level})", "r(lb)", "r(ub)"},
    {risk, "clopper-pearson", "cii proportions {n} {x}, exact level({level})", "r(lb)", "r(ub)"},
    {risk, "agresti-coull", "cii proportions {n} {x}, agresti level({level})", "r(lb)", "r(ub)"},
    {risk, "jeffreys", "cii proportions {n} {x}, jeffreys level({level})", "r(lb)", "r(ub)"},
    {risk_ratio, "", csi, "r(rr)"},
    {risk_ratio, "katz-log", csi, "r(lb_rr)", "r(ub_rr)"},
    {risk_ratio, "adjusted-log", "",
     "exp(ln(({a}+.5)/({n1}+.5)/(({c}+.5)/({n2}+.5)))-{z}*sqrt(1/({a}+.5)-1/({n1}+.5)+1/({c}+.5)-1/"
     "({n2}+.5)))",
     "exp(ln(({a}+.5)/({n1}+.5)/(({c}+.5)/({n2}+.5)))+{z}*sqrt(1/({a}+.5)-1/({n1}+.5)+1/({c}+.5)-1/"
     "({n2}+.5)))"},
    {risk_difference, "", csi, "r(rd)"},
    {risk_difference, "wald", csi, "r(lb_rd)", "r(ub_rd)"},
    {risk_difference, "newcombe", two_limits, "{a}/{n1}-{c}/{n2}-sqrt(({a}/{n1}-l1)^2+(u2-{c}/{n2})^2)",
     "{a}/{n1}-{c}/{n2}+sqrt((u1-{a}/{n1})^2+({c}/{n2}-l2)^2)"},
    {odds_ratio, "", csi, "r(or)"},
    {odds_ratio, "woolf", csi, "r(lb_or)", "r(ub_or)"},
    {odds_ratio, "conditional-exact", "cci {a} {c} {b} {d}, exact level({level})", "r(lb_or)", "r(ub_or)"},
    {odds_ratio, "gart", "",
     "exp(ln(({a}+.5)*({d}+.5)/({b}+.5)/({c}+.5))-{z}*sqrt(1/({a}+.5)+1/({b}+.5)+1/({c}+.5)+1/({d}+.5)))",
     "exp(ln(({a}+.5)*({d}+.5)/({b}+.5)/({c}+.5))+{z}*sqrt(1/({a}+.5)+1/({b}+.5)+1/({c}+.5)+1/({d}+.5)))"},
    {nnt, "", "", "1/({a}/{n1}-{c}/{n2})"},
    {nnt, "wald", csi, "1/r(ub_rd)", "1/r(lb_rd)"},
    {nnt, "newcombe", two_limits, "1/({a}/{n1}-{c}/{n2}+sqrt((u1-{a}/{n1})^2+({c}/{n2}-l2)^2))",
     "1/({a}/{n1}-{c}/{n2}-sqrt(({a}/{n1}-l1)^2+(u2-{c}/{n2})^2))"},
    {test, "pearson", "tabi {a} {b} \\ {c} {d}, chi2", "r(p)"},
    {test, "n-1", "tabi {a} {b} \\ {c} {d}, chi2", "chi2tail(1,r(chi2)*({n1}+{n2}-1)/({n1}+{n2}))"},
    {test, "likelihood-ratio", "tabi {a} {b} \\ {c} {d}, lrchi2", "r(p_lr)"},
    {test, "fisher", "tabi {a} {b} \\ {c} {d}, exact", "r(p_exact)"},
    {test, "yates", "",
     "chi2tail(1,({n1}+{n2})*max(0,abs({a}*{d}-{b}*{c})-({n1}+{n2})/2)^2/({n1}*{n2}*({a}+{c})*({b}+{d})))"},
    {test, "wald-rd", "", "2*normal(-abs(({a}/{n1}-{c}/{n2})/sqrt({a}*{b}/{n1}^3+{c}*{d}/{n2}^3)))"},
    {test, "wald-log-rr", "", "2*normal(-abs(ln({a}/{n1}/({c}/{n2}))/sqrt(1/{a}-1/{n1}+1/{c}-1/{n2})))"},
    {test, "wald-log-or", "", "2*normal(-abs(ln({a}*{d}/{b}/{c})/sqrt(1/{a}+1/{b}+1/{c}+1/{d})))"},
    {mean_test, "student", "ttesti {means}", "r(p)"},
    {mean_test, "welch", "ttesti {means}, unequal", "r(p)"},
};

/// The cells as tabi takes them: "28 5 4 \ 29 7 6".
std::string tabi_rows(const CountTable& table) {
  std::string text;
  for (std::size_t row = 0; row < table.rows; ++row)
    for (std::size_t column = 0; column < table.columns; ++column)
      text += fmt::format("{}{}", column > 0 ? " " : row > 0 ? " \\ " : "", table.at(row, column));
  return text;
}

/// Writes the lines of one part; a command runs once for the items that read it in turn.
class StataPart {
 public:
  explicit StataPart(const ScriptPart& part) : part_(part) {}

  std::string text() {
    std::string out = fmt::format("\n* {}\n", part_heading(part_));
    for (const ScriptItem& item : part_.items) out += lines(item);
    for (const std::string& what : part_.left_out) out += fmt::format("* left out: {}\n", what);
    return out;
  }

 private:
  std::string lines(const ScriptItem& item) {
    if (item.ours.empty()) return fmt::format("* {}: not estimable, {}\n", item.label, item.reason);
    if (item.family == table_test) return table_lines(item);
    const CommandMethod* row = find_row(methods, item);
    if (!row) return fmt::format("* left out: {}: Stata has no command for it\n", item.label);
    const bool is_test = item.family == test || item.family == mean_test;
    if (is_test && part_.alternative != Alternative::two_sided)
      return fmt::format("* left out: {}: one-sided\n", item.label);
    std::string out = command(filled(row->command, part_, item));
    const std::vector<std::string> labels = value_labels(item);
    for (std::size_t i = 0; i < item.ours.size(); ++i)
      out += check(labels[i], filled(i == 0 ? row->value : row->upper, part_, item), item.ours[i]);
    return out;
  }

  std::string table_lines(const ScriptItem& item) {
    struct TableRow {
      std::string_view key, option, value;
    };
    static constexpr TableRow rows[] = {{"pearson", "chi2", "r(p)"},
                                        {"likelihood-ratio", "lrchi2", "r(p_lr)"},
                                        {"fisher", "exact", "r(p_exact)"}};
    for (const TableRow& row : rows)
      if (row.key == item.method->key)
        return command(fmt::format("tabi {}, {}", tabi_rows(std::get<CountTable>(part_.data)), row.option)) +
               check(item.label, std::string(row.value), item.ours[0]);
    return fmt::format("* left out: {}: Stata has no command for counts\n", item.label);
  }

  std::string command(const std::string& text) {
    if (text.empty() || text == last_) return {};
    last_ = text;
    return fmt::format("quietly {}\n", text);
  }

  static std::string check(const std::string& label, const std::string& theirs, double ours) {
    return fmt::format("check \"{}\" {} {}\n", label, theirs, literal(ours, "."));
  }

  const ScriptPart& part_;
  std::string last_;
};

}  // namespace

std::string stata_script(const Script& script) {
  std::string out = fmt::format("* {}\n{}", safe_name(script.title), opening);
  for (const ScriptPart& part : script.parts) out += StataPart(part).text();
  return out;
}

}  // namespace trialcalc::report
