#include <algorithm>
#include <cmath>

#include "report/plain_text.hpp"
#include "report/plot/forest.hpp"

namespace trialcalc::report {

namespace {

struct Signs {
  std::string_view point, line, lower, upper, beyond_left, beyond_right, null, crossing, axis, tick, left,
      right;
};

constexpr Signs unicode_signs = {"\u25A0", "\u2500", "\u251C", "\u2524", "\u25C4", "\u25BA",
                                 "\u2502", "\u253C", "\u2500", "\u252C", "\u2190", "\u2192"};
constexpr Signs ascii_signs = {"#", "-", "[", "]", "<", ">", "|", "+", "-", "+", "<-", "->"};

constexpr std::size_t gap = 2, least_name = 16, least_plot = 24, most_plot = 72, counts_width = 14;
constexpr std::size_t width_for_counts = 110, least_side = 16;

using Lines = std::vector<std::string>;

/// A line of the picture that grows to the right.
class TextLine {
 public:
  /// Puts the text at a column, or where the line ends when that is further right.
  void put(std::size_t column, std::string_view text) {
    if (text.empty()) return;
    if (column > width_) text_.append(column - width_, ' ');
    width_ = std::max(column, width_) + display_width(text);
    text_ += text;
  }

  std::size_t width() const { return width_; }
  std::string ended() const {
    const std::size_t last = text_.find_last_not_of(' ');
    return (last == std::string::npos ? "" : text_.substr(0, last + 1)) + '\n';
  }

 private:
  std::string text_;
  std::size_t width_ = 0;
};

class ForestTable {
 public:
  ForestTable(const Forest& forest, const TextLook& look)
      : forest_(forest), look_(look), signs_(look.unicode ? unicode_signs : ascii_signs) {
    set_columns();
  }

  std::string draw() {
    std::string out = paragraph(forest_.title, look_);
    const std::string words =
        forest_.measure + forest_.unit + (forest_.interval.empty() ? "" : ", " + forest_.interval);
    out += paragraph(words, look_);
    if (!forest_.rows.empty()) out += '\n';
    if (has_counts_) out += heading();
    for (const ForestRow& row : forest_.rows) out += drawn(row);
    if (forest_.has_estimates) out += axis() + sides();
    for (const std::string& note : forest_.notes) out += '\n' + note_text(note);
    return out;
  }

 private:
  void set_columns() {
    std::size_t name = least_name, number = 0;
    for (const ForestRow& row : forest_.rows) {
      name = std::max(name, display_width(name_of(row)));
      number = std::max(number, display_width(shown(row.number, look_)));
    }
    has_counts_ = look_.width >= width_for_counts;
    const std::size_t counts = has_counts_ ? 2 * (counts_width + gap) : 0;
    stacked_ = look_.width < least_name + least_plot + number + 2 * gap;
    if (stacked_) {
      name_ = std::min(std::max(number, least_name), look_.width / 2);
      plot_ = look_.width - name_ - gap;
    } else {
      const std::size_t room = look_.width - counts - number - 2 * gap;
      name_ = std::min(name, std::max(least_name, room * 9 / 20));
      plot_ = std::min(room - name_, most_plot);
    }
    plot_left_ = name_ + gap + counts;
  }

  std::string name_of(const ForestRow& row) const {
    std::string name = shown(row.name, look_);
    if (!forest_.mixed || row.direction == Direction::neutral) return name;
    const bool more = row.direction == Direction::more_is_better;
    return name + (look_.unicode ? (more ? "\u00A0\u25B2" : "\u00A0\u25BC") : (more ? " (+)" : " (-)"));
  }

  std::string note_text(std::string note) const {
    if (!look_.unicode)
      for (const auto& [sign, ascii] : {std::pair{"\u25B2", "(+)"}, std::pair{"\u25BC", "(-)"}})
        if (const std::size_t at = note.find(sign); at != std::string::npos) note.replace(at, 3, ascii);
    return paragraph(note, look_);
  }

  std::size_t column_of(double value) const {
    return static_cast<std::size_t>(
        std::lround(forest_.axis.position(value) * static_cast<double>(plot_ - 1)));
  }

  std::string heading() const {
    const Lines experimental = wrap(shown(forest_.experimental, look_), counts_width);
    const Lines control = wrap(shown(forest_.control, look_), counts_width);
    std::string out;
    for (std::size_t i = 0; i < std::max(experimental.size(), control.size()); ++i) {
      TextLine line;
      if (i < experimental.size()) line.put(name_ + gap, experimental[i]);
      if (i < control.size()) line.put(name_ + 2 * gap + counts_width, control[i]);
      out += line.ended();
    }
    return out;
  }

