// What must hold for every method of the registry on any data: it answers, or says at once why not; no NaN,
// no interval upside down, no P beyond 0 and 1; and exchanging the arms, or the event with its absence,
// mirrors it.
#include <chrono>
#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "trialcalc/methods.hpp"
#include "trialcalc/noninferiority.hpp"

using namespace trialcalc;

namespace {

using Seconds = std::chrono::duration<double>;

constexpr double longest = 10;  ///< seconds for one answer, generous for a busy machine and sanitizers
constexpr std::int64_t small = 60, moderate = 5'000, large = 1'000'000'000;

/// Draws data over all magnitudes, the same ones each time; nothing of and all of a group are frequent.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : generator_(seed) {}

  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(generator_() % static_cast<std::uint64_t>(end));
  }
  std::int64_t size(std::int64_t most) {
    const double share = static_cast<double>(generator_() >> 11) * 0x1p-53;
    return std::min(static_cast<std::int64_t>(std::exp(share * std::log(static_cast<double>(most) + 1))),
                    most);
  }
  std::int64_t part(std::int64_t total) {
    switch (below(6)) {
      case 0:
        return 0;
      case 1:
        return total;
      case 2:
        return std::min(size(total + 1) - 1, total);
      default:
        return below(total + 1);
    }
  }
  Counts counts(std::int64_t most) {
    const std::int64_t total = size(most);
    return {part(total), total};
  }
  TwoByTwo two(std::int64_t most) { return {counts(most), counts(most)}; }
  double real() {
    const double values[] = {0, 1e-300, 5e-324, 0.1, 1, 317, 1e8, 1e100};
    const double value = values[below(std::ssize(values))];
    return below(2) == 0 ? value : value * (static_cast<double>(generator_() >> 11) * 0x1p-53);
  }

 private:
  std::mt19937_64 generator_;
};

/// Counts failures, keeps the first, and reports both at its end.
class Facts {
 public:
  void expect(bool holds, std::string_view what) {
    ++facts_;
    if (holds) return;
    if (failures_++ == 0) first_ = subject_ + ": " + std::string(what);
  }
  void about(std::string_view key, const std::string& data) { subject_ = std::string(key) + " of " + data; }

  ~Facts() {
    INFO("first of " << failures_ << " failures: " << first_);
    CHECK(facts_ > 0);
    CHECK(failures_ == 0);
  }

 private:
  long facts_ = 0, failures_ = 0;
  std::string subject_, first_;
};

std::string text(const Counts& c) { return std::to_string(c.events) + "/" + std::to_string(c.total); }
std::string text(const TwoByTwo& t) { return text(t.experimental) + " v " + text(t.control); }
std::string text(const MeanSd& m) {
  return std::to_string(m.mean) + " (" + std::to_string(m.sd) + ") n=" + std::to_string(m.n);
}

bool near(double x, double y, double tolerance = 1e-8) {
  return x == y || std::abs(x - y) <= tolerance * std::max(1.0, std::max(std::abs(x), std::abs(y)));
}

/// The answer, in time.
template <class Compute>
auto timed(Facts& facts, const Compute& compute) {
  const auto start = std::chrono::steady_clock::now();
  decltype(compute()) answer{};
  try {
    answer = compute();
  } catch (const std::exception& error) {
    facts.expect(false, error.what());
  }
  facts.expect(Seconds(std::chrono::steady_clock::now() - start).count() < longest, "in time");
  return answer;
}

/// From this level on an interval holds its estimate; below, a median need not lie in it with a mode or mean.
constexpr double usual_level = 0.9;

template <class Compute>
Interval interval(Facts& facts, const Compute& compute, double level = usual_level) {
  const Interval found = timed(facts, compute);
  if (!found.not_estimable.empty()) return found;
  facts.expect(found.lower <= found.upper, "limits are numbers in order");
  if (found.estimate && level >= usual_level) {
    const double room = std::isinf(*found.estimate) ? 0 : 1e-9 * std::abs(*found.estimate);
    facts.expect(found.lower <= *found.estimate + room && *found.estimate - room <= found.upper,
                 "its own estimate lies within");
  }
  return found;
}

template <class Compute>
TestResult tested(Facts& facts, const Compute& compute) {
  const TestResult found = timed(facts, compute);
  if (!found.not_estimable.empty()) return found;
  facts.expect(found.p >= 0 && found.p <= 1, "P within 0 and 1");
  facts.expect(found.log_p <= 1e-12, "ln P at most 0");
  facts.expect(near(std::exp(found.log_p), found.p), "ln P belongs to P");
  for (const auto& number : {found.statistic, found.df, found.nuisance, found.p_error})
    facts.expect(!number || !std::isnan(*number), "no NaN beside P");
  return found;
}

