#include "trial/read_outcomes.hpp"

namespace trialcalc::json {

namespace {

Cell read_cell(Value value) {
  Fields fields(value);
  Cell cell;
  cell.count = fields.printed("count");
  cell.n = fields.printed("n");
  cell.percent = fields.printed("percent");
  cell.mean = fields.printed("mean");
  cell.sd = fields.printed("sd");
  cell.median = fields.printed("median");
  cell.range = fields.printed("range");
  cell.iqr = fields.printed("iqr");
  cell.lower = fields.printed("lower");
  cell.upper = fields.printed("upper");
  cell.transcription = read_transcription(fields);
  cell.note = fields.text("note");
  cell.explained = fields.text("explained");
  fields.finish();
  return cell;
}

ReportedRow read_row(Value value) {
  Fields fields(value);
  ReportedRow row;
  row.category = fields.text("category");
  row.label = fields.text("label");
  row.population = fields.text("population");
  if (const auto cells = fields.take("cells", true)) {
    if (cells->node->type != Type::object) cells->fail("cells by arm");
    for (const auto& [arm, node] : cells->node->members) row.cells[arm] = read_cell({&node, cells->errors});
  }
  fields.finish();
  return row;
}

ReportedEffect read_effect(Value value) {
  Fields fields(value);
  ReportedEffect effect;
  effect.measure = fields.choice<std::string>("measure",
                                              {{"risk-ratio", "risk-ratio"},
                                               {"risk-difference", "risk-difference"},
                                               {"odds-ratio", "odds-ratio"},
                                               {"hazard-ratio", "hazard-ratio"},
                                               {"mean-difference", "mean-difference"}},
                                              "", true);
  effect.estimate = fields.printed("estimate");
  effect.lower = fields.printed("lower");
  effect.upper = fields.printed("upper");
  effect.level = fields.printed("level");
  effect.method = fields.text("method");
  fields.finish();
  return effect;
}

Category read_category(Value value) {
  Fields fields(value);
  Category category;
  category.id = fields.id("id", true);
  category.name = fields.text("name", true);
  category.counts = fields.counts("counts");
  fields.finish();
  return category;
}

WholeNumbers read_whole_numbers(Value value) {
  constexpr std::int64_t most_items = 1'000'000, farthest = 1'000'000'000;
  Fields fields(value);
  WholeNumbers numbers;
  numbers.items = fields.whole("items", 1, most_items).value_or(1);
  numbers.low = fields.whole("low", -farthest, farthest);
  numbers.high = fields.whole("high", -farthest, farthest);
  if (numbers.low.has_value() != numbers.high.has_value() || numbers.low > numbers.high)
    value.fail("both ends of the scale, \"low\" not above \"high\", or neither");
  fields.finish();
  return numbers;
}

void read_words(Fields& fields, Outcome& outcome) {
  outcome.id = fields.id("id", true);
  outcome.name = fields.text("name", true);
  outcome.aliases = fields.list<std::string>("aliases", read_id);
  outcome.kind = fields.choice<OutcomeKind>("kind",
                                            {{"binary", OutcomeKind::binary},
                                             {"categorical", OutcomeKind::categorical},
                                             {"continuous", OutcomeKind::continuous},
                                             {"time-to-event", OutcomeKind::time_to_event}},
                                            OutcomeKind::binary, true);
  outcome.direction = fields.choice<Direction>("direction",
                                               {{"fewer-is-better", Direction::fewer_is_better},
                                                {"more-is-better", Direction::more_is_better},
                                                {"neutral", Direction::neutral}},
                                               Direction::neutral);
  outcome.primary = fields.flag("primary", false);
}

}  // namespace

Transcription read_transcription(Fields& fields) {
  return fields.choice<Transcription>("transcription",
                                      {{"seen", Transcription::seen}, {"derived", Transcription::derived}},
                                      Transcription::seen);
}

Reported read_reported(Value value) {
  Fields fields(value);
  Reported reported;
  reported.source = fields.text("source", true);
  reported.where = fields.text("where", true);
  reported.rows = fields.list<ReportedRow>("rows", read_row);
  if (const auto effect = fields.take("effect")) reported.effect = read_effect(*effect);
  reported.p = fields.printed("p");
  reported.test = fields.text("test");
  reported.transcription = read_transcription(fields);
  reported.note = fields.text("note");
  fields.finish();
  return reported;
}

Outcome read_outcome(Value value) {
  Fields fields(value);
  Outcome outcome;
  read_words(fields, outcome);
  outcome.population = fields.text("population");
  outcome.n = fields.counts("n");
  outcome.events = fields.counts("events");
  outcome.events_name = fields.text("events_name");
  outcome.others_name = fields.text("others_name");
  outcome.categories = fields.list<Category>("categories", read_category);
  outcome.partition = fields.flag("partition", true);
  outcome.partition_explained = fields.text("partition_explained");
  outcome.unit = fields.text("unit");
  if (const auto numbers = fields.take("whole_numbers")) outcome.whole_numbers = read_whole_numbers(*numbers);
  outcome.reported = fields.list<Reported>("reported", read_reported);
  fields.finish();
  return outcome;
}

}  // namespace trialcalc::json
