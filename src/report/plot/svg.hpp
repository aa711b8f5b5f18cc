#pragma once
// SVG for documents and web pages: well-formed, escaped, the same bytes for the same picture.

#include <string>
#include <string_view>
#include <vector>

namespace trialcalc::report {

/// Where the picture goes.
struct SvgLook {
  /// A file of its own has its own colours, a background, and a dark side for viewers that prefer that.
  /// Within a web page text and lines take the page's colour (currentColor).
  bool standalone = true;
};

struct Point {
  double x = 0, y = 0;
};

struct Size {
  double width = 0, height = 0;
};

/// Classes that colours are attached to; each is a colour and its twin on a dark background.
enum class Paint {
  text,     ///< words and axes
  faint,    ///< rules, second-rank words
  accent,   ///< what is shown
  warning,  ///< what needs attention; always beside a sign and a word
  panel,    ///< a light area behind others
  band      ///< a range of values
};

enum class Anchor { start, middle, end };

struct TextStyle {
  Anchor anchor = Anchor::start;
  double size = 13;
  bool bold = false;
  Paint paint = Paint::text;
  std::string_view hover = {};  ///< the full text where it is cut
};

struct Stroke {
  Paint paint = Paint::text;
  double width = 1;
  bool dashed = false;
};

struct Description {
  std::string title, text;  ///< for those who hear the picture
};

class Svg {
 public:
  void text(Point at, std::string_view words, const TextStyle& style = {});
  void line(Point from, Point to, const Stroke& stroke = {});
  void rectangle(Point corner, Size size, Paint fill);
  void frame(Point corner, Size size, const Stroke& stroke = {});
  /// Filled, or hollow with a line around it.
  void polygon(const std::vector<Point>& corners, Paint paint, bool filled = true);
  void circle(Point centre, double radius, Paint paint, bool filled = true);

  /// What the other one drew, on top.
  void append(const Svg& other) { body_ += other.body_; }

  /// The whole picture.
  std::string finish(Size size, const Description& description, const SvgLook& look) const;

 private:
  std::string body_;
};

/// At most two decimals, none that are zeros.
std::string svg_number(double value);
/// Cleaned of what XML or a reader cannot take, and escaped for text and attributes.
std::string xml_escaped(std::string_view text);

}  // namespace trialcalc::report
