#pragma once
// The registry: every method under its key, as the command line, JSON and attribution know it.
// A method is one source file and one row in the methods.cpp of its folder.

#include <span>
#include <string_view>
#include <vector>

#include "trialcalc/counts.hpp"
#include "trialcalc/results.hpp"
#include "trialcalc/working.hpp"

namespace trialcalc {

/// What a person wants to know about a method before using it.
struct Method {
  std::string_view key;      ///< "katz-log"
  std::string_view name;     ///< "Katz log"
  std::string_view formula;  ///< one line in the symbols of the family (a b c d n1 n2 N m p1 p2 z ...)
  std::string_view source;   ///< author, year, journal
  std::string_view when;     ///< when to use it, one sentence
  std::string_view partner;  ///< key of the test or interval that agrees with it about the null, or ""
  int usualness = 3;         ///< 1 what most papers print ... 5 hardly ever seen; orders attribution
  bool enumerates = false;   ///< exact over all tables of a kind: a large table can take seconds
};

struct ProportionMethod : Method {
  Interval (*compute)(const Counts&, const Confidence&);
  Working (*working)(const Counts&, const Confidence&) = nullptr;
};
struct IntervalMethod : Method {
  Interval (*compute)(const TwoByTwo&, const Confidence&);
  Working (*working)(const TwoByTwo&, const Confidence&) = nullptr;
};
struct TestMethod : Method {
  TestResult (*compute)(const TwoByTwo&, const TestOptions&);
  Working (*working)(const TwoByTwo&, const TestOptions&) = nullptr;
};
struct TableTestMethod : Method {
  TestResult (*compute)(const CountTable&, const TestOptions&);
  Working (*working)(const CountTable&, const TestOptions&) = nullptr;
};
struct MeanIntervalMethod : Method {
  Interval (*compute)(const TwoMeans&, const Confidence&);
  Working (*working)(const TwoMeans&, const Confidence&) = nullptr;
};
struct MeanTestMethod : Method {
  TestResult (*compute)(const TwoMeans&, const TestOptions&);
  Working (*working)(const TwoMeans&, const TestOptions&) = nullptr;
};
struct PairedIntervalMethod : Method {
  Interval (*compute)(const Pairs&, const Confidence&);
  Working (*working)(const Pairs&, const Confidence&) = nullptr;
};
struct PairedTestMethod : Method {
  TestResult (*compute)(const Pairs&, const TestOptions&);
  Working (*working)(const Pairs&, const TestOptions&) = nullptr;
};
struct StrataIntervalMethod : Method {
  Interval (*compute)(std::span<const TwoByTwo>, const Confidence&);
  Working (*working)(std::span<const TwoByTwo>, const Confidence&) = nullptr;
};
/// What a test over strata asks: is there an effect, or is it the same in all strata.
enum class StrataQuestion { association, homogeneity };

struct StrataTestMethod : Method {
  TestResult (*compute)(std::span<const TwoByTwo>, const TestOptions&);
  StrataQuestion question = StrataQuestion::association;
  Working (*working)(std::span<const TwoByTwo>, const TestOptions&) = nullptr;
};

enum class Measure { risk_ratio, risk_difference, odds_ratio, nnt };

namespace proportion {
std::span<const ProportionMethod> methods();
}
namespace risk_ratio {
std::span<const IntervalMethod> methods();
}
namespace risk_difference {
std::span<const IntervalMethod> methods();
}
namespace odds_ratio {
std::span<const IntervalMethod> methods();
}
namespace two_by_two {
std::span<const TestMethod> methods();
}
namespace table {
std::span<const TableTestMethod> methods();
}
namespace means {
std::span<const MeanIntervalMethod> methods();
std::span<const MeanIntervalMethod> standardised_methods();
std::span<const MeanTestMethod> tests();
}  // namespace means
namespace paired {
std::span<const PairedIntervalMethod> methods();
std::span<const PairedTestMethod> tests();
}  // namespace paired
namespace strata {
std::span<const StrataIntervalMethod> methods(Measure measure);
std::span<const StrataTestMethod> tests();
}  // namespace strata

/// The row with this key, or nullptr.
template <class Row>
const Row* find_method(std::span<const Row> rows, std::string_view key) {
  for (const Row& row : rows)
    if (row.key == key) return &row;
  return nullptr;
}

/// A family of methods for the `methods` command and the tests that walk the registry.
struct MethodFamily {
  std::string_view key;    ///< "risk-ratio"
  std::string_view title;  ///< "Intervals for the risk ratio"
  std::vector<const Method*> methods;
};

std::vector<MethodFamily> method_families();

}  // namespace trialcalc
