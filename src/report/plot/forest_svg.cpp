#include <algorithm>

#include "report/plot/forest.hpp"
#include "report/plot/text_width.hpp"

namespace trialcalc::report {

namespace {

constexpr double margin = 18, gap = 18, line_height = 16, row_padding = 10, font = 13, small = 12;
constexpr double plot_width = 300, reason_width = 190;
constexpr std::size_t most_lines = 3;

/// A column by its left edge.
struct Span {
  double left = 0, width = 0;

  double right() const { return left + width; }
  double middle() const { return left + width / 2; }
};

struct Columns {
  Span name, experimental, control, plot, number;
};

std::string count_text(const std::optional<Counts>& counts) {
  return counts ? std::to_string(counts->events) + "/" + std::to_string(counts->total) : "";
}

/// " ▲" after the name of an outcome whose events are hoped for, where others are not.
std::string marked_name(const Forest& forest, const ForestRow& row) {
  if (!forest.mixed || row.direction == Direction::neutral) return row.name;
  return row.name + (row.direction == Direction::more_is_better ? "\u00A0\u25B2" : "\u00A0\u25BC");
}

class ForestPicture {
 public:
  explicit ForestPicture(const Forest& forest) : forest_(forest) { set_columns(); }

  std::string draw(const SvgLook& look) {
    draw_heading();
    const double top = y_;
    // The bands and the null line lie below the rows.
    Svg rows;
    for (std::size_t i = 0; i < forest_.rows.size(); ++i) draw_row(rows, forest_.rows[i], i % 2 == 0);
    svg_.line({null_x(), top}, {null_x(), y_ + 6}, {Paint::text, 1, true});
    svg_.append(rows);
    draw_axis();
    draw_sides();
    draw_notes();
    return svg_.finish({width_, y_ + margin}, description(), look);
  }

 private:
  void set_columns() {
    double name = text_width("Outcome", font), number = text_width(forest_.measure, small), counts = 70;
    for (const ForestRow& row : forest_.rows) {
      name = std::max(name, text_width(marked_name(forest_, row), font));
      number = std::max(
          {number, text_width(row.number, font), std::min(text_width(row.reason, small), reason_width)});
      counts = std::max({counts, text_width(count_text(row.experimental), font),
                         text_width(count_text(row.control), font)});
    }
    for (const std::string& arm : {forest_.experimental, forest_.control})
      counts = std::max(counts, std::min(text_width(arm, small * 1.1), 105.0));
    double left = margin;
    const auto place = [&](Span& span, double width) {
      span = {left, width};
      left += width + gap;
    };
    place(columns_.name, std::clamp(name, 100.0, 250.0));
    place(columns_.experimental, counts);
    place(columns_.control, counts);
    place(columns_.plot, plot_width);
    place(columns_.number, std::clamp(number, 110.0, 220.0));
    width_ = left - gap + margin;
  }

  double x_of(double value) const {
    return columns_.plot.left + forest_.axis.position(value) * columns_.plot.width;
  }
  double null_x() const { return x_of(forest_.null); }

  /// Lines below each other around a middle; returns how many.
  static void lines_around(Svg& svg, Point middle, const std::vector<std::string>& lines,
                           const TextStyle& style) {
    double y = middle.y - line_height * (static_cast<double>(lines.size()) - 1) / 2 + style.size * 0.35;
    for (const std::string& line : lines) {
      svg.text({middle.x, y}, line, style);
      y += line_height;
    }
  }

  void draw_heading() {
    for (const std::string& line : fitted_lines(forest_.title, width_ - 2 * margin, 2, 16 * 1.1)) {
      y_ += 20;
      svg_.text({margin, y_}, line, {.size = 16, .bold = true});
    }
    y_ += 20;
    const std::string words =
        forest_.measure + forest_.unit + (forest_.interval.empty() ? "" : ", " + forest_.interval);
    svg_.text({margin, y_}, words, {.paint = Paint::faint});
    y_ += 14;
    const auto experimental =
        fitted_lines(forest_.experimental, columns_.experimental.width, most_lines, small * 1.1);
    const auto control = fitted_lines(forest_.control, columns_.control.width, most_lines, small * 1.1);
    const double height =
        line_height * (static_cast<double>(std::max(experimental.size(), control.size())) + 1) + 8;
    const TextStyle head = {.anchor = Anchor::middle, .size = small, .bold = true};
    const double upper = y_ + (height - line_height) / 2, lowest = y_ + height - 8;
    lines_around(svg_, {columns_.experimental.middle(), upper}, experimental, head);
    lines_around(svg_, {columns_.control.middle(), upper}, control, head);
    for (const Span& column : {columns_.experimental, columns_.control})
      svg_.text({column.middle(), lowest}, "events/total",
                {.anchor = Anchor::middle, .size = small, .paint = Paint::faint});
    svg_.text({columns_.name.left, lowest}, "Outcome", {.size = small, .bold = true});
    svg_.text({columns_.number.left, lowest}, forest_.measure, {.size = small, .bold = true});
    y_ += height;
    svg_.line({margin, y_}, {width_ - margin, y_});
  }

