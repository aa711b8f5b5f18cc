// P values of counts: which tests of the registry print the printed text.
#include <algorithm>
#include <map>

#include "trialcalc/methods.hpp"
#include "verify/inputs.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

/// How far down the list of usualness a test still counts as one that papers print without saying so.
constexpr int usual_enough = 2;

struct Candidate {
  const Method* method;
  std::optional<double> p;
  bool left_out = false;  ///< would take too long
};

std::optional<double> p_of(const TestResult& result) {
  return result.not_estimable.empty() ? std::optional(result.p) : std::nullopt;
}

template <class Row, class Table>
std::vector<Candidate> run(std::span<const Row> methods, const Table& table, Audit& audit) {
  std::vector<Candidate> candidates;
  const bool enumerate = audit.effort.affords(enumeration_steps(table));
  for (const Row& method : methods) {
    if (method.usualness > audit.options.most_unusual) continue;
    if (method.enumerates && !enumerate)
      candidates.push_back({&method, {}, true});
    else
      candidates.push_back({&method, p_of(method.compute(table, {}))});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.method->usualness < b.method->usualness;
  });
  return candidates;
}

std::vector<std::int64_t> key_of(const TwoByTwo& table) {
  return {table.experimental.events, table.experimental.total, table.control.events, table.control.total};
}
std::vector<std::int64_t> key_of(const CountTable& table) {
  auto key = table.cells;
  key.push_back(static_cast<std::int64_t>(table.columns));
  return key;
}

/// The same table stands in abstract, text and table of a report: each test runs once.
using Cache = std::map<std::vector<std::int64_t>, std::vector<Candidate>>;

template <class Row, class Table>
const std::vector<Candidate>& run_once(Cache& cache, std::span<const Row> methods, const Table& table,
                                       Audit& audit) {
  const auto [found, is_new] = cache.try_emplace(key_of(table));
  if (is_new) found->second = run(methods, table, audit);
  return found->second;
}

bool sparse(const TwoByTwo& table) {
  const double events = static_cast<double>(table.events()), patients = static_cast<double>(table.patients());
  const double smallest_column = std::min(events, patients - events);
  const double smallest_row = static_cast<double>(std::min(table.experimental.total, table.control.total));
  return smallest_row * smallest_column / patients < 5;
}

/// An r x c table has no usual exact fallback.
bool sparse(const CountTable&) { return false; }

/// The tests the report says it used for such data; the usual ones where it says nothing.
std::vector<std::string> stated_tests(const Audit& audit, const Claim& claim, bool is_sparse) {
  if (!claim.reported->test.empty()) return {claim.reported->test};
  std::vector<std::string> tests;
  if (const Source* source = audit.source(claim.source))
    for (const std::string& test : source->tests)
      if (find_method(two_by_two::methods(), test) || find_method(table::methods(), test))
        tests.push_back(test);
  if (!tests.empty()) return tests;
  return is_sparse ? std::vector<std::string>{"fisher", "pearson"} : std::vector<std::string>{"pearson"};
}

const Candidate* find(const std::vector<Candidate>& candidates, const std::string& key) {
  for (const Candidate& candidate : candidates)
    if (candidate.method->key == key) return &candidate;
  return nullptr;
}

bool prints(const PrintedNumber& printed, const Candidate& candidate, Rounding rounding) {
  return candidate.p && printed.prints(*candidate.p, rounding);
}

std::string value_text(const Candidate& candidate) {
  return std::string(candidate.method->name) + " gives " + number(*candidate.p, 3);
}

struct Answer {
  const Candidate* candidate = nullptr;
  Rounding rounding = Rounding::half_up;
};

/// The first method that prints the text: rounded as usual by any, before another rounding rule by any.
Answer first_that_prints(const PrintedNumber& printed, const std::vector<Candidate>& candidates) {
  for (Rounding rounding : all_roundings)
    for (const Candidate& candidate : candidates)
      if (prints(printed, candidate, rounding)) return {&candidate, rounding};
  return {};
}

std::string rounding_words(Rounding rounding) {
  switch (rounding) {
    case Rounding::half_up:
      return "";
    case Rounding::half_even:
      return ", a tie rounded to the even digit";
    case Rounding::truncated:
      return ", truncated, not rounded";
    case Rounding::ceiling:
      return ", rounded up";
  }
  return {};
}

void conclude_p(Finding& finding, const PrintedNumber& printed, const std::vector<Candidate>& candidates,
                const std::vector<std::string>& stated) {
  const Candidate* usual = find(candidates, stated.front());
  if (usual && usual->p) finding.recomputed = usual->p;
  for (const std::string& key : stated) {
    const Candidate* candidate = find(candidates, key);
    if (!candidate || !prints(printed, *candidate, Rounding::half_up)) continue;
    finding.recomputed = candidate->p;
    std::string reason = value_text(*candidate);
    if (usual && usual->p && candidate != usual && !prints(printed, *usual, Rounding::half_up))
      reason += "; " + value_text(*usual);
    return conclude(finding, Verdict::reproduced, key, reason);
  }
  const Answer answer = first_that_prints(printed, candidates);
  if (answer.candidate) {
    finding.recomputed = answer.candidate->p;
    std::string reason = value_text(*answer.candidate) + rounding_words(answer.rounding);
    if (usual && usual->p && answer.candidate != usual) reason += "; " + value_text(*usual);
    return conclude(finding, Verdict::explained, std::string(answer.candidate->method->key), reason);
  }
  if (usual && usual->left_out)
    return conclude(finding, Verdict::not_checkable, "",
                    std::string(usual->method->name) + " of so large a table takes too long within a check");
  const auto left_out = static_cast<std::size_t>(
      std::count_if(candidates.begin(), candidates.end(), [](const Candidate& one) { return one.left_out; }));
  std::string reason = "none of " + plural(candidates.size() - left_out, "test", "tests") + " prints it";
  if (left_out > 0)
    reason += " (" + std::to_string(left_out) + " that enumerate tables are left out: they take too long)";
  if (usual && usual->p) reason += "; " + value_text(*usual);
  conclude(finding, Verdict::discrepant, "", reason);
}

