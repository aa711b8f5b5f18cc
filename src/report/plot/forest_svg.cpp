#include <algorithm>

#include "report/plot/forest.hpp"
#include "report/plot/page.hpp"
#include "report/plot/text_width.hpp"

namespace trialcalc::report {

namespace {

constexpr double gap = 18, row_padding = 10, axis_gap = 6, plot_width = 300, reason_width = 190;
constexpr std::size_t most_lines = 3;

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
    page_.heading(forest_.title,
                  forest_.measure + forest_.unit + (forest_.interval.empty() ? "" : ", " + forest_.interval));
    draw_column_heads();
    const double top = page_.y;
    // The bands and the null line lie below the rows.
    Svg rows;
    for (std::size_t i = 0; i < forest_.rows.size(); ++i) draw_row(rows, forest_.rows[i], i % 2 == 0);
    if (forest_.has_estimates)
      page_.svg.line({null_x(), top}, {null_x(), page_.y + axis_gap}, {Paint::text, 1, true});
    page_.svg.append(rows);
    if (forest_.has_estimates) draw_axis();
    page_.y += 8;
    for (const std::string& note : forest_.notes) page_.paragraph(note);
    return page_.finish(description(), look);
  }

 private:
  void set_columns() {
    double name = text_width("Outcome", font), number = text_width(forest_.measure, small * bold_factor);
    double counts = 70;
    for (const ForestRow& row : forest_.rows) {
      name = std::max(name, text_width(marked_name(forest_, row), font));
      number = std::max(
          {number, text_width(row.number, font), std::min(text_width(row.reason, small), reason_width)});
      counts = std::max({counts, text_width(count_text(row.experimental), font),
                         text_width(count_text(row.control), font)});
    }
    for (const std::string& arm : {forest_.experimental, forest_.control})
      counts = std::max(counts, std::min(text_width(arm, small * bold_factor), 105.0));
    double left = margin;
    const auto place = [&](Span& span, double width) {
      span = {left, width};
      left += width + gap;
    };
    place(columns_.name, std::clamp(name, 100.0, 250.0));
    place(columns_.experimental, counts);
    place(columns_.control, counts);
    place(columns_.plot, plot_width);
    place(columns_.number, std::max(number, 110.0));
    page_.width = left - gap + margin;
    axis_ = {forest_.axis, columns_.plot};
  }

  double null_x() const { return axis_.x_of(forest_.null); }

  void draw_column_heads() {
    const double wide = small * bold_factor;
    const auto experimental =
        fitted_lines(forest_.experimental, columns_.experimental.width, most_lines, wide);
    const auto control = fitted_lines(forest_.control, columns_.control.width, most_lines, wide);
    const double arms = line_height * static_cast<double>(std::max(experimental.size(), control.size()));
    const double middle = page_.y + arms / 2, lowest = page_.y + arms + line_height;
    const TextStyle head = {.anchor = Anchor::middle, .size = small, .bold = true};
    lines_around(page_.svg, {columns_.experimental.middle(), middle}, experimental, head);
    lines_around(page_.svg, {columns_.control.middle(), middle}, control, head);
    for (const Span& column : {columns_.experimental, columns_.control})
      page_.svg.text({column.middle(), lowest}, "events/total",
                     {.anchor = Anchor::middle, .size = small, .paint = Paint::faint});
    page_.svg.text({columns_.name.left, lowest}, "Outcome", {.size = small, .bold = true});
    page_.svg.text({columns_.number.left, lowest}, forest_.measure, {.size = small, .bold = true});
    page_.y = lowest + 8;
    page_.svg.line({margin, page_.y}, {page_.inside().right(), page_.y});
  }

