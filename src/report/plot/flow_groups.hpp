#pragma once
// Groups of patients in a trial file: paths of its sums looked up, and which of them are the same patients.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "trialcalc/trial.hpp"

namespace trialcalc::report {

/// What a path ("population/arm", "outcome/arm", "outcome/category/arm") names.
struct Group {
  std::string name;
  std::int64_t n = 0;
};

std::optional<Group> group_at(const Trial& trial, const std::string& path);
std::optional<std::int64_t> number_at(const std::map<std::string, std::int64_t>& numbers,
                                      const std::string& arm);

std::string first_part(const std::string& path);  ///< the population or outcome
std::string arm_of(const std::string& path);

/// Paths that are the same patients.
class SameGroups {
 public:
  void join(const std::string& one, const std::string& other) { parent_[root(one)] = root(other); }

  /// The path that stands for all of its group.
  std::string root(std::string path) const;

 private:
  std::map<std::string, std::string> parent_;
};

}  // namespace trialcalc::report