  std::string drawn(const ForestRow& row) const {
    Lines names = wrap(name_of(row), name_);
    Lines numbers = row.number.empty() ? Lines() : wrap(shown(row.number, look_), number_room());
    if (stacked_) {
      names.insert(names.end(), numbers.begin(), numbers.end());
      numbers.clear();
    }
    const bool plotted = row.estimate.has_value();
    Lines reasons;
    if (!row.reason.empty())
      reasons = wrap(shown(row.reason, look_), numbers.empty() ? look_.width - plot_left_ : plot_);
    // A reason that stands beside an arrow comes below it.
    if (plotted) reasons.insert(reasons.begin(), "");
    std::string out;
    for (std::size_t i = 0; i < std::max({names.size(), numbers.size(), reasons.size()}); ++i) {
      TextLine line;
      if (i < names.size()) line.put(0, names[i]);
      if (i == 0) put_counts(line, row);
      if (i == 0 && plotted)
        line.put(plot_left_, interval_line(row));
      else if (i < reasons.size() && !reasons[i].empty())
        line.put(plot_left_, reasons[i]);
      else if (plotted || reasons.empty())
        line.put(plot_left_ + column_of(forest_.null), signs_.null);
      if (i < numbers.size()) line.put(plot_left_ + plot_ + gap, numbers[i]);
      out += line.ended();
    }
    return out;
  }

  std::size_t number_room() const { return stacked_ ? name_ : look_.width - plot_left_ - plot_ - gap; }

  void put_counts(TextLine& line, const ForestRow& row) const {
    if (!has_counts_) return;
    const auto put = [&](std::size_t column, const std::optional<Counts>& counts) {
      if (counts) line.put(column, std::to_string(counts->events) + "/" + std::to_string(counts->total));
    };
    put(name_ + gap, row.experimental);
    put(name_ + 2 * gap + counts_width, row.control);
  }

  std::string interval_line(const ForestRow& row) const {
    std::vector<std::string_view> cells(plot_, " ");
    const std::size_t null = column_of(forest_.null);
    cells[null] = signs_.null;
    if (row.interval) {
      const std::size_t lower = column_of(row.interval->lower), upper = column_of(row.interval->upper);
      for (std::size_t i = lower; i <= upper; ++i) cells[i] = i == null ? signs_.crossing : signs_.line;
      cells[lower] = forest_.axis.holds(row.interval->lower) ? signs_.lower : signs_.beyond_left;
      cells[upper] = forest_.axis.holds(row.interval->upper) ? signs_.upper : signs_.beyond_right;
    }
    cells[column_of(*row.estimate)] = forest_.axis.holds(*row.estimate)  ? signs_.point
                                      : *row.estimate < forest_.axis.low ? signs_.beyond_left
                                                                         : signs_.beyond_right;
    std::string text;
    for (const std::string_view cell : cells) text += cell;
    return text;
  }

  std::string axis() const {
    std::vector<std::string_view> cells(plot_, signs_.axis);
    TextLine labels;
    for (const double tick : ticks(forest_.axis, plot_ / 4)) {
      const std::size_t column = column_of(tick);
      cells[column] = signs_.tick;
      const std::string text = shown(tick_text(tick * forest_.scale, forest_.style), look_);
      const std::size_t width = display_width(text), centre = plot_left_ + column;
      std::size_t at = centre - std::min(centre, (width - 1) / 2);
      at = std::min(at, look_.width - width);
      if (labels.width() == 0 || at > labels.width()) labels.put(at, text);
    }
    cells[column_of(forest_.null)] = signs_.crossing;
    TextLine line;
    for (std::size_t i = 0; i < cells.size(); ++i) line.put(plot_left_ + i, cells[i]);
    return line.ended() + labels.ended();
  }

  /// What lies on either side, on both sides of the null line where there is room, else one below the other.
  std::string sides() const {
    const std::string left = std::string(signs_.left) + " " + shown(forest_.left, look_);
    const std::string right = shown(forest_.right, look_) + " " + std::string(signs_.right);
    const std::size_t null = plot_left_ + column_of(forest_.null);
    const std::size_t left_room = null - 1, right_room = look_.width - null - 2;
    std::string out;
    if (std::min(left_room, right_room) < least_side) {
      for (const std::string& line : wrap(left, look_.width)) out += line + '\n';
      for (const std::string& text : wrap(right, look_.width)) {
        TextLine line;
        line.put(look_.width - display_width(text), text);
        out += line.ended();
      }
      return out;
    }
    const Lines lefts = wrap(left, std::min<std::size_t>(left_room, 40));
    const Lines rights = wrap(right, std::min<std::size_t>(right_room, 40));
    for (std::size_t i = 0; i < std::max(lefts.size(), rights.size()); ++i) {
      TextLine line;
      if (i < lefts.size()) line.put(left_room - display_width(lefts[i]), lefts[i]);
      if (i < rights.size()) line.put(null + 2, rights[i]);
      out += line.ended();
    }
    return out;
  }

  const Forest& forest_;
  const TextLook& look_;
  const Signs& signs_;
  std::size_t name_ = 0, plot_ = 0, plot_left_ = 0;
  bool stacked_ = false, has_counts_ = false;
};

}  // namespace

std::string forest_text(const Forest& forest, const TextLook& look) {
  return ForestTable(forest, look).draw();
}

}  // namespace trialcalc::report