  void draw_row(Svg& svg, const ForestRow& row, bool banded) {
    const std::string name = marked_name(forest_, row);
    const auto names = fitted_lines(name, columns_.name.width, most_lines);
    std::vector<std::string> reason;
    if (!row.reason.empty()) reason = fitted_lines(row.reason, columns_.number.width, most_lines, small);
    const std::size_t number_lines = (row.number.empty() ? 0 : 1) + reason.size();
    const double height =
        line_height * static_cast<double>(std::max(names.size(), number_lines)) + row_padding;
    const double middle = page_.y + height / 2;
    if (banded) page_.svg.rectangle({margin - 6, page_.y}, {page_.inside().width + 12, height}, Paint::panel);
    const bool is_cut = names.back().ends_with("\u2026");
    lines_around(svg, {columns_.name.left, middle}, names,
                 {.hover = is_cut ? std::string_view(row.name) : std::string_view()});
    if (row.experimental)
      lines_around(svg, {columns_.experimental.middle(), middle}, {count_text(row.experimental)},
                   {.anchor = Anchor::middle});
    if (row.control)
      lines_around(svg, {columns_.control.middle(), middle}, {count_text(row.control)},
                   {.anchor = Anchor::middle});
    draw_number(svg, row.number, reason, middle);
    if (row.interval) draw_interval(svg, *row.interval, middle);
    if (row.estimate) draw_estimate(svg, *row.estimate, middle);
    page_.y += height;
  }

  /// The number, and below it why it is not all there is.
  void draw_number(Svg& svg, const std::string& number, const std::vector<std::string>& reason,
                   double middle) const {
    const double x = columns_.number.left;
    const double above = number.empty() ? 0 : line_height * static_cast<double>(reason.size()) / 2;
    if (!number.empty()) lines_around(svg, {x, middle - above}, {number}, {});
    lines_around(svg, {x, middle + (number.empty() ? 0 : line_height / 2)}, reason,
                 {.size = small, .paint = Paint::faint});
  }

  void draw_interval(Svg& svg, const Interval& interval, double y) const {
    svg.line({axis_.x_of(interval.lower), y}, {axis_.x_of(interval.upper), y}, {Paint::accent, 1.5});
    for (const double limit : {interval.lower, interval.upper})
      if (!forest_.axis.holds(limit)) draw_arrow_at(svg, limit, y);
  }

  void draw_arrow_at(Svg& svg, double value, double y) const {
    draw_arrow(svg, {axis_.x_of(value), y}, value > forest_.axis.high, Paint::accent);
  }

  void draw_estimate(Svg& svg, double estimate, double y) const {
    if (!forest_.axis.holds(estimate)) return draw_arrow_at(svg, estimate, y);
    draw_square(svg, {axis_.x_of(estimate), y}, Paint::accent);
  }

  void draw_axis() {
    page_.y = axis_.draw(page_.svg, page_.y + axis_gap,
                         [&](double tick) { return tick_text(tick * forest_.scale, forest_.style); });
    draw_sides();
  }

  /// What lies left and right of the null line.
  void draw_sides() {
    constexpr double away = 10, widest = 260;
    const double left_room = std::min(null_x() - margin - away, widest);
    const double right_room = std::min(page_.inside().right() - null_x() - away, widest);
    const auto left = fitted_lines("\u2190 " + forest_.left, left_room, most_lines, small);
    const auto right = fitted_lines(forest_.right + " \u2192", right_room, most_lines, small);
    const auto draw = [&](const std::vector<std::string>& lines, double x, Anchor anchor) {
      double y = page_.y;
      for (const std::string& line : lines)
        page_.svg.text({x, y += line_height}, line, {.anchor = anchor, .size = small});
    };
    draw(left, null_x() - away, Anchor::end);
    draw(right, null_x() + away, Anchor::start);
    page_.y += line_height * static_cast<double>(std::max(left.size(), right.size()));
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
  PlacedAxis axis_;
  Page page_;
};

}  // namespace

std::string forest_svg(const Forest& forest, const SvgLook& look) { return ForestPicture(forest).draw(look); }

}  // namespace trialcalc::report
