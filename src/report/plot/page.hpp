#pragma once
// What all pictures have in common: margins, headings, wrapped words, horizontal axes. Drawn from the top
// down.

#include <functional>
#include <string>
#include <vector>

#include "report/plot/axis.hpp"
#include "report/plot/svg.hpp"

namespace trialcalc::report {

inline constexpr double margin = 18, line_height = 16, font = 13, small = 12;
inline constexpr double bold_factor = 1.1;  ///< how much wider bold letters are

/// A column by its left edge.
struct Span {
  double left = 0, width = 0;

  double right() const { return left + width; }
  double middle() const { return left + width / 2; }
};

struct Page {
  Svg svg;
  double width = 0, y = 6;  ///< what is drawn next begins below y

  Span inside() const { return {margin, width - 2 * margin}; }

  /// A bold title with words below it.
  void heading(const std::string& title, const std::string& words);
  /// Small wrapped lines.
  void paragraph(const std::string& words, Paint paint = Paint::faint);
  std::string finish(const Description& description, const SvgLook& look) const;
};

/// Lines below each other around a middle.
void lines_around(Svg& svg, Point middle, const std::vector<std::string>& lines, const TextStyle& style);

/// An axis with the place that it takes up.
struct PlacedAxis {
  Axis axis;
  Span span;

  double x_of(double value) const { return span.left + axis.position(value) * span.width; }
  /// The line, ticks and their words; returns where the next line begins.
  double draw(Svg& svg, double y, const std::function<std::string(double)>& words) const;
};

/// A triangle that points beyond the end of the axis at which it stands.
void draw_arrow(Svg& svg, Point tip, bool to_the_right, Paint paint);

/// Shapes that can be told apart without colour.
void draw_square(Svg& svg, Point centre, Paint paint);
void draw_diamond(Svg& svg, Point centre, Paint paint);

}  // namespace trialcalc::report
