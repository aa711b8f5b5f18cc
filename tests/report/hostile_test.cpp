// A trial file that is written to do harm: in every format of every command its words stay words.
#include <algorithm>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "cli/process.hpp"
#include "report/html.hpp"
#include "report/latex.hpp"
#include "report/markdown.hpp"

using namespace trialcalc::report;

namespace {

// Markup, quotes, entities, LaTeX, a terminal's escape, a bidirectional override, a formula.
constexpr std::string_view hostile_json =
    R"(=HYPERLINK(\"http://x.example/\",\"go\") <script>alert(1)</script> <img src=x onerror=alert(2)> )"
    R"(' \" & &lt; \\input{/etc/passwd} $x$ # ^ _ ~ % { } `code` | **bold** [link](javascript:alert) )"
    R"(\u001b[31m\u001b]0;title\u0007 \u202Eevil\u2066 -- ?`  ]]> </style> -->)";

std::string hostile_file() {
  std::string text = text_of(trialcalc::tests::source_dir() + "/tests/report/hostile.json");
  for (std::size_t at; (at = text.find("@@")) != std::string::npos;) text.replace(at, 2, hostile_json);
  return text;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
  });
}

void check_is_clean(const std::string& text) {
  CHECK_FALSE(has_control(text));
  for (const char* mark : {"\u202E", "\u2066", "\u009B"}) CHECK_FALSE(has(text, mark));
}

void check_html(const std::string& html) {
  CHECK(has(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK_FALSE(has(html, "<script>alert"));
  CHECK_FALSE(has(html, "<img"));
  CHECK_FALSE(has(html, "href=\"javascript"));
  CHECK(has(html, "&amp; &amp;lt;"));
}

/// Backslashes that came with the file are spelled; braces pair.
void check_latex(const std::string& latex) {
  CHECK(has(latex, "\\textbackslash{}input\\{"));
  CHECK_FALSE(has(latex, "\\input{"));
  long depth = 0;
  for (std::size_t i = 0; i < latex.size(); ++i) {
    if (latex[i] == '\\') {
      ++i;
      continue;
    }
    if (latex[i] == '{') ++depth;
    if (latex[i] == '}') --depth;
    REQUIRE(depth >= 0);
    CHECK_FALSE((latex[i] == '$' || latex[i] == '#' || latex[i] == '^' || latex[i] == '_'));
  }
  CHECK(depth == 0);
}

/// In Markdown outside code every sign of the file's that could be markup has a backslash.
void check_markdown(const std::string& markdown) {
  CHECK(has(markdown, "\\<script\\>"));
  CHECK_FALSE(has(markdown, " <script"));
  CHECK_FALSE(has(markdown, " <img"));
  CHECK_FALSE(has(markdown, " **bold**"));
  CHECK_FALSE(has(markdown, " [link]("));
}

/// No cell begins as a formula does.
void check_csv(const std::string& csv) {
  CHECK_FALSE(csv.starts_with("="));
  for (const char* start : {"\n=", ",=", ",\"=", "\n\"=", ",@", ",\"@"}) CHECK_FALSE(has(csv, start));
}

}  // namespace

TEST_CASE("a hostile trial file is inert in every format of every command", "[report]") {
  const std::string input = hostile_file();
  const struct {
    const char* command;
    bool has_csv, shows_names;
  } commands[] = {{"list --data", false, true}, {"show", true, true},
                  {"compare", true, true},      {"compare --outcome x", true, true},
                  {"reproduce", true, true},    {"check --all", true, true}};
  const Scratch scratch;
  std::ofstream(scratch / "hostile.json", std::ios::binary) << input;
  const std::string place = (scratch / "hostile.json").string(), folder = place.substr(0, place.rfind('/'));
  for (const auto& [command, has_csv, shows_names] : commands) {
    const std::string words = std::string(command).ends_with("--data") ? std::string(command) + " " + folder
                                                                       : std::string(command) + " " + place;
    for (const std::string format : {"text", "markdown", "csv", "html", "latex"}) {
      const Outcome outcome = run(words + " --format " + format);
      INFO(words << " --format " << format << "\n" << outcome.out.substr(0, 4000));
      REQUIRE(outcome.status < 2);
      CHECK(outcome.err.empty());
      check_is_clean(outcome.out);
      if (format == "html") check_html(outcome.out);
      if (format == "latex") check_latex(outcome.out);
      if (format == "markdown") check_markdown(outcome.out);
      if (format == "csv") check_csv(outcome.out);
    }
  }
}

TEST_CASE("a hostile trial file is inert in its report", "[report]") {
  const std::string input = hostile_file();
  for (const std::string format : {"html", "markdown", "latex"}) {
    const Outcome outcome = run("report - --format " + format, "LC_ALL=C.UTF-8", input);
    INFO(format << "\n" << outcome.out.substr(0, 6000));
    REQUIRE(outcome.status < 2);
    CHECK(outcome.err.empty());
    check_is_clean(outcome.out);
    if (format == "html") check_html(outcome.out);
    if (format == "latex") check_latex(outcome.out);
    if (format == "markdown") check_markdown(outcome.out);
  }
}

TEST_CASE("text is escaped sign by sign", "[report]") {
  CHECK(html_text("<a href=\"x\" b='y'>&amp;\x1b") ==
        "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;\uFFFD");
  CHECK(latex_text("a_b^2 50% $5 #1 {x} ~ \\y & [z] -- <q>") ==
        "a\\_b\\textasciicircum{}2 50\\% \\$5 \\#1 \\{x\\} \\textasciitilde{} \\textbackslash{}y \\& {[}z{]} "
        "-{}-{} \\textless{}q\\textgreater{}");
  CHECK(latex_text("\u22653 \u2713\u00B2 Qu\u00E9net \u4E2D") ==
        "\\ensuremath{\\geq}3 \\ensuremath{\\checkmark}\\textsuperscript{2} Qu\u00E9net ?");
  CHECK(markdown_text("*a* _b_ `c` <d> [e](f) g|h &amp; ~~i~~ $j$") ==
        "\\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\[e\\](f) g\\|h \\&amp; \\~\\~i\\~\\~ \\$j\\$");
  CHECK(markdown_paragraph("1. no list") == "1\\. no list");
  CHECK(markdown_paragraph("- no list") == "\\- no list");
  CHECK(markdown_paragraph("# no heading") == "\\# no heading");
  CHECK(markdown_code("a`b``c") == "``` a`b``c ```");
}
