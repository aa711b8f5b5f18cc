#include <string>

#include "catch.hpp"
#include "report/document.hpp"
#include "report/html.hpp"
#include "report/inspect_sr.hpp"
#include "report/latex.hpp"

using namespace trialcalc;
using namespace trialcalc::report;

namespace {

Grid example() {
  Grid grid{"Title", {{"Name", Align::left}, {"Value", Align::right}}, {}, {"A note."}};
  grid.add_section("Part");
  grid.add({"one", "1.5"});
  grid.add({GridCell("two"), GridCell("\u2717", Tone::bad)});
  return grid;
}

Finding finding(const std::string& kind, const std::string& method, Verdict verdict) {
  Finding one;
  one.kind = kind;
  one.method = method;
  one.verdict = verdict;
  return one;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a table in HTML names its heads and keeps a section with its rows", "[report]") {
  CHECK(to_html(example()) ==
        "<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Title\">\n<table>\n"
        "<caption>Title</caption>\n"
        "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"right\">Value</th></tr></thead>\n"
        "<tbody>\n<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"2\">Part</th></tr>\n"
        "<tr><th scope=\"row\">one</th><td class=\"right\">1.5</td></tr>\n"
        "<tr><th scope=\"row\">two</th><td class=\"right\"><span class=\"bad\">\u2717</span></td></tr>\n"
        "</tbody>\n</table>\n</div>\n<p class=\"note\">A note.</p>\n</figure>\n");
}

TEST_CASE("a page is whole, and forbids that anything is fetched", "[report]") {
  const std::string page = html_page({example()});
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(has(page, "default-src 'none'"));
  CHECK(has(page, "<title>Title</title>"));
  CHECK(has(page, "prefers-color-scheme: dark"));
  CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("a table in LaTeX breaks over pages", "[report]") {
  CHECK(to_latex(example()) ==
        "\\noindent\\textbf{Title}\\nopagebreak\n\n{\\footnotesize\n\\begin{longtable}{@{}lr@{}}\n\\toprule\n"
        "\\textbf{Name} & \\textbf{Value} \\\\\n\\midrule\n\\endhead\n"
        "\\addlinespace\n\\multicolumn{2}{@{}p{0.95\\linewidth}@{}}{\\textbf{Part}} \\\\*\n"
        "one & 1.5 \\\\\ntwo & \\textcolor{red!70!black}{\\ensuremath{\\times}} \\\\\n"
        "\\bottomrule\n\\end{longtable}}\n\n\\noindent{\\footnotesize A note.}\n");
}

TEST_CASE("a document says the same in each format", "[report]") {
  Entry entry{.id = "d",
              .title = "Deaths",
              .printed = "2",
              .recomputed = "3",
              .place = "Table 2",
              .reason = "why",
              .link = "#main",
              .remark = "INSPECT-SR 4.6",
              .follows = {}};
  entry.follows.push_back({.id = "e",
                           .title = "Sum",
                           .printed = "2 + 1 = 2",
                           .recomputed = "3",
                           .place = "Table 3",
                           .reason = "adds up",
                           .link = "",
                           .remark = "",
                           .follows = {}});
  const Document document{.kind = "report",
                          .title = "Trial",
                          .subtitle = "Sub",
                          .lead = {},
                          .sections = {{"s", "Heading", {Entries{{entry}}, Commands{{"trialcalc list"}}}}},
                          .end = "End"};
  CHECK(to_markdown(document) ==
        "# Trial\n\nSub\n\n## Heading\n\n1. **Deaths**: printed 2, recomputed 3  \n   Table 2 \u00B7 "
        "INSPECT-SR 4.6\n\n"
        "   why\n\n   - follows: **Sum**: printed 2 + 1 = 2, recomputed 3  \n     Table 3\n\n     "
        "adds up\n"
        "\n- `trialcalc list`\n\nEnd\n");
  const std::string html = to_html(document), latex = to_latex(document);
  CHECK(has(html, "<article class=\"entry\" id=\"d\">\n<h3><a href=\"#main\">Deaths</a></h3>"));
  CHECK(has(html, "<code>trialcalc list\n</code>"));
  CHECK(has(latex,
            "\\item \\textbf{Deaths}: printed 2{,} recomputed 3\\\\\nTable 2 \\textperiodcentered{} "
            "INSPECT-{}SR 4.6\n"));
  CHECK(latex.ends_with("\\end{document}\n"));
}

// Numbers and questions: inspect.sr, domain 4 (Wilkinson et al. 2025).
TEST_CASE("a finding names only the check of INSPECT-SR that it bears on", "[report]") {
  CHECK(inspect_sr_check(finding("n", "sum", Verdict::reproduced)) == "4.6");
  CHECK(inspect_sr_check(finding("count", "", Verdict::not_checkable)).empty());
  CHECK(inspect_sr_check(finding("percent", "half-up", Verdict::reproduced)) == "4.8");
  CHECK(inspect_sr_check(finding("percent", "stopping-rule", Verdict::compatible)).empty());
  CHECK(inspect_sr_check(finding("p", "pearson", Verdict::reproduced)) == "4.9");
  CHECK(inspect_sr_check(finding("upper", "", Verdict::discrepant)) == "4.9");
  CHECK(inspect_sr_check(finding("sd", "pooled", Verdict::compatible)) == "4.10");
  Finding sum = finding("identity", "", Verdict::discrepant);
  sum.reported = "2 + 1 = 2";
  CHECK(inspect_sr_check(sum) == "4.6");
  CHECK(inspect_sr_check(finding("identity", "between-sources", Verdict::discrepant)) == "4.10");
}
