#include "trialcalc/read_trial.hpp"

#include "trial/read_outcomes.hpp"
#include "trial/references.hpp"

namespace trialcalc {

namespace {

using json::Fields;
using json::Value;

TrialArm read_arm(Value value) {
  Fields fields(value);
  TrialArm arm;
  arm.id = fields.id("id", true);
  arm.name = fields.text("name", true);
  arm.role = fields.choice<Role>(
      "role", {{"experimental", Role::experimental}, {"control", Role::control}, {"other", Role::other}},
      Role::other, true);
  fields.finish();
  return arm;
}

Source read_source(Value value) {
  Fields fields(value);
  Source source;
  source.id = fields.id("id", true);
  source.kind = fields.text("kind", true);
  source.citation = fields.text("citation");
  source.doi = fields.text("doi");
  source.style = fields.choice<std::string>(
      "style", {{"plain", "plain"}, {"jama", "jama"}, {"lancet", "lancet"}, {"nejm", "nejm"}, {"bmj", "bmj"}},
      "plain");
  source.own = fields.flag("own", true);
  source.tests = fields.texts("tests");
  source.level = fields.printed("level");
  source.alpha = fields.printed("alpha");
  source.transcription = json::read_transcription(fields);
  source.note = fields.text("note");
  fields.finish();
  return source;
}

Population read_population(Value value) {
  Fields fields(value);
  Population population;
  population.id = fields.id("id", true);
  population.name = fields.text("name", true);
  population.n = fields.counts("n", true);
  population.reported = fields.list<Reported>("reported", json::read_reported);
  fields.finish();
  return population;
}

Identity read_identity(Value value) {
  Fields fields(value);
  Identity identity;
  identity.id = fields.id("id", true);
  identity.name = fields.text("name", true);
  identity.source = fields.text("source", true);
  identity.where = fields.text("where", true);
  if (const auto sum = fields.take("sum"); sum && sum->node->items.size() > max_terms)
    sum->fail("at most " + std::to_string(max_terms) + " terms", std::to_string(sum->node->items.size()));
  identity.sum = fields.texts("sum");
  identity.relation = fields.choice<Relation>(
      "relation",
      {{"equals", Relation::equals}, {"at-least", Relation::at_least}, {"at-most", Relation::at_most}},
      Relation::equals);
  identity.value = fields.text("value", true);
  identity.explained = fields.text("explained");
  fields.finish();
  return identity;
}

TableRow read_table_row(Value value) {
  Fields fields(value);
  TableRow row{fields.text("heading"), fields.text("outcome"), fields.text("population")};
  fields.finish();
  return row;
}

Table read_table(Value value) {
  Fields fields(value);
  Table table;
  table.name = fields.text("name", true);
  table.title = fields.text("title");
  table.source = fields.text("source", true);
  table.columns = fields.texts("columns");
  table.rows = fields.list<TableRow>("rows", read_table_row);
  fields.finish();
  return table;
}

StoppingRule read_stopping_rule(Value value) {
  Fields fields(value);
  StoppingRule rule;
  rule.outcome = fields.text("outcome", true);
  rule.arm = fields.text("arm");
  rule.below = fields.printed("below");
  rule.difference_above = fields.printed("difference_above");
  fields.finish();
  return rule;
}

Design read_design(Value value) {
  Fields fields(value);
  Design design;
  design.source = fields.text("source", true);
  design.where = fields.text("where", true);
  design.alpha = fields.printed("alpha");
  design.power = fields.printed("power");
  design.dropout = fields.printed("dropout");
  design.n = fields.printed("n");
  design.phase_n = fields.printed("phase_n");
  design.hazard_ratio = fields.printed("hazard_ratio");
  design.difference = fields.printed("difference");
  design.rates = fields.printed_by_arm("rates");
  design.medians = fields.printed_by_arm("medians");
  design.stopping = fields.list<StoppingRule>("stopping", read_stopping_rule);
  fields.finish();
  return design;
}

Quoted read_quoted(Value value) {
  Fields fields(value);
  Quoted quoted;
  quoted.source = fields.text("source", true);
  quoted.where = fields.text("where", true);
  quoted.what = fields.text("what", true);
  quoted.kind = fields.text("kind");
  quoted.value = fields.printed("value");
  quoted.missing = fields.text("missing");
  fields.finish();
  return quoted;
}

Trial read_members(Value root) {
  Fields fields(root);
  Trial trial;
  fields.choice<int>("schema", {{"trialcalc/trial/1", 1}}, 1, true);
  trial.id = fields.id("id", true);
  trial.name = fields.text("name", true);
  trial.title = fields.text("title");
  trial.registration = fields.text("registration");
  trial.arms = fields.list<TrialArm>("arms", read_arm, true);
  trial.sources = fields.list<Source>("sources", read_source, true);
  trial.populations = fields.list<Population>("populations", read_population);
  trial.outcomes = fields.list<Outcome>("outcomes", json::read_outcome, true);
  trial.identities = fields.list<Identity>("identities", read_identity);
  trial.tables = fields.list<Table>("tables", read_table);
  if (const auto design = fields.take("design")) trial.design = read_design(*design);
  trial.quoted = fields.list<Quoted>("quoted", read_quoted);
  fields.finish();
  return trial;
}

}  // namespace

Trial read_trial(std::string_view text, std::string_view file) {
  std::vector<ReadError> syntax;
  const json::Node root = json::parse(text, file, syntax);
  if (!syntax.empty()) throw BadTrial(std::move(syntax));

  json::ErrorList errors(file, root);
  const Value value{&root, &errors};
  Trial trial = read_members(value);
  if (root.type == json::Type::object) json::check_references(trial, value);
  if (!errors.empty()) errors.raise();
  return trial;
}

}  // namespace trialcalc
