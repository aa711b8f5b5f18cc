#include "report/digits_explain.hpp"

#include <fmt/format.h>

#include "report/explain.hpp"
#include "report/number_style.hpp"

namespace trialcalc::report {

namespace {

constexpr Method grim_method = {
    .key = "grim",
    .name = "GRIM",
    .formula = "a whole sum S with S / N in the set that prints the mean, N = n items",
    .source = "Brown & Heathers 2017, Soc Psychol Personal Sci 8:363"};

constexpr Method grimmer_method = {
    .key = "grimmer",
    .name = "GRIMMER",
    .formula =
        "whole numbers with the sum S and a sum of squares Q, in units of 1 / items, with "
        "sqrt((Q - S^2 / n) / (n - 1)) / items in the set that prints the SD",
    .source = "Anaya 2016, PeerJ Preprints 4:e2400v1; Allard 2018, analytic GRIMMER"};

constexpr Method debit_method = {
    .key = "debit",
    .name = "DEBIT",
    .formula =
        "zeros and ones with the sum S and sqrt(S (n - S) / (n (n - 1))) in the set that prints the SD",
    .source = "Heathers & Brown 2019, DEBIT: a simple consistency test for binary data"};

/// "from 5.185 to 5.195", "from 5.185 to below 5.195": more decimals than are printed, so that no bound is
/// rounded.
std::string set_text(const RealSet& set, int decimals) {
  return fmt::format("{} {} to {}{}", set.low_closed ? "from" : "above", decimal(set.low, decimals + 1),
                     set.high_closed ? "" : "below ", decimal(set.high, decimals + 1));
}

/// "145 / 28 = 5.1786": two decimals more than are printed, which tells the mean from its neighbours.
std::string quotient_text(std::int64_t sum, const DigitWorking& working, int decimals) {
  return fmt::format("{} / {} = {}", sum, working.values, decimal(working.mean_of(sum), decimals + 2));
}

/// "S = 310", "S from 310 to 312", "no S"
std::string whole_text(std::string_view letter, std::int64_t first, std::int64_t last) {
  if (last < first) return fmt::format("no {}", letter);
  return first == last ? fmt::format("{} = {}", letter, first)
                       : fmt::format("{} from {} to {}", letter, first, last);
}

std::string mean_part(const DigitsView& view, const DigitQuestion& question, const DigitWorking& working) {
  const int decimals = question.mean.decimals();
  const DigitFailure failure = view.check.failure;
  const bool none = working.last_sum < working.first_sum;
  std::string text =
      fmt::format("what prints the mean {} lies {}\n  {}: {}", view.mean, set_text(working.mean, decimals),
                  whole_text("S", working.first_sum, working.last_sum),
                  quotient_text(none ? working.last_sum : working.sum, working, decimals));
  if (none)
    text += fmt::format(" and {} are the nearest", quotient_text(working.first_sum, working, decimals));
  else if (!working.squares && !view.check.possible)
    text += fmt::format("\n  {}", reason(failure));
  const Symbols symbols = {{"n", std::to_string(view.group.n)}, {"items", std::to_string(view.group.items)}};
  const Working values{{{"values in all", "N", "n items", static_cast<double>(working.values)}}, {}};
  return explanation({grim_method, "Mean", symbols, values}, text);
}

std::string squares_text(const DigitsView& view, const DigitWorking& working, const Symbols& symbols) {
  const DigitSquares& squares = *working.squares;
  const auto bound = [&](std::string_view formula, double value) {
    return fmt::format("{} = {}", substituted(formula, symbols), decimal(value, 2));
  };
  const std::string text = fmt::format("least Q: {}\n  greatest Q: {}\n  whole, and as even or odd as S: {}",
                                       bound("(n - 1) (items L)^2 + S^2 / n", squares.least),
                                       bound("(n - 1) (items U)^2 + S^2 / n", squares.most),
                                       whole_text("Q", squares.first, squares.last));
  return view.check.possible ? text : fmt::format("{}\n  {}", text, reason(view.check.failure));
}

std::string sd_part(const DigitsView& view, const DigitQuestion& question, const DigitWorking& working) {
  const int decimals = question.sd->decimals();
  const RealSet& set = working.squares->sd;
  const Symbols symbols = {{"n", std::to_string(view.group.n)},
                           {"items", std::to_string(view.group.items)},
                           {"S", std::to_string(working.sum)},
                           {"L", decimal(set.low, decimals + 1)},
                           {"U", decimal(set.high, decimals + 1)}};
  const std::string lies = fmt::format("what prints the SD {} lies {}\n  ", view.sd, set_text(set, decimals));
  if (view.test != "debit")
    return explanation({grimmer_method, "SD", {}}, lies + squares_text(view, working, symbols));
  const std::string sd =
      fmt::format("with S = {}: {} = {}", working.sum, substituted("sqrt(S (n - S) / (n (n - 1)))", symbols),
                  decimal(working.squares->sd_of_binary, decimals + 2));
  return explanation({debit_method, "SD", {}}, lies + sd);
}

}  // namespace

std::string explain_digits(const DigitsView& view, const DigitQuestion& question, const TextLook& look) {
  const DigitWorking working = digit_working(question, view.check);
  std::string text = mean_part(view, question, working);
  if (working.squares) text += sd_part(view, question, working);
  return in_lines(text, look);
}

}  // namespace trialcalc::report
