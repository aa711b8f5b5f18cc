#pragma once
// The flow of patients through a trial as its file has it: groups of patients, and the sums between them.

#include <cstdint>
#include <string>
#include <vector>

#include "report/plot/svg.hpp"
#include "trialcalc/check.hpp"
#include "trialcalc/trial.hpp"

namespace trialcalc::report {

/// Patients who are one and the same group under each of the names.
struct FlowBox {
  std::string arm;  ///< an arm's id, or "total" before the patients are assigned
  std::vector<std::string> names;
  std::int64_t n = 0;
};

/// Patients who leave between two boxes, or join.
struct FlowTerm {
  std::int64_t count = 0;
  bool joins = false;
  std::string name;
  std::vector<std::string> reasons;  ///< "4 unresectable peritoneal metastases"
};

/// A sum of the report between boxes: to one box, or to one in each arm.
struct FlowStep {
  std::size_t from = 0;
  std::vector<std::size_t> to;
  std::vector<FlowTerm> terms;
  std::string sum;  ///< "40 - 1 - 2 = 37"
  bool holds = true;
};

struct Flow {
  std::string title;
  std::vector<TrialArm> arms;
  std::vector<FlowBox> boxes;  ///< of each arm in the order of the flow
  std::vector<FlowStep> steps;
  std::size_t sums = 0;              ///< sums and bounds of the flow diagram
  std::vector<std::string> failing;  ///< those that do not hold
};

/// Given  check  of this trial: whether a sum holds is its finding, not worked out here
Flow flow_of(const Trial& trial, const Check& check);

std::string flow_svg(const Flow& flow, const SvgLook& look);

}  // namespace trialcalc::report
