#include "trialcalc/published.hpp"

#include <cmath>
#include <utility>

#include "trialcalc/printed.hpp"
#include "verify/published_cursor.hpp"
#include "verify/published_measures.hpp"

namespace trialcalc {

namespace {

class Reader : PublishedCursor {
 public:
  explicit Reader(std::string_view text) : PublishedCursor(published_tokens(text)) {
    while (first_measure_ < tokens_.size() && !measure_at(tokens_, first_measure_)) ++first_measure_;
  }

  std::vector<PublishedResult> read() {
    while (here().kind != Token::Kind::end) read_next();
    finish_result();
    if (results_.empty()) fail("a result such as \"RR 0.65 (0.31-1.37), P = .25\"");
    return std::move(results_);
  }

 private:
  void read_next() {
    if (const MeasureName* name = measure_at(tokens_, at_)) return read_measure(*name);
    const Token& token = here();
    if (token.kind == Token::Kind::word) return read_word();
    if (is_number_here()) return read_number();
    ++at_;
  }

  void read_measure(const MeasureName& named) {
    const Token& first = here();
    const bool standardised = before().word.starts_with("standardi");
    const bool adjusted = named.adjusted || before().is_word("adjusted");
    at_ = after_name(tokens_, at_, named);
    const bool reduction = is_one_of(here().word, {"reduction", "increase"});
    if (named.measure.empty() || standardised || reduction)
      fail_at(first, "a risk ratio, odds ratio, hazard ratio, risk difference or mean difference");
    if (named.measure == unnamed_difference && measure_awaits_estimate())
      return;  // "risk difference, a difference of"
    // "hazard ratio [HR], 0.80": the same measure again.
    if (measure_awaits_estimate() && result_.measure == named.measure) return;
    if (measure_awaits_estimate()) fail_at(first, "the estimate of the " + result_.measure);
    if (!result_.estimate.empty()) finish_result();
    if (results_.empty() && result_.estimate.empty()) interval_named_ = false;  // of the prose before it
    result_.measure = named.measure;
    result_.adjusted = adjusted;
    skip_explanation();
  }

  /// "number needed to treat": the rest of the name.
  void skip_explanation() {
    if (result_.measure == "nnt" && here().is_word("to") && here(1).kind == Token::Kind::word) at_ += 2;
  }

  bool measure_awaits_estimate() const { return !result_.measure.empty() && result_.estimate.empty(); }

  void read_word() {
    const std::string& word = here().word;
    if (word == "p") return read_p();
    if (is_one_of(word, {"pinteraction", "ptrend", "pheterogeneity", "pint", "phet"})) {
      ++at_;
      take_p_value();
      return;
    }
    if (is_interval_word(here())) {
      interval_named_ = true;
      ++at_;
      // "CI95%", "IC 95 %: "
      if (here().is_word("à") || here().is_word("al")) ++at_;
      if (here().kind == Token::Kind::number && here(1).is_mark('%')) take_level();
      return;
    }
    ++at_;
  }

  /// "P = .25", "p-value: 0.03", "P for superiority <0.001".
  void read_p() {
    ++at_;
    bool other_question = false;
    while (is_between_p_and_value()) {
      other_question |=
          is_one_of(here().word, {"interaction", "trend", "heterogeneity", "noninferiority", "inferiority"});
      ++at_;
    }
    const Token& value = here();
    const std::string p = take_p_value();
    if (other_question) return;
    if (!result_.p.empty()) {
      if (!p_came_first_ || result_.estimate.empty()) fail_at(value, "one P value for each result");
      split_off_p();
    }
    result_.p = p;
    p_came_first_ = result_.estimate.empty();
  }

  /// "value", "for superiority", "(two-sided)"; but "less than" is a relation.
  bool is_between_p_and_value() const {
    if (here().is_mark('(') || here().is_mark(')')) return true;
    if (here().is_mark('-')) return here(1).kind == Token::Kind::word;
    return here().kind == Token::Kind::word && !is_not_significant() && !here(1).is_word("than");
  }

  /// "P = .25; HR 0.80 (0.65-0.98), P = .03": the first P is a result of its own.
  void split_off_p() {
    PublishedResult alone;
    alone.p = std::exchange(result_.p, {});
    results_.push_back(alone);
  }

  void take_level() {
    const Token& token = here();
    if (!result_.level.empty()) fail("one confidence level");
    const auto level = PrintedNumber::parse(token.text);
    if (!level || level->value() <= 0 || level->value() >= 100)
      fail("a confidence level between 0 and 100 per cent");
    result_.level = token.text;
    interval_named_ = true;
    ++at_;
    if (here().is_mark('%')) ++at_;
  }

  /// "95% CI", "95 CI", "95%-CI"
  bool is_level_here() const {
    if (here().kind != Token::Kind::number) return false;
    std::size_t ahead = here(1).is_mark('%') ? 2 : 1;
    if (here(ahead).is_mark('-')) ++ahead;
    return is_interval_word(here(ahead));
  }

