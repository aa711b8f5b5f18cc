#pragma once
// The P value of one table under every test, on one axis: would another test change the call?

#include <string>
#include <vector>

#include "report/number_style.hpp"
#include "report/plot/svg.hpp"
#include "trialcalc/comparison.hpp"

namespace trialcalc::report {

struct PValues {
  std::string title;  ///< what is compared
  std::string words;  ///< the counts, and the alternative
  std::vector<MethodTest> tests;
  double alpha = 0.05;
  std::vector<std::string> reported;  ///< as printed, without "P ="
  NumberStyle style;
};

std::string p_values_svg(const PValues& values, const SvgLook& look);

}  // namespace trialcalc::report
