#include <algorithm>
#include <cmath>

#include "report/check_view.hpp"
#include "report/plot/page.hpp"
#include "report/plot/percentages.hpp"
#include "report/plot/text_width.hpp"
#include "trialcalc/printed.hpp"

namespace trialcalc::report {

namespace {

constexpr double plot_width = 640, unit_height = 60, axis_room = 40;
constexpr double half_unit = 0.5, near = 1e-9;  ///< a tie at the band's edge counts as within
constexpr double furthest = 3;                  ///< units of the last digit that are drawn to scale

/// One printed percentage: where it lies, and by how many units of its last digit.
struct Percentage {
  const Finding* finding;
  double recomputed, off;

  bool outside() const { return std::abs(off) > half_unit + near; }
};

std::vector<Percentage> percentages_of(const Check& check) {
  std::vector<Percentage> all;
  for (const Finding& finding : check.findings) {
    // A rule of the plan is a bound, not a percentage of these patients.
    if (finding.kind != "percent" || !finding.recomputed || finding.method == "stopping-rule") continue;
    const auto printed = PrintedNumber::parse(finding.reported);
    if (!printed || printed->form() != PrintedNumber::Form::equal) continue;
    all.push_back({&finding, *finding.recomputed,
                   (printed->value() - *finding.recomputed) * std::pow(10.0, printed->decimals())});
  }
  return all;
}

/// Percentages at one place of the picture share a number.
struct Mark {
  Point at;
  std::string numbers;
};

class PercentagesPicture {
 public:
  explicit PercentagesPicture(const Check& check) : check_(check), all_(percentages_of(check)) {
    page_.width = 2 * margin + axis_room + plot_width;
    axis_ = {{false, 0, 100}, {margin + axis_room, plot_width}};
    double most = 1;
    for (const Percentage& one : all_) most = std::max(most, std::ceil(std::abs(one.off)));
    reach_ = std::min(most, furthest);
  }

  std::string draw(const SvgLook& look) {
    const std::string title = check_.name.empty() ? check_.trial : check_.name;
    page_.heading(title + ": printed percentages", summary());
    page_.paragraph("Printed minus recomputed, in units of the last printed digit");
    top_ = page_.y + 18;
    draw_frame();
    for (const Percentage& one : all_)
      if (!one.outside()) page_.svg.circle(place(one), 3, Paint::accent, false);
    std::vector<std::string> list = draw_outside();
    page_.y = axis_.draw(page_.svg, y_of(-reach_), [](double tick) { return tick_text(tick, {}) + "%"; });
    page_.svg.text({axis_.span.middle(), page_.y += 14}, "Recomputed",
                   {.anchor = Anchor::middle, .size = small});
    page_.y += 10;
    for (const std::string& line : list) page_.paragraph(line, Paint::text);
    return page_.finish({title + ": printed percentages against recomputed ones", description(list)}, look);
  }

 private:
  double y_of(double off) const { return top_ + (reach_ - std::clamp(off, -reach_, reach_)) * unit_height; }
  Point place(const Percentage& one) const { return {axis_.x_of(one.recomputed), y_of(one.off)}; }

  /// The band that rounding half up leaves, and lines at whole units.
  void draw_frame() {
    page_.svg.rectangle({axis_.span.left, y_of(half_unit)}, {plot_width, unit_height}, Paint::panel);
    for (double unit = -reach_; unit <= reach_; ++unit) {
      page_.svg.text({axis_.span.left - 8, y_of(unit) + small * 0.35},
                     (unit > 0 ? "+" : "") + tick_text(unit, {}), {.anchor = Anchor::end, .size = small});
      page_.svg.line({axis_.span.left, y_of(unit)}, {axis_.span.right(), y_of(unit)},
                     {unit == 0 ? Paint::text : Paint::panel, 1});
    }
    page_.svg.text({axis_.span.right() - 6, y_of(half_unit) - 5}, "rounding half up lies within the band",
                   {.anchor = Anchor::end, .size = small, .paint = Paint::faint});
  }

  /// Marks what lies outside the band; returns what the numbers beside the marks stand for.
  std::vector<std::string> draw_outside() {
    std::vector<std::string> list;
    std::vector<Mark> marks;
    for (const Percentage& one : all_) {
      if (!one.outside()) continue;
      const std::string number = std::to_string(list.size() + 1);
      list.push_back(number + "  " + words(one));
      const Point at = place(one);
      const auto same = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        return std::abs(mark.at.x - at.x) < 12 && std::abs(mark.at.y - at.y) < 12;
      });
      if (same == marks.end())
        marks.push_back({at, number});
      else
        same->numbers += ", " + number;
      draw_diamond(page_.svg, at, Paint::warning);
    }
    for (const Mark& mark : marks) {
      const bool at_end = mark.at.x > axis_.span.right() - 60;
      page_.svg.text({mark.at.x + (at_end ? -10 : 10), mark.at.y + small * 0.35},
                     fitted_lines(mark.numbers, 120, 1, small).at(0),
                     {.anchor = at_end ? Anchor::end : Anchor::start,
                      .size = small,
                      .bold = true,
                      .paint = Paint::warning});
    }
    return list;
  }

  std::string words(const Percentage& one) const {
    const Finding& finding = *one.finding;
    std::string text = place_of(finding) + ": " + finding.label + ": printed " + finding.reported +
                       "%, recomputed " + decimal(one.recomputed, 2) + "%, " +
                       std::string(name(finding.verdict));
    if (std::abs(one.off) > furthest) text += " (off the scale)";
    return text + ".";
  }

  std::string place_of(const Finding& finding) const { return report::place(check_, finding); }

  std::string summary() const {
    const auto outside =
        std::count_if(all_.begin(), all_.end(), [](const Percentage& one) { return one.outside(); });
    return std::to_string(all_.size() - static_cast<std::size_t>(outside)) + " of " +
           std::to_string(all_.size()) + " lie within half a unit of their last digit.";
  }

  std::string description(const std::vector<std::string>& list) const {
    std::string text = summary();
    for (const std::string& line : list) text += " " + line;
    return text;
  }

  const Check& check_;
  std::vector<Percentage> all_;
  PlacedAxis axis_;
  Page page_;
  double reach_ = 1, top_ = 0;
};

}  // namespace

std::string percentages_svg(const Check& check, const SvgLook& look) {
  return PercentagesPicture(check).draw(look);
}

}  // namespace trialcalc::report