  /// "0.65 (0.31 to 1.37) 95% Katz log", as this program prints it.
  bool is_level_behind_limits() const {
    return result_.level.empty() && here(1).is_mark('%') && here(2).kind == Token::Kind::word;
  }

  /// A number of the sentence rather than of the result: before the first measure named, after "grade",
  /// or between two words ("at 5 years").
  bool is_prose() const {
    if (first_measure_ < tokens_.size() && at_ < first_measure_) return true;
    const bool compound =
        here(1).is_mark('-') && !here(1).spaced && here(2).kind == Token::Kind::word && !here(2).spaced;
    if (compound && !is_level_here()) return true;  // "30-day mortality"
    const bool word_before = before().kind == Token::Kind::word && !is_interval_word(before()) && at_ > 0;
    if (!word_before || !result_.estimate.empty()) return false;
    const bool to_or_unit = here(1).is_word("to") || is_unit(here(1));
    return comes_before_prose(before()) ||
           (here(1).kind == Token::Kind::word && !to_or_unit && !after_measure());
  }

  /// Does the token before end the measure's name, or link it to its value?
  bool after_measure() const {
    return is_one_of(before().word, {"ratio", "difference", "risk", "rr", "or", "hr", "rd", "md", "aor",
                                     "ahr", "ard", "nnt", "of", "was", "is"});
  }

  void read_number() {
    if (is_level_here() && at_ >= first_level_place()) return take_level();
    if (is_prose()) {
      at_ += here().kind == Token::Kind::number ? 1 : 2;
      return;
    }
    if (before().is_mark('<') || before().is_mark('>')) fail("a number without < or >");
    if (result_.estimate.empty()) return read_estimate();
    if (result_.lower.empty()) return read_limits();
    if (is_level_behind_limits()) return take_level();
    fail("a measure, a P value or the end");
  }

  /// Levels in the prose before the first measure are passed over, unless they are its "95% CI" heading.
  std::size_t first_level_place() const { return first_measure_ < tokens_.size() ? first_measure_ : 0; }

  void take_unit() {
    while (is_unit(here())) {
      // "points" alone are those of some scale.
      if (!here().word.starts_with("point")) result_.percent = true;
      ++at_;
    }
  }

  void read_estimate() {
    const Token& token = here();
    result_.estimate = take_number();
    check_sign(token, result_.estimate);
    take_unit();
  }

  void check_sign(const Token& token, const std::string& number) const {
    const bool ratio = result_.measure.ends_with("ratio");
    if (ratio && PrintedNumber::parse(number)->value() < 0) fail_at(token, "a ratio that is not negative");
  }

  /// "0.31-1.37", "0.31 to 1.37", "0.31, 1.37", "0,31;1,37"
  void read_limits() {
    const Token& first = here();
    result_.lower = take_number();
    check_sign(first, result_.lower);
    take_unit();
    const Token& separator = here();
    const bool word =
        separator.kind == Token::Kind::word && is_one_of(separator.word, {"to", "and", "bis", "a", "à"});
    const bool mark = separator.kind == Token::Kind::mark &&
                      std::string_view("-,;").find(separator.mark) != std::string_view::npos;
    if (!word && !mark) fail("the interval's upper limit after a dash or \"to\"");
    ++at_;
    if (!is_number_here()) fail("the interval's upper limit");
    const Token& last = here();
    result_.upper = take_number();
    check_sign(last, result_.upper);
    take_unit();
  }

  void finish_result() {
    if (measure_awaits_estimate() && result_.measure != unnamed_difference)
      fail("the estimate of the " + result_.measure);
    if (interval_named_ && result_.lower.empty()) fail("the limits of the confidence interval");
    settle_difference();
    if (!result_.estimate.empty() || !result_.p.empty()) results_.push_back(result_);
    result_ = {};
    interval_named_ = p_came_first_ = false;
  }

  void settle_difference() {
    if (result_.measure == unnamed_difference) result_.measure = result_.percent ? "risk-difference" : "";
    if (result_.measure != "risk-difference") return;
    for (const std::string* number : {&result_.estimate, &result_.lower, &result_.upper})
      if (!number->empty() && std::abs(PrintedNumber::parse(*number)->value()) > 1) result_.percent = true;
  }

  std::size_t first_measure_ = 0;
  std::vector<PublishedResult> results_;
  PublishedResult result_;
  bool interval_named_ = false, p_came_first_ = false;
};

}  // namespace

std::vector<PublishedResult> parse_published_results(std::string_view text) {
  if (text.size() > max_published_length)
    throw BadPublished(max_published_length, "at most " + std::to_string(max_published_length) + " bytes",
                       "more");
  return Reader(text).read();
}

PublishedResult parse_published(std::string_view text) {
  std::vector<PublishedResult> results = parse_published_results(text);
  if (results.size() > 1) throw BadPublished(0, "one result", std::to_string(results.size()) + " of them");
  return std::move(results.front());
}

}  // namespace trialcalc
