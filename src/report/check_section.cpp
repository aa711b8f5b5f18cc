#include "report/check_section.hpp"

#include <algorithm>

#include "report/plain_text.hpp"

namespace trialcalc::report {

namespace {

constexpr std::size_t margin = 2, gap = 2;
constexpr std::size_t widest_number = 9, narrowest_text = 24;

}  // namespace

void CheckSection::add(SectionEntry entry) {
  if (wide(entry.printed) || wide(entry.recomputed)) {
    std::string both = std::move(entry.printed);
    if (!entry.recomputed.empty()) both += ", recomputed " + entry.recomputed;
    entry.words.insert(entry.words.begin(), std::move(both));
    entry.printed.clear();
    entry.recomputed.clear();
  }
  entry.words.front().insert(0, entry.lead);
  entries_.push_back(std::move(entry));
}

void CheckSection::label_columns() {
  first_ = "printed";
  second_ = "recomputed";
}

std::string CheckSection::text() const {
  if (entries_.empty()) return {};
  const Widths widths = settle();
  std::string out = '\n' + paragraph(heading_, look_);
  if (!first_.empty()) write(out, {first_, second_, {}}, widths);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].apart && i > 0) out += '\n';
    write(out, entries_[i], widths);
  }
  return out;
}

std::size_t CheckSection::Widths::text_at() const {
  return margin + printed + (recomputed > 0 ? gap + recomputed : 0) + gap;
}

bool CheckSection::wide(const std::string& number) const {
  return display_width(shown(number, look_)) > widest_number;
}

CheckSection::Widths CheckSection::settle() const {
  Widths widths{display_width(first_), display_width(second_)};
  for (const SectionEntry& entry : entries_) {
    widths.printed = std::max(widths.printed, display_width(shown(entry.printed, look_)));
    widths.recomputed = std::max(widths.recomputed, display_width(shown(entry.recomputed, look_)));
  }
  return widths;
}

std::string CheckSection::right(const std::string& number, std::size_t width) const {
  const std::string text = shown(number, look_);
  return std::string(width - display_width(text), ' ') + text;
}

void CheckSection::write(std::string& out, const SectionEntry& entry, const Widths& widths) const {
  const std::size_t before = widths.text_at() + entry.indent;
  const std::size_t width = std::max(look_.width, before + narrowest_text) - before;
  std::vector<std::string> words;
  for (const std::string& part : entry.words)
    if (!part.empty())
      for (std::string& line : wrap(shown(part, look_), width)) words.push_back(std::move(line));
  std::string line =
      std::string(margin, ' ') +
      coloured(right(entry.printed, widths.printed), entry.printed.empty() ? Tone::none : entry.tone, look_);
  if (widths.recomputed > 0) line += std::string(gap, ' ') + right(entry.recomputed, widths.recomputed);
  for (std::size_t i = 0; i < std::max<std::size_t>(words.size(), 1); ++i) {
    if (i > 0) line.assign(widths.text_at() - gap, ' ');
    if (i < words.size()) line += std::string(gap + entry.indent, ' ') + words[i];
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
}

}  // namespace trialcalc::report
