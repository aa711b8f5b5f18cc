#include <algorithm>
#include <cmath>

#include "report/plain_text.hpp"
#include "report/plot/p_values.hpp"
#include "report/plot/page.hpp"
#include "report/plot/text_width.hpp"
#include "report/result_text.hpp"
#include "trialcalc/printed.hpp"

namespace trialcalc::report {

namespace {

constexpr double gap = 18, plot_width = 380, row_height = 24;

/// Every P value and the threshold, from 1 down to 1e-6; smaller ones are left to arrows.
Axis axis_of(const PValues& values) {
  constexpr double smallest = 1e-6;
  double low = std::min(0.01, values.alpha);
  for (const MethodTest& test : values.tests)
    if (test.result.not_estimable.empty()) low = std::min(low, test.result.p);
  return {true, std::pow(10, std::floor(std::log10(std::max(low, smallest)) + 1e-9)), 1};
}

/// A printed P with the values that print it; one that is not a number has no place on the axis.
struct PrintedP {
  std::string text;
  PrintedNumber number;
};

class PValuesPicture {
 public:
  explicit PValuesPicture(const PValues& values) : values_(values) {
    for (const std::string& text : values.reported)
      if (const auto number = PrintedNumber::parse(text)) printed_.push_back({text, *number});
    double name = 0, p = text_width("not estimable", font);
    for (const MethodTest& test : values.tests) {
      name = std::max(name, text_width(test.method->name, font));
      p = std::max(p, std::min(text_width(p_words(test), font), 260.0));
    }
    name_ = {margin, std::min(name, 330.0)};
    axis_ = {axis_of(values), {name_.right() + gap, plot_width}};
    p_ = {axis_.span.right() + gap, p};
    page_.width = p_.right() + margin;
  }

  std::string draw(const SvgLook& look) {
    page_.heading(values_.title, values_.words);
    const double label = page_.y + line_height * static_cast<double>(printed_.size());
    const double top = label + line_height + 6,
                 bottom = top + row_height * static_cast<double>(values_.tests.size()) + 6;
    draw_printed(top, bottom);
    const double alpha = axis_.x_of(values_.alpha);
    page_.svg.line({alpha, top - 4}, {alpha, bottom}, {Paint::text, 1, true});
    page_.svg.text({alpha, top - 8}, tick_text(values_.alpha, values_.style),
                   {.anchor = Anchor::middle, .size = small, .bold = true});
    page_.y = top;
    for (const MethodTest& test : values_.tests) draw_row(test);
    page_.y = axis_.draw(page_.svg, bottom, [&](double tick) { return tick_text(tick, values_.style); });
    page_.y += 4;
    page_.paragraph(count_words(), Paint::text);
    page_.paragraph("\u25A0 below " + tick_text(values_.alpha, values_.style) + " \u00B7 \u25CB not below" +
                    (printed_.empty() ? "" : " \u00B7 \u2713 prints the reported P"));
    return page_.finish({values_.title + ": P under every test", description()}, look);
  }

 private:
  bool below(const MethodTest& test) const { return test.result.p < values_.alpha; }

  std::string p_words(const MethodTest& test) const {
    if (!test.result.not_estimable.empty()) return no_number(test.result.not_estimable);
    const bool prints = std::any_of(printed_.begin(), printed_.end(), [&](const PrintedP& printed) {
      return printed.number.prints(test.result.p);
    });
    return p_text(test.result.p, values_.style) + (prints ? " \u2713" : "");
  }

  /// The values that print what is reported, as a band with the text above it.
  void draw_printed(double top, double bottom) {
    double y = page_.y;
    for (const PrintedP& printed : printed_) {
      const RealSet set = printed.number.set();
      const double low = axis_.x_of(std::max(set.low, 0.0)), high = axis_.x_of(std::min(set.high, 1.0));
      const double middle = (low + high) / 2;
      page_.svg.rectangle({low - 2, top - 2}, {std::max(high - low, 1.0) + 4, bottom - top + 2}, Paint::band);
      const std::string words = "reported " + printed.text;
      const double half = text_width(words, small) / 2;
      const double x = std::clamp(middle, margin + half, page_.inside().right() - half);
      page_.svg.text({x, y += line_height}, words,
                     {.anchor = Anchor::middle, .size = small, .paint = Paint::accent});
    }
  }

  void draw_row(const MethodTest& test) {
    const double middle = page_.y + row_height / 2;
    page_.svg.line({axis_.span.left, middle}, {axis_.span.right(), middle}, {Paint::panel, 1});
    const auto names = fitted_lines(test.method->name, name_.width, 1);
    lines_around(page_.svg, {name_.left, middle}, names, {.hover = test.method->name});
    const bool estimable = test.result.not_estimable.empty();
    lines_around(page_.svg, {p_.left, middle}, fitted_lines(p_words(test), p_.width, 1),
                 {.bold = estimable && below(test), .paint = estimable ? Paint::text : Paint::faint});
    if (estimable) draw_point(test, {axis_.x_of(test.result.p), middle});
    page_.y += row_height;
  }

  void draw_point(const MethodTest& test, Point at) {
    if (test.result.p < axis_.axis.low)
      draw_arrow(page_.svg, at, false, Paint::accent);
    else if (below(test))
      draw_square(page_.svg, at, Paint::accent);
    else
      page_.svg.circle(at, 4.5, Paint::accent, false);
  }

  /// "P is below 0.05 by 3 of 15 tests."
  std::string count_words() const {
    const auto estimable =
        std::count_if(values_.tests.begin(), values_.tests.end(),
                      [](const MethodTest& test) { return test.result.not_estimable.empty(); });
    const auto significant = std::count_if(
        values_.tests.begin(), values_.tests.end(),
        [&](const MethodTest& test) { return test.result.not_estimable.empty() && below(test); });
    return std::string(values_.style.p_word) + " is below " + tick_text(values_.alpha, values_.style) +
           " by " + std::to_string(significant) + " of " + std::to_string(estimable) + " tests.";
  }

  std::string description() const {
    std::string text = count_words();
    for (const PrintedP& printed : printed_) text += " Reported: " + printed.text + ".";
    for (const MethodTest& test : values_.tests)
      text += " " + std::string(test.method->name) + ": " + p_words(test) + ".";
    return text;
  }

  const PValues& values_;
  std::vector<PrintedP> printed_;
  Span name_, p_;
  PlacedAxis axis_;
  Page page_;
};

}  // namespace

std::string p_values_svg(const PValues& values, const SvgLook& look) {
  return PValuesPicture(values).draw(look);
}

}  // namespace trialcalc::report