bool same(const TestResult& a, const TestResult& b) {
  return a.not_estimable.empty() == b.not_estimable.empty() && (!a.not_estimable.empty() || near(a.p, b.p));
}

void check_tests(Facts& facts, const TwoByTwo& table) {
  const TwoByTwo swapped{table.control, table.experimental};
  for (const TestMethod& method : two_by_two::methods()) {
    facts.about(method.key, text(table));
    const auto ask = [&](const TwoByTwo& t, Alternative alternative) {
      return tested(facts, [&] { return method.compute(t, {alternative}); });
    };
    facts.expect(same(ask(table, Alternative::two_sided), ask(swapped, Alternative::two_sided)),
                 "two-sided P with the arms exchanged");
    facts.expect(same(ask(table, Alternative::less), ask(swapped, Alternative::greater)),
                 "one-sided P with the arms exchanged");
  }
  for (const auto& method : noninferiority::methods()) {
    facts.about(method.key, text(table) + " against a margin");
    for (const noninferiority::Margin margin : {noninferiority::Margin{Measure::risk_difference, -0.1},
                                                {Measure::risk_ratio, 1.25},
                                                {Measure::odds_ratio, 0.8}})
      for (const Alternative side : {Alternative::less, Alternative::greater})
        tested(facts, [&] { return method.compute(table, margin, side); });
  }
}

void check_intervals(Facts& facts, const TwoByTwo& table) {
  for (const auto family : {risk_ratio::methods(), risk_difference::methods(), odds_ratio::methods()})
    for (const IntervalMethod& method : family)
      for (const double level : {0.01, 0.95, 0.999999999999}) {
        facts.about(method.key, text(table) + " at " + std::to_string(level));
        if (method.enumerates && level < usual_level) continue;
        interval(
            facts, [&] { return method.compute(table, Confidence(level)); }, level);
      }
}

}  // namespace

TEST_CASE("every method of two arms answers for any small table", "[stats]") {
  Facts facts;
  Draw draw(1);
  for (int i = 0; i < 12; ++i) {
    const TwoByTwo table = draw.two(small / 2);
    check_tests(facts, table);
    check_intervals(facts, table);
  }
}

TEST_CASE("every method of two arms answers, or refuses at once, up to a thousand million people",
          "[stats]") {
  Facts facts;
  Draw draw(2);
  for (int i = 0; i < 60; ++i) {
    // Beyond the reach of those that enumerate tables, so that they must say so.
    TwoByTwo table = draw.two(large);
    table.control = {table.control.events, std::max(table.control.total, large / 1000)};
    check_tests(facts, table);
    check_intervals(facts, table);
  }
}

TEST_CASE("every method of one proportion answers for any group", "[stats]") {
  Facts facts;
  Draw draw(3);
  for (int i = 0; i < 400; ++i) {
    const Counts counts = draw.counts(i % 2 == 0 ? small : large);
    const Counts others{counts.others(), counts.total};
    for (const ProportionMethod& method : proportion::methods())
      for (const double level : {0.01, 0.95, 0.999999999999}) {
        facts.about(method.key, text(counts) + " at " + std::to_string(level));
        const Interval found = interval(
            facts, [&] { return method.compute(counts, Confidence(level)); }, level);
        const Interval mirror = interval(
            facts, [&] { return method.compute(others, Confidence(level)); }, level);
        if (!found.not_estimable.empty()) continue;
        facts.expect(level < usual_level ||
                         (found.lower <= counts.risk() + 1e-12 && counts.risk() - 1e-12 <= found.upper),
                     "the proportion lies within");
        facts.expect(near(found.lower, 1 - mirror.upper) && near(found.upper, 1 - mirror.lower),
                     "mirrored for those without the event");
      }
  }
}

