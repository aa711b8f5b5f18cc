#include "verify/effort.hpp"

namespace trialcalc::verify {

double enumeration_steps(const TwoByTwo& table) {
  return static_cast<double>(table.experimental.total) * static_cast<double>(table.control.total);
}

double enumeration_steps(const CountTable& table) {
  double people = 0;
  for (const std::int64_t cell : table.cells) people += static_cast<double>(cell);
  return people * people * static_cast<double>(table.cells.size());
}

bool Effort::affords(double steps) {
  if (steps > most_steps_of_one_table || steps > left_) return false;
  left_ -= steps;
  return true;
}

}  // namespace trialcalc::verify
