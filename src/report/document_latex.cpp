// A document in LaTeX, complete: latexmk or pdflatex (twice, for the widths of its tables) makes the PDF.
#include <fmt/format.h>

#include "report/document.hpp"
#include "report/latex.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view preamble =
    "\\documentclass[a4paper,10pt]{article}\n"
    "\\usepackage[T1]{fontenc}\n"
    "\\usepackage[utf8]{inputenc}\n"
    "\\usepackage{textcomp,amssymb,array,booktabs,longtable,xcolor}\n"
    "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n"
    "\\IfFileExists{microtype.sty}{\\usepackage{microtype}}{}\n"
    "\\usepackage[margin=22mm]{geometry}\n"
    "\\setlength{\\parindent}{0pt}\n"
    "\\setlength{\\parskip}{0.5\\baselineskip}\n"
    "\\setlength{\\emergencystretch}{3em}\n"
    "\\setcounter{LTchunksize}{200}\n"
    "\\setlength{\\LTleft}{0pt}\n"
    "\\renewcommand{\\arraystretch}{1.15}\n"
    "\\raggedbottom\n";

std::string latex_of(const Paragraph& paragraph) { return latex_text(paragraph.text) + "\n"; }

std::string latex_of(const Facts& facts) {
  std::string out = "\\begin{description}\n";
  for (const Facts::Fact& fact : facts.facts)
    out += fmt::format("\\item[{{{}}}] {}\n", latex_text(fact.label), latex_text(fact.text));
  return out + "\\end{description}\n";
}

std::string latex_of(const Tally& tally) { return to_latex(tally_grid(tally)); }

void add_entry(std::string& out, const Entry& entry) {
  const std::string place = entry.place + (entry.remark.empty() ? "" : " \u00B7 " + entry.remark);
  out += fmt::format("\\item \\textbf{{{}}}: printed {}\\\\\n{}\n", latex_text(entry.title),
                     latex_text(both_numbers(entry)), latex_text(place));
  if (!entry.reason.empty()) out += "\n" + latex_text(entry.reason) + "\n";
  if (entry.follows.empty()) return;
  out += "\n\\textit{What follows from it:}\n\\begin{itemize}\n";
  for (const Entry& one : entry.follows) add_entry(out, one);
  out += "\\end{itemize}\n";
}

std::string latex_of(const Entries& entries) {
  std::string out = "\\begin{enumerate}\n";
  for (const Entry& entry : entries.entries) add_entry(out, entry);
  return out + "\\end{enumerate}\n";
}

std::string latex_of(const Grid& grid) { return to_latex(grid); }

std::string latex_of(const Commands& commands) {
  std::string out = "\\begin{flushleft}\n";
  for (const std::string& line : commands.lines) out += "\\texttt{" + latex_text(line) + "}\\\\\n";
  return out + "\\end{flushleft}\n";
}

std::string latex_of(const Picture&) { return {}; }

std::string latex_of(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    const std::string text = std::visit([](const auto& one) { return latex_of(one); }, block);
    if (!text.empty()) out += '\n' + text;
  }
  return out;
}

}  // namespace

std::string to_latex(const Document& document) {
  std::string out(preamble);
  out += fmt::format("\\begin{{document}}\n{{\\small {}\\par}}\n{{\\LARGE\\bfseries {}\\par}}\n",
                     latex_text(document.kind), latex_text(document.title));
  if (!document.subtitle.empty()) out += fmt::format("{{\\large {}\\par}}\n", latex_text(document.subtitle));
  out += latex_of(document.lead);
  for (const Section& section : document.sections)
    out += "\n\\section*{" + latex_text(section.heading) + "}\n" + latex_of(section.blocks);
  return out + "\n\\bigskip\n{\\small " + latex_text(document.end) + "}\n\\end{document}\n";
}

}  // namespace trialcalc::report