TEST_CASE("every method of means answers for any numbers", "[stats]") {
  Facts facts;
  Draw draw(4);
  const auto arm = [&] {
    return MeanSd{draw.below(2) == 0 ? draw.real() : -draw.real(), draw.real(), draw.size(large)};
  };
  for (int i = 0; i < 400; ++i) {
    const TwoMeans means{arm(), arm()}, swapped{means.control, means.experimental};
    for (const auto family : {means::methods(), means::standardised_methods()})
      for (const MeanIntervalMethod& method : family) {
        facts.about(method.key, text(means.experimental) + " v " + text(means.control));
        const Interval found = interval(facts, [&] { return method.compute(means, Confidence(0.95)); });
        const Interval mirror = interval(facts, [&] { return method.compute(swapped, Confidence(0.95)); });
        facts.expect(found.not_estimable == mirror.not_estimable, "estimable with the arms exchanged");
        if (found.not_estimable.empty())
          facts.expect(near(found.lower, -mirror.upper), "mirrored with the arms exchanged");
      }
    for (const MeanTestMethod& method : means::tests()) {
      facts.about(method.key, text(means.experimental) + " v " + text(means.control));
      const auto ask = [&](const TwoMeans& data, Alternative alternative) {
        return tested(facts, [&] { return method.compute(data, {alternative}); });
      };
      facts.expect(same(ask(means, Alternative::two_sided), ask(swapped, Alternative::two_sided)),
                   "two-sided P mirrored");
      facts.expect(same(ask(means, Alternative::less), ask(swapped, Alternative::greater)),
                   "one-sided P mirrored");
    }
  }
}

TEST_CASE("every method of pairs answers for any counts", "[stats]") {
  Facts facts;
  Draw draw(5);
  for (int i = 0; i < 400; ++i) {
    const std::int64_t total = draw.size(i % 2 == 0 ? small : large), first = draw.part(total);
    const Pairs pairs{first, draw.part(total - first), total}, swapped{pairs.second_only, first, total};
    const std::string name =
        std::to_string(first) + ", " + std::to_string(pairs.second_only) + " of " + std::to_string(total);
    for (const PairedIntervalMethod& method : paired::methods()) {
      facts.about(method.key, name);
      for (const double level : {0.01, 0.95, 0.999999999999})
        interval(
            facts, [&] { return method.compute(pairs, Confidence(level)); }, level);
    }
    for (const PairedTestMethod& method : paired::tests()) {
      facts.about(method.key, name);
      const auto ask = [&](const Pairs& data, Alternative alternative) {
        return tested(facts, [&] { return method.compute(data, {alternative}); });
      };
      facts.expect(same(ask(pairs, Alternative::two_sided), ask(swapped, Alternative::two_sided)),
                   "two-sided P mirrored");
      facts.expect(same(ask(pairs, Alternative::less), ask(swapped, Alternative::greater)),
                   "one-sided P mirrored");
    }
  }
}

TEST_CASE("every method of strata answers for any tables", "[stats]") {
  Facts facts;
  Draw draw(6);
  for (int i = 0; i < 60; ++i) {
    std::vector<TwoByTwo> tables, swapped;
    const std::int64_t most = i % 3 == 0 ? large / 1000 : i % 3 == 1 ? moderate : small;
    for (std::int64_t k = draw.size(8); k > 0; --k) tables.push_back(draw.two(most));
    for (const TwoByTwo& table : tables) swapped.push_back({table.control, table.experimental});
    const std::string name = std::to_string(tables.size()) + " strata, the first " + text(tables.front());
    for (const Measure measure : {Measure::risk_ratio, Measure::risk_difference, Measure::odds_ratio})
      for (const StrataIntervalMethod& method : strata::methods(measure)) {
        facts.about(method.key, name);
        interval(facts, [&] { return method.compute(tables, Confidence(0.95)); });
      }
    for (const StrataTestMethod& method : strata::tests()) {
      facts.about(method.key, name);
      const auto ask = [&](const std::vector<TwoByTwo>& data) {
        return tested(facts, [&] { return method.compute(data, {}); });
      };
      facts.expect(same(ask(tables), ask(swapped)), "P with the arms exchanged");
    }
  }
}

TEST_CASE("every method of r x c tables answers for any counts", "[stats]") {
  Facts facts;
  Draw draw(7);
  for (int i = 0; i < 60; ++i) {
    CountTable table{
        static_cast<std::size_t>(2 + draw.below(3)), static_cast<std::size_t>(2 + draw.below(4)), {}};
    std::string name;
    for (std::size_t cell = 0; cell < table.rows * table.columns; ++cell) {
      table.cells.push_back(draw.part(i % 2 == 0 ? 8 : large / 100));
      name += std::to_string(table.cells.back()) + " ";
    }
    for (const TableTestMethod& method : table::methods()) {
      facts.about(method.key, name + "in " + std::to_string(table.rows) + " rows");
      tested(facts, [&] { return method.compute(table, {}); });
    }
  }
}
