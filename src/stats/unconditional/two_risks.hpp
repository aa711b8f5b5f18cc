#pragma once
// The probability of a set of tables when both arms are binomial and a null value ties their risks together.
#include <span>
#include <vector>

#include "stats/unconditional/binomial_window.hpp"
#include "stats/unconditional/score_statistic.hpp"
#include "stats/unconditional/supremum.hpp"

namespace trialcalc::unconditional {

/// A set of tables: for each number of events y of the second arm the runs of the first arm's, in order.
class Region {
 public:
  struct Run {
    std::int64_t from, to;  ///< both included
    bool operator==(const Run&) const = default;
  };

  void add(std::int64_t from, std::int64_t to) {
    if (from <= to) runs_.push_back({from, to});
  }
  void next_y() { ends_.push_back(runs_.size()); }  ///< also after the last
  std::span<const Run> runs(std::size_t y) const {
    const std::size_t begin = y == 0 ? 0 : ends_[y - 1];
    return {runs_.data() + begin, runs_.data() + ends_[y]};
  }
  std::size_t lines() const { return ends_.size(); }  ///< numbers of events y
  bool operator==(const Region&) const = default;

 private:
  std::vector<Run> runs_;
  std::vector<std::size_t> ends_;
};

/// The tables of either, for the same arms.
Region united(const Region& a, const Region& b);

struct TwoBinomials {
  Binomial first, second;
};

/// The risks of the second arm that the null value allows.
Range second_risks(const Null& null);

/// P(region) as a function of the second arm's risk z; `arms` and `region` must outlive it.
///
/// Proof    of the bound for complex z: the weights sum to at most (|w| + |1 - w|)^n1 (|z| + |1 - z|)^n2, w
///          the first arm's risk, a Moebius function of z with real coefficients, which takes the disc to the
///          disc whose diameter is the image of the diameter if the pole is outside.
/// Error    of a value: below 1e-12 absolute
Curve region_probability(const TwoBinomials& arms, const Null& null, const Region& region);

}  // namespace trialcalc::unconditional
