#include "report/plot/page.hpp"

#include "report/plot/text_width.hpp"

namespace trialcalc::report {

void Page::heading(const std::string& title, const std::string& words) {
  constexpr double size = 16, step = 20;
  for (const std::string& line : fitted_lines(title, inside().width, 3, size * bold_factor)) {
    y += step;
    svg.text({margin, y}, line, {.size = size, .bold = true});
  }
  y += 3;
  for (const std::string& line : fitted_lines(words, inside().width, 3, font)) {
    y += line_height + 1;
    svg.text({margin, y}, line, {.paint = Paint::faint});
  }
  y += 14;
}

void Page::paragraph(const std::string& words, Paint paint) {
  for (const std::string& line : fitted_lines(words, inside().width, 6, small)) {
    y += line_height;
    svg.text({margin, y}, line, {.size = small, .paint = paint});
  }
}

std::string Page::finish(const Description& description, const SvgLook& look) const {
  return svg.finish({width, y + margin}, description, look);
}

void lines_around(Svg& svg, Point middle, const std::vector<std::string>& lines, const TextStyle& style) {
  double y = middle.y - line_height * (static_cast<double>(lines.size()) - 1) / 2 + style.size * 0.35;
  for (const std::string& line : lines) {
    svg.text({middle.x, y}, line, style);
    y += line_height;
  }
}

double PlacedAxis::draw(Svg& svg, double y, const std::function<std::string(double)>& words) const {
  svg.line({span.left, y}, {span.right(), y});
  for (const double tick : ticks(axis, 8)) {
    svg.line({x_of(tick), y}, {x_of(tick), y + 5});
    svg.text({x_of(tick), y + 18}, words(tick), {.anchor = Anchor::middle, .size = small});
  }
  return y + 24;
}

void draw_arrow(Svg& svg, Point tip, bool to_the_right, Paint paint) {
  const double back = to_the_right ? -8 : 8;
  svg.polygon({tip, {tip.x + back, tip.y - 4.5}, {tip.x + back, tip.y + 4.5}}, paint);
}

void draw_square(Svg& svg, Point centre, Paint paint) {
  constexpr double half = 4.5;
  svg.rectangle({centre.x - half, centre.y - half}, {2 * half, 2 * half}, paint);
}

void draw_diamond(Svg& svg, Point centre, Paint paint) {
  constexpr double half = 6;
  svg.polygon({{centre.x, centre.y - half},
               {centre.x + half, centre.y},
               {centre.x, centre.y + half},
               {centre.x - half, centre.y}},
              paint);
}

}  // namespace trialcalc::report
