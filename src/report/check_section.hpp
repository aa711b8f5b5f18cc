#pragma once
// A part of a check in text: a heading, and findings below it with their numbers in columns.

#include <string>
#include <vector>

#include "report/grid.hpp"

namespace trialcalc::report {

/// A finding laid out: its two numbers to the left, and paragraphs about it.
struct SectionEntry {
  std::string printed, recomputed;
  std::vector<std::string> words;
  std::size_t indent = 0;
  std::string lead = {};  ///< before the first word
  Tone tone = Tone::none;
  bool apart = false;  ///< a blank line before it
};

/// Entries under one heading, their numbers in columns.
class CheckSection {
 public:
  CheckSection(std::string heading, const TextLook& look) : heading_(std::move(heading)), look_(look) {}

  /// A number too wide for its column goes into the words.
  void add(SectionEntry entry);
  void label_columns();  ///< "printed", "recomputed"

  std::string text() const;  ///< empty without entries

 private:
  struct Widths {
    std::size_t printed = 0, recomputed = 0;
    std::size_t text_at() const;
  };

  bool wide(const std::string& number) const;
  Widths settle() const;
  std::string right(const std::string& number, std::size_t width) const;
  void write(std::string& out, const SectionEntry& entry, const Widths& widths) const;

  std::string heading_, first_, second_;
  const TextLook& look_;
  std::vector<SectionEntry> entries_;
};

}  // namespace trialcalc::report
