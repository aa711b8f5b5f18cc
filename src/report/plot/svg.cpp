#include "report/plot/svg.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/html.hpp"

namespace trialcalc::report {

namespace {

struct PaintColours {
  std::string_view name, light, dark;
};

// Blue and vermillion of Okabe and Ito stay apart for every kind of colour blindness and in grey; the dark
// side has the same hues, lighter.
constexpr PaintColours colours[] = {{"text", "currentColor", ""},     {"faint", "#666666", "#a3a3a3"},
                                    {"accent", "#0072b2", "#56b4e9"}, {"warning", "#c04a00", "#ff9e5e"},
                                    {"panel", "#eef2f6", "#242a31"},  {"band", "#cbe0ee", "#1f4763"}};

constexpr std::string_view ink = "#1a1a1a", paper = "#ffffff", dark_ink = "#e6e6e6", dark_paper = "#14171a";

const PaintColours& of(Paint paint) { return colours[static_cast<std::size_t>(paint)]; }

std::string fill(Paint paint) {
  return fmt::format(R"(class="fill-{}" fill="{}")", of(paint).name, of(paint).light);
}

std::string outline(Paint paint, double width, std::string_view inside) {
  return fmt::format(R"(class="line-{}" fill="{}" stroke="{}" stroke-width="{}")", of(paint).name, inside,
                     of(paint).light, svg_number(width));
}

/// The attributes say the light colours, for viewers that know no more; this turns them dark.
std::string style_sheet(const SvgLook& look) {
  std::string rules;
  for (const PaintColours& one : colours)
    if (!one.dark.empty())
      rules += fmt::format(".trialcalc-plot .fill-{0}{{fill:{1}}}.trialcalc-plot .line-{0}{{stroke:{1}}}",
                           one.name, one.dark);
  if (look.standalone)
    rules +=
        fmt::format(".trialcalc-plot{{color:{}}}.trialcalc-plot .paper{{fill:{}}}", dark_ink, dark_paper);
  return fmt::format("<style>{}@media screen and (prefers-color-scheme:dark){{{}}}</style>\n",
                     look.standalone ? ":root{color-scheme:light dark}" : "", rules);
}

}  // namespace

std::string svg_number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string xml_escaped(std::string_view text) {
  // Valid UTF-8 that XML 1.0 does not allow all the same.
  static constexpr std::string_view not_characters[] = {"\uFFFE", "\uFFFF"};
  std::string escaped = html_text(text);
  for (const std::string_view one : not_characters)
    for (std::size_t at = 0; (at = escaped.find(one, at)) != std::string::npos; ++at)
      escaped.replace(at, one.size(), "\uFFFD");
  return escaped;
}

void Svg::text(Point at, std::string_view words, const TextStyle& style) {
  static constexpr std::string_view anchors[] = {"", R"( text-anchor="middle")", R"( text-anchor="end")"};
  body_ +=
      fmt::format(R"(<text x="{}" y="{}" font-size="{}"{}{} {}>{}{}</text>)", svg_number(at.x),
                  svg_number(at.y), svg_number(style.size), anchors[static_cast<std::size_t>(style.anchor)],
                  style.bold ? R"( font-weight="600")" : "", fill(style.paint), xml_escaped(words),
                  style.hover.empty() ? "" : "<title>" + xml_escaped(style.hover) + "</title>");
  body_ += '\n';
}

void Svg::line(Point from, Point to, const Stroke& stroke) {
  body_ +=
      fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" {}{}/>)", svg_number(from.x), svg_number(from.y),
                  svg_number(to.x), svg_number(to.y), outline(stroke.paint, stroke.width, "none"),
                  stroke.dashed ? R"( stroke-dasharray="4 3")" : "");
  body_ += '\n';
}

void Svg::rectangle(Point corner, Size size, Paint paint) {
  body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" {}/>)", svg_number(corner.x),
                       svg_number(corner.y), svg_number(size.width), svg_number(size.height), fill(paint));
  body_ += '\n';
}

void Svg::frame(Point corner, Size size, const Stroke& stroke) {
  body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" rx="3" {}{}/>)", svg_number(corner.x),
                       svg_number(corner.y), svg_number(size.width), svg_number(size.height),
                       outline(stroke.paint, stroke.width, "none"),
                       stroke.dashed ? R"( stroke-dasharray="4 3")" : "");
  body_ += '\n';
}

void Svg::polygon(const std::vector<Point>& corners, Paint paint, bool filled) {
  std::string points;
  for (const Point& corner : corners)
    points += (points.empty() ? "" : " ") + svg_number(corner.x) + "," + svg_number(corner.y);
  body_ +=
      fmt::format(R"(<polygon points="{}" {}/>)", points, filled ? fill(paint) : outline(paint, 1.5, "none"));
  body_ += '\n';
}

void Svg::circle(Point centre, double radius, Paint paint, bool filled) {
  body_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" {}/>)", svg_number(centre.x), svg_number(centre.y),
                       svg_number(radius), filled ? fill(paint) : outline(paint, 1.5, "none"));
  body_ += '\n';
}

std::string Svg::finish(Size size, const Description& description, const SvgLook& look) const {
  const std::string width = svg_number(size.width), height = svg_number(size.height);
  const std::string title = xml_escaped(description.title);
  std::string out = fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" class="trialcalc-plot" role="img" aria-label="{}" )"
      R"(viewBox="0 0 {} {}" width="{}" height="{}" font-family="sans-serif"{}>)",
      title, width, height, width, height,
      look.standalone ? fmt::format(R"( color="{}")", ink) : R"( style="max-width:100%;height:auto")");
  out += fmt::format("\n<title>{}</title>\n<desc>{}</desc>\n", title, xml_escaped(description.text));
  out += style_sheet(look);
  if (look.standalone)
    out +=
        fmt::format("<rect class=\"paper\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n", width, height, paper);
  return out + body_ + "</svg>\n";
}

}  // namespace trialcalc::report
