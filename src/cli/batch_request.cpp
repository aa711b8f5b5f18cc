#include "cli/batch_request.hpp"

#include <algorithm>

#include "cli/words.hpp"

namespace trialcalc::cli {

namespace {

const AnalysisFamilies two_arm_families = {{"risk-ratio", "risk-difference", "odds-ratio", "proportion"},
                                           {"test", "noninferiority"}};
const AnalysisFamilies other_families = {{"means", "standardised"}, {"means-test", "table"}};

std::vector<std::string> keys_of(const std::vector<std::string_view>& families) {
  std::vector<std::string> keys = {"all"};
  for (const MethodFamily& family : method_families())
    if (std::find(families.begin(), families.end(), family.key) != families.end())
      for (const Method* method : family.methods) keys.emplace_back(method->key);
  return keys;
}

/// What is asked of either kind of data, in one option.
class AskedKeys {
 public:
  /// Throws UsageError for a key that neither has.
  AskedKeys(std::string_view option, const std::vector<std::string>& texts,
            const std::vector<std::string_view>& two_arms, const std::vector<std::string_view>& other)
      : asked_(split_list(texts, option)), two_arms_(keys_of(two_arms)), other_(keys_of(other)) {
    std::vector<std::string> known = two_arms_;
    known.insert(known.end(), other_.begin(), other_.end());
    for (const std::string& key : asked_) require_one_of(option, key, known);
  }

  std::vector<std::string> of_two_arms() const { return among(two_arms_); }
  std::vector<std::string> of_other() const { return among(other_); }

 private:
  std::vector<std::string> among(const std::vector<std::string>& keys) const {
    std::vector<std::string> found = asked_;
    std::erase_if(found,
                  [&](const auto& key) { return std::find(keys.begin(), keys.end(), key) == keys.end(); });
    return found;
  }

  std::vector<std::string> asked_, two_arms_, other_;
};

}  // namespace

BatchRequest batch_request(const ComputeOptions& options) {
  static const std::vector<Measure> all(all_measures.begin(), all_measures.end());
  const AskedKeys intervals("--ci", options.intervals, two_arm_families.intervals, other_families.intervals);
  const AskedKeys tests("--test", options.tests, two_arm_families.tests, other_families.tests);
  ComputeOptions own = options;
  own.intervals = intervals.of_two_arms();
  own.tests = tests.of_two_arms();
  BatchRequest request;
  request.two_arms = plan_request(own, all);
  request.other.level = request.two_arms.level;
  request.other.intervals = intervals.of_other();
  request.other.tests = tests.of_other();
  request.other.test_options = request.two_arms.test_options;
  return request;
}

}  // namespace trialcalc::cli
