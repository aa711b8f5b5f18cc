#include <algorithm>
#include <map>

#include "report/plot/flow.hpp"
#include "report/plot/page.hpp"
#include "report/plot/text_width.hpp"

namespace trialcalc::report {

namespace {

constexpr double column_width = 310, column_gap = 40, padding = 10, drop = 22, indent = 44;

/// A line of a box: its words, how far in, and how they look.
struct BoxLine {
  std::string text;
  double inset = 0;
  TextStyle style = {.size = small};
};

class FlowPicture {
 public:
  explicit FlowPicture(const Flow& flow) : flow_(flow) {
    const auto count = static_cast<double>(flow.arms.size());
    page_.width = 2 * margin + count * column_width + (count - 1) * column_gap;
    for (std::size_t i = 0; i < flow.arms.size(); ++i)
      columns_[flow.arms[i].id] = {margin + static_cast<double>(i) * (column_width + column_gap),
                                   column_width};
    columns_["total"] = {(page_.width - column_width) / 2, column_width};
  }

  std::string draw(const SvgLook& look) {
    page_.heading(flow_.title + ": flow of patients", summary());
    draw_rows({"total"});
    draw_split();
    std::vector<std::string> arms;
    for (const TrialArm& arm : flow_.arms) arms.push_back(arm.id);
    draw_arm_names();
    draw_rows(arms);
    page_.y += 8;
    for (const std::string& failing : flow_.failing) page_.paragraph("\u2717 " + failing, Paint::warning);
    return page_.finish({flow_.title + ": flow of patients", description()}, look);
  }

 private:
  /// The boxes of a column, from the top.
  std::vector<std::size_t> boxes_of(const std::string& arm) const {
    std::vector<std::size_t> boxes;
    for (std::size_t i = 0; i < flow_.boxes.size(); ++i)
      if (flow_.boxes[i].arm == arm) boxes.push_back(i);
    return boxes;
  }

  /// The sums within a column that lead to a box.
  std::vector<const FlowStep*> steps_to(std::size_t box) const {
    std::vector<const FlowStep*> steps;
    for (const FlowStep& step : flow_.steps)
      if (step.to.size() == 1 && step.to[0] == box) steps.push_back(&step);
    return steps;
  }

  /// The columns side by side, row by row.
  void draw_rows(const std::vector<std::string>& arms) {
    std::map<std::string, double> bottoms;
    for (std::size_t row = 0;; ++row) {
      std::map<std::string, std::size_t> boxes;
      for (const std::string& arm : arms)
        if (const auto all = boxes_of(arm); row < all.size()) boxes[arm] = all[row];
      if (boxes.empty()) return;
      if (row > 0) draw_steps(boxes, bottoms);
      double lowest = page_.y;
      for (const auto& [arm, box] : boxes) {
        bottoms[arm] = draw_box(flow_.boxes[box], columns_[arm], page_.y);
        lowest = std::max(lowest, bottoms[arm]);
      }
      page_.y = lowest;
    }
  }

  /// What leads to the boxes of a row, from the bottoms of those above.
  void draw_steps(const std::map<std::string, std::size_t>& boxes,
                  const std::map<std::string, double>& bottoms) {
    double lowest = page_.y;
    for (const auto& [arm, box] : boxes) {
      double y = page_.y;
      for (const FlowStep* step : steps_to(box)) y = draw_step(*step, columns_[arm], y);
      lowest = std::max(lowest, y);
    }
    page_.y = lowest + drop;
    for (const auto& [arm, box] : boxes) {
      const auto above = box_above(arm, box);
      for (const FlowStep* step : steps_to(box))
        if (step->from == above) draw_drop({columns_[arm].left + indent / 2, bottoms.at(arm)}, page_.y);
    }
  }

  std::size_t box_above(const std::string& arm, std::size_t box) const {
    const auto all = boxes_of(arm);
    const auto found = std::find(all.begin(), all.end(), box);
    return found == all.begin() ? box : *std::prev(found);
  }

  void draw_drop(Point from, double to) {
    page_.svg.line(from, {from.x, to - 6});
    page_.svg.polygon({{from.x, to}, {from.x - 4, to - 8}, {from.x + 4, to - 8}}, Paint::text);
  }