Attribution attribute(const Claim& claim, const std::vector<Candidate>& candidates, double alpha) {
  Attribution attribution;
  attribution.source = claim.source;
  attribution.where = claim.where;
  attribution.outcome = claim.entity;
  attribution.kind = "p";
  attribution.reported = claim.text;
  for (const Candidate& candidate : candidates) {
    if (!candidate.p) continue;
    const std::string key(candidate.method->key);
    const bool usual = candidate.method->usualness <= usual_enough;
    if (prints(*claim.number, candidate, Rounding::half_up))
      attribution.methods.push_back(key);
    else if (usual)
      attribution.usual_not.push_back(key);
    if (usual) (*candidate.p < alpha ? attribution.significant : attribution.not_significant).push_back(key);
  }
  if (attribution.significant.empty() || attribution.not_significant.empty()) {
    attribution.significant.clear();
    attribution.not_significant.clear();
  } else {
    const auto name_of = [&](const std::string& key) {
      return std::string(find(candidates, key)->method->name);
    };
    attribution.note = "the choice of test decides: P < " + number(alpha) + " by " +
                       name_of(attribution.significant.front()) + ", not by " +
                       name_of(attribution.not_significant.front());
  }
  return attribution;
}

/// Asked of changed counts: would a usual test, or the one that prints it now, still print this P?
template <class Row>
std::vector<const Row*> usual_or_now(std::span<const Row> methods, const std::vector<Candidate>& candidates,
                                     const std::string& now) {
  std::vector<const Row*> asked;
  for (const Row& method : methods) {
    const Candidate* candidate = find(candidates, std::string(method.key));
    const bool wanted = method.usualness <= usual_enough || method.key == now;
    if (wanted && candidate && !candidate->left_out) asked.push_back(&method);
  }
  return asked;
}

template <class Input, class Rows>
void check_with(Audit& audit, std::size_t index, const Input& input, Rows methods, Cache& cache) {
  const Claim& claim = audit.claims[index];
  const auto table = input.table(audit.values);
  const auto& candidates = run_once(cache, methods, *table, audit);
  const PrintedNumber printed = *claim.number;
  conclude_p(audit.findings[index], printed, candidates, stated_tests(audit, claim, sparse(*table)));
  audit.attributions.push_back(attribute(claim, candidates, alpha_of(audit, claim)));
  std::vector<Operand> operands;
  if constexpr (requires { input.operands(); })
    operands = input.operands();
  else
    operands = input.cells;
  if (audit.findings[index].verdict == Verdict::not_checkable) return;
  const Finding& finding = audit.findings[index];
  const bool other_rounding =
      finding.verdict == Verdict::explained && finding.recomputed && !printed.prints(*finding.recomputed);
  const auto asked = usual_or_now(methods, candidates, audit.findings[index].method);
  audit.require(index, {&operands}, [input, asked, printed, other_rounding](const Values& values) {
    const auto changed = input.table(values);
    if (!changed) return false;
    const bool small = enumeration_steps(*changed) <= most_steps_of_one_table;
    return std::any_of(asked.begin(), asked.end(), [&](const auto* method) {
      if (method->enumerates && !small) return false;
      const auto p = p_of(method->compute(*changed, {}));
      return p && (printed.prints(*p) || (other_rounding && rounding_that_prints(printed, *p)));
    });
  });
  const bool enumerates =
      std::any_of(asked.begin(), asked.end(), [](const auto* method) { return method->enumerates; });
  audit.constraints.back().cost = cost_of_methods(enumeration_steps(*table), enumerates);
}

}  // namespace

void check_p_values(Audit& audit) {
  Cache tables, larger_tables;
  for (std::size_t i = 0; i < audit.claims.size(); ++i) {
    const Claim& claim = audit.claims[i];
    if (claim.kind != "p" || !claim.number || !claim.outcome) continue;
    Finding& finding = audit.findings[i];
    if (const auto arms = two_arms(audit, claim); arms && arms->table(audit.values))
      check_with(audit, i, *arms, two_by_two::methods(), tables);
    else if (const auto table = categories(audit, claim); table && table->table(audit.values))
      check_with(audit, i, *table, table::methods(), larger_tables);
    else if (claim.outcome->kind == OutcomeKind::time_to_event)
      finding.reason = "a log-rank P needs the patients' survival times";
    else if (claim.outcome->kind == OutcomeKind::continuous)
      finding.reason = "a Mann-Whitney P needs the patients' values";
    else
      finding.reason = "needs the counts of both arms";
  }
}

}  // namespace trialcalc::verify
