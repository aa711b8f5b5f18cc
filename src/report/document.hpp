#pragma once
// A document in parts that HTML, Markdown and LaTeX can all write. What is in it is decided elsewhere.

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "report/grid.hpp"

namespace trialcalc::report {

struct Paragraph {
  std::string text;
};

/// Names with what they stand for.
struct Facts {
  struct Fact {
    std::string label, text, link;
  };
  std::vector<Fact> facts;
};

/// How many of each kind there are of a whole.
struct Tally {
  struct Part {
    std::string word, sign;
    Tone tone = Tone::none;
    std::size_t count = 0;
    std::string link;  ///< to where they are listed
    Facet facet;       ///< what that list is then filtered by
  };
  std::vector<Part> parts;
};

/// Two numbers that differ, with what is to be said about it, and what follows from it.
struct Entry {
  std::string id, title;
  std::string printed, recomputed;
  std::string place, reason;
  std::string link;    ///< where it stands among all
  std::string remark;  ///< a further word, beside the place
  std::vector<Entry> follows;
};

struct Entries {
  std::vector<Entry> entries;
};

/// Lines to be typed into a shell.
struct Commands {
  std::vector<std::string> lines;
};

/// A picture, which only HTML shows.
struct Picture {
  std::string svg;
};

using Block = std::variant<Paragraph, Facts, Tally, Entries, Grid, Commands, Picture>;

struct Section {
  std::string id, heading;
  std::vector<Block> blocks;
};

struct Document {
  std::string kind;  ///< "trialcalc report", before the title
  std::string title, subtitle;
  std::vector<Block> lead;
  std::vector<Section> sections;
  std::string end;  ///< a line at its foot
};

std::string to_html(const Document& document);
std::string to_markdown(const Document& document);
std::string to_latex(const Document& document);

/// The tally as a table.
Grid tally_grid(const Tally& tally);
/// "2, recomputed 3"
std::string both_numbers(const Entry& entry);

}  // namespace trialcalc::report
