#include "report/comparison_explain.hpp"

#include "report/explain.hpp"
#include "report/result_text.hpp"

namespace trialcalc::report {

namespace {

/// Explains the results one after the other, as the workings are ordered.
class Explanations {
 public:
  Explanations(const ComparisonView& view, const std::vector<Working>& workings)
      : view_(view), workings_(workings), z_(Confidence(view.comparison.level).z()) {}

  std::string text() {
    const Comparison& comparison = view_.comparison;
    const Symbols symbols = symbols_of(comparison.table, z_);
    std::string out = symbols_line(comparison, symbols);
    out += risks("experimental", comparison.experimental, comparison.table.experimental);
    out += risks("control", comparison.control, comparison.table.control);
    for (const MeasureResult& measure : comparison.measures)
      for (const MethodInterval& one : measure.intervals)
        out += measure.measure == Measure::nnt ? nnt(one) : interval(measure, one, symbols);
    for (const MethodTest& test : comparison.tests)
      out += explanation({*test.method, "P", symbols, next()}, test.result);
    for (const MarginTest& one : comparison.margin_tests) out += margin(one, symbols);
    return out;
  }

 private:
  Working next() { return next_ < workings_.size() ? workings_[next_++] : Working(); }

  std::string risks(const std::string& arm, const RiskResult& risk, const Counts& counts) {
    std::string out;
    for (const MethodInterval& one : risk.intervals)
      out += explanation({*one.method, "Risk, " + arm, symbols_of(counts, z_), next()}, one.interval);
    return out;
  }

  std::string interval(const MeasureResult& measure, const MethodInterval& one, const Symbols& symbols) {
    return explanation({*one.method, std::string(measure_name(measure.measure)), symbols, next()},
                       one.interval);
  }

  /// The risk difference's way is told where that is asked for; here, what is done with its limits.
  std::string nnt(const MethodInterval& one) {
    next();
    return explanation_of_reciprocal(one);
  }

  std::string margin(const MarginTest& one, const Symbols& symbols) const {
    Symbols with_margin = symbols;
    if (one.margins.size() == 1) with_margin.emplace_back("margin", plain_text(one.margins[0]));
    return explanation({*one.test.method, "P, " + margin_text(one, view_.style), with_margin},
                       one.test.result);
  }

  const ComparisonView& view_;
  const std::vector<Working>& workings_;
  double z_;
  std::size_t next_ = 0;
};

}  // namespace

std::string explain_comparison(const ComparisonView& view, const std::vector<Working>& workings,
                               const TextLook& look) {
  return in_lines(Explanations(view, workings).text(), look);
}

}  // namespace trialcalc::report
