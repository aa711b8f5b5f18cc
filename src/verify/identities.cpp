// The sums and bounds that the trial file lists: flow diagram, parts of a whole, events one by one.
#include "verify/audit.hpp"
#include "verify/words.hpp"

namespace trialcalc::verify {

namespace {

struct Term {
  Operand operand;
  bool subtract;
};

std::optional<std::int64_t> total(const std::vector<Term>& terms, const Values& values) {
  std::int64_t sum = 0;
  for (const Term& term : terms) {
    const auto value = values(term.operand);
    if (!value) return {};
    sum += term.subtract ? -*value : *value;
  }
  return sum;
}

bool holds(Relation relation, std::int64_t sum, std::int64_t value) {
  switch (relation) {
    case Relation::equals:
      return sum == value;
    case Relation::at_least:
      return sum >= value;
    case Relation::at_most:
      return sum <= value;
  }
  return false;
}

const char* symbol(Relation relation) {
  switch (relation) {
    case Relation::equals:
      return " = ";
    case Relation::at_least:
      return " >= ";
    case Relation::at_most:
      return " <= ";
  }
  return "";
}

std::string text(const std::vector<Term>& terms, const Values& values) {
  std::string sum;
  for (const Term& term : terms) {
    if (!sum.empty())
      sum += term.subtract ? " - " : " + ";
    else if (term.subtract)
      sum += "-";
    sum += number(static_cast<long long>(*values(term.operand)));
  }
  return sum;
}

void check_identity(Audit& audit, const Identity& identity) {
  Claim near;
  near.source = identity.source;
  near.where = identity.where;
  std::vector<Term> terms;
  for (const std::string& path : identity.sum) {
    const bool subtract = path.starts_with("-");
    terms.push_back({audit.index.path(subtract ? path.substr(1) : path, near), subtract});
  }
  const Operand value = audit.index.path(identity.value, near);

  Finding finding;
  finding.source = identity.source;
  finding.where = identity.where;
  finding.outcome = identity.value.substr(0, identity.value.find('/'));
  finding.arm = identity.value.substr(identity.value.rfind('/') + 1);
  finding.label = identity.name;
  const auto sum = total(terms, audit.values), expected = audit.values(value);
  if (sum && expected) {
    finding.reported =
        text(terms, audit.values) + symbol(identity.relation) + number(static_cast<long long>(*expected));
    finding.recomputed = static_cast<double>(*sum);
  }
  const std::size_t index = audit.add_identity(std::move(finding));
  Finding& placed = audit.findings[index];
  if (!sum || !expected) {
    placed.reason = "one of its numbers is not printed";
    return;
  }
  if (holds(identity.relation, *sum, *expected)) {
    conclude(placed, Verdict::reproduced, identity.relation == Relation::equals ? "sum" : "bound", "holds");
  } else if (!identity.explained.empty()) {
    conclude(placed, Verdict::explained, "footnote", identity.explained);
    return;  // a footnoted sum says nothing about its parts
  } else {
    conclude(placed, Verdict::discrepant, "",
             "the left side is " + number(static_cast<long long>(*sum)) + ", the right side " +
                 number(static_cast<long long>(*expected)));
  }
  std::vector<Operand> operands = {value};
  for (const Term& term : terms) operands.push_back(term.operand);
  audit.require(index, {&operands}, [terms, value, relation = identity.relation](const Values& values) {
    const auto changed = total(terms, values), against = values(value);
    return !changed || !against || holds(relation, *changed, *against);
  });
}

}  // namespace

void check_identities(Audit& audit) {
  for (const Identity& identity : audit.trial.identities) check_identity(audit, identity);
}

}  // namespace trialcalc::verify