  /// Lines within a frame; returns where it ends.
  double draw_lines(const std::vector<BoxLine>& lines, Span span, double top, const Stroke& stroke) {
    double y = top + padding - 4;
    for (const BoxLine& line : lines) {
      const double room = span.width - 2 * padding - line.inset;
      const double size = line.style.size * (line.style.bold ? bold_factor : 1);
      const bool centred = line.style.anchor == Anchor::middle;
      for (const std::string& text : fitted_lines(line.text, room, 3, size))
        page_.svg.text({centred ? span.middle() : span.left + padding + line.inset, y += line_height}, text,
                       line.style);
    }
    const double bottom = y + padding;
    page_.svg.frame({span.left, top}, {span.width, bottom - top}, stroke);
    return bottom;
  }

  double draw_box(const FlowBox& box, Span span, double top) {
    std::vector<BoxLine> lines;
    for (const std::string& name : box.names)
      lines.push_back({name, 0, {.anchor = Anchor::middle, .size = small}});
    lines.push_back(
        {"n = " + std::to_string(box.n), 0, {.anchor = Anchor::middle, .size = font, .bold = true}});
    return draw_lines(lines, span, top, {Paint::text, 1.2});
  }

  /// Those who leave or join, and whether the sum holds, to the right of the way down.
  double draw_step(const FlowStep& step, Span column, double top) {
    std::vector<BoxLine> lines;
    for (const FlowTerm& term : step.terms) {
      lines.push_back({(term.joins ? "+ " : "\u2212 ") + std::to_string(term.count) + "  " + term.name});
      for (const std::string& reason : term.reasons)
        lines.push_back({reason, 16, {.size = small, .paint = Paint::faint}});
    }
    if (!step.sum.empty()) lines.push_back({check_words(step), 0, check_style(step)});
    const Span span = {column.left + indent, column.width - indent};
    const double from = top + drop * 0.7;
    const double bottom = draw_lines(lines, span, from, frame_of(step));
    page_.svg.line({column.left + indent / 2, (from + bottom) / 2}, {span.left, (from + bottom) / 2});
    return bottom;
  }

  static std::string check_words(const FlowStep& step) {
    std::string sum = step.sum;
    for (std::size_t at = 0; (at = sum.find(" - ", at)) != std::string::npos;) sum.replace(at, 3, " \u2212 ");
    return (step.holds ? "\u2713 " : "\u2717 discrepant: ") + sum;
  }
  static TextStyle check_style(const FlowStep& step) {
    return {.size = small, .bold = !step.holds, .paint = step.holds ? Paint::accent : Paint::warning};
  }
  static Stroke frame_of(const FlowStep& step) {
    return step.holds ? Stroke{Paint::faint, 1} : Stroke{Paint::warning, 2.5, true};
  }

  /// From all patients to the arms.
  void draw_split() {
    for (const FlowStep& step : flow_.steps) {
      if (step.to.size() < 2) continue;
      const Point stem = {columns_["total"].middle(), page_.y};
      const double bar = page_.y + 26;
      page_.svg.line(stem, {stem.x, bar});
      page_.svg.text({stem.x + 10, page_.y + 17}, check_words(step), check_style(step));
      for (const std::size_t box : step.to) {
        const double x = columns_[flow_.boxes[box].arm].middle();
        page_.svg.line({stem.x, bar}, {x, bar});
        page_.svg.line({x, bar}, {x, bar + 10});
      }
      page_.y = bar + 10;
    }
  }

  void draw_arm_names() {
    std::size_t most = 1;
    for (const TrialArm& arm : flow_.arms) {
      const auto lines = fitted_lines(arm.name, column_width, 2, font * bold_factor);
      most = std::max(most, lines.size());
      double y = page_.y;
      for (const std::string& line : lines)
        page_.svg.text({columns_[arm.id].middle(), y += line_height}, line,
                       {.anchor = Anchor::middle, .bold = true});
    }
    page_.y += line_height * static_cast<double>(most) + 8;
  }

  std::string summary() const {
    if (flow_.steps.empty()) return "The trial file lists no sums between these groups.";
    return std::to_string(flow_.sums - flow_.failing.size()) + " of " + std::to_string(flow_.sums) +
           " sums and bounds of the flow diagram hold.";
  }

  std::string description() const {
    std::string text = summary();
    for (const FlowBox& box : flow_.boxes)
      text += " " + (box.names.empty() ? "" : box.names[0]) + " (" + box.arm + "): " + std::to_string(box.n) +
              ".";
    for (const FlowStep& step : flow_.steps) text += " " + check_words(step) + ".";
    for (const std::string& failing : flow_.failing) text += " Discrepant: " + failing + ".";
    return text;
  }

  const Flow& flow_;
  std::map<std::string, Span> columns_;
  Page page_;
};

}  // namespace

std::string flow_svg(const Flow& flow, const SvgLook& look) { return FlowPicture(flow).draw(look); }

}  // namespace trialcalc::report