  void draw_row(Svg& svg, const ForestRow& row, bool banded) {
    const std::string name = marked_name(forest_, row);
    const auto names = fitted_lines(name, columns_.name.width, most_lines);
    std::vector<std::string> reason;
    if (!row.reason.empty()) reason = fitted_lines(row.reason, columns_.number.width, most_lines, small);
    const std::size_t number_lines = (row.number.empty() ? 0 : 1) + reason.size();
    const std::size_t lines = std::max(names.size(), number_lines);
    const double height = line_height * static_cast<double>(lines) + row_padding, middle = y_ + height / 2;
    if (banded) svg_.rectangle({margin - 6, y_}, {width_ - 2 * margin + 12, height}, Paint::panel);
    const bool is_cut = names.back().ends_with("\u2026");
    lines_around(svg, {columns_.name.left, middle}, names,
                 {.hover = is_cut ? std::string_view(row.name) : std::string_view()});
    lines_around(svg, {columns_.experimental.middle(), middle}, {count_text(row.experimental)},
                 {.anchor = Anchor::middle});
    lines_around(svg, {columns_.control.middle(), middle}, {count_text(row.control)},
                 {.anchor = Anchor::middle});
    draw_number(svg, row.number, reason, middle);
    if (row.interval) draw_interval(svg, *row.interval, middle);
    if (row.estimate) draw_estimate(svg, *row.estimate, middle);
    y_ += height;
  }

  /// The number, and below it why it is not all there is.
  void draw_number(Svg& svg, const std::string& number, const std::vector<std::string>& reason,
                   double middle) const {
    const double x = columns_.number.left;
    if (number.empty()) {
      lines_around(svg, {x, middle}, reason, {.size = small, .paint = Paint::faint});
      return;
    }
    const double lower = line_height * static_cast<double>(reason.size()) / 2;
    lines_around(svg, {x, middle - lower}, {number}, {});
    lines_around(svg, {x, middle + line_height / 2}, reason, {.size = small, .paint = Paint::faint});
  }

  void draw_interval(Svg& svg, const Interval& interval, double y) const {
    svg.line({x_of(interval.lower), y}, {x_of(interval.upper), y}, {Paint::accent, 1.5});
    for (const double limit : {interval.lower, interval.upper})
      if (!forest_.axis.holds(limit)) draw_arrow(svg, limit, y);
  }

  /// At the end of the axis that the value lies beyond.
  void draw_arrow(Svg& svg, double value, double y) const {
    const double tip = x_of(value), back = value < forest_.axis.low ? 8 : -8;
    svg.polygon({{tip, y}, {tip + back, y - 4.5}, {tip + back, y + 4.5}}, Paint::accent);
  }

  void draw_estimate(Svg& svg, double estimate, double y) const {
    constexpr double half = 4.5;
    if (!forest_.axis.holds(estimate)) return draw_arrow(svg, estimate, y);
    svg.rectangle({x_of(estimate) - half, y - half}, {2 * half, 2 * half}, Paint::accent);
  }

  void draw_axis() {
    y_ += 6;
    svg_.line({columns_.plot.left, y_}, {columns_.plot.right(), y_});
    for (const double tick : ticks(forest_.axis, 8)) {
      svg_.line({x_of(tick), y_}, {x_of(tick), y_ + 5});
      svg_.text({x_of(tick), y_ + 18}, tick_text(tick * forest_.scale, forest_.style),
                {.anchor = Anchor::middle, .size = small});
    }
    y_ += 24;
  }

  void draw_sides() {
    const double left_room = std::min(null_x() - margin - 10, 260.0);
    const double right_room = std::min(width_ - margin - null_x() - 10, 260.0);
    const auto left = fitted_lines("\u2190 " + forest_.left, left_room, most_lines, small);
    const auto right = fitted_lines(forest_.right + " \u2192", right_room, most_lines, small);
    const auto draw = [&](const std::vector<std::string>& lines, double x, Anchor anchor) {
      double y = y_ + line_height;
      for (const std::string& line : lines) {
        svg_.text({x, y}, line, {.anchor = anchor, .size = small});
        y += line_height;
      }
    };
    draw(left, null_x() - 10, Anchor::end);
    draw(right, null_x() + 10, Anchor::start);
    y_ += line_height * static_cast<double>(std::max(left.size(), right.size()));
  }

  void draw_notes() {
    y_ += 8;
    for (const std::string& note : forest_.notes)
      for (const std::string& line : fitted_lines(note, width_ - 2 * margin, 4, small)) {
        y_ += line_height;
        svg_.text({margin, y_}, line, {.size = small, .paint = Paint::faint});
      }
  }

  Description description() const {
    std::string text = "Forest plot, " + forest_.experimental + " against " + forest_.control + ".";
    for (const ForestRow& row : forest_.rows) {
      text += " " + row.name + ": " + row.number;
      if (!row.reason.empty()) text += (row.number.empty() ? "" : ", ") + row.reason;
      text += ".";
    }
    return {forest_.title + ": " + forest_.measure, text};
  }

  const Forest& forest_;
  Columns columns_;
  Svg svg_;
  double width_ = 0, y_ = 6;
};

}  // namespace

std::string forest_svg(const Forest& forest, const SvgLook& look) { return ForestPicture(forest).draw(look); }

}  // namespace trialcalc::report
