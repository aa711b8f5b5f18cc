#include "report/check_report.hpp"
#include "report/information_view.hpp"

namespace trialcalc::report {

namespace {

constexpr std::string_view schema = "trialcalc/check/1", list_schema = "trialcalc/check-list/1";

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void write_recomputed(JsonWriter& json, const Finding& finding) {
  json.key("recomputed");
  if (!finding.recomputed_text.empty())
    json.value(finding.recomputed_text);
  else if (finding.recomputed)
    json.value(*finding.recomputed);
  else
    json.null();
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.begin_object()
      .member("id", finding.id)
      .member("source", finding.source)
      .member("where", finding.where);
  json.member("outcome", finding.outcome).member("category", finding.category).member("arm", finding.arm);
  json.member("kind", finding.kind).member("label", finding.label).member("reported", finding.reported);
  write_recomputed(json, finding);
  json.member("verdict", name(finding.verdict))
      .member("method", finding.method)
      .member("reason", finding.reason);
  json.member_if("follows_from", finding.follows_from).end_object();
}

void write_attribution(JsonWriter& json, const Attribution& one) {
  json.begin_object().member("source", one.source).member("where", one.where).member("outcome", one.outcome);
  json.member("kind", one.kind).member("reported", one.reported);
  write_texts(json, "methods", one.methods);
  write_texts(json, "usual_not", one.usual_not);
  write_texts(json, "significant", one.significant);
  write_texts(json, "not_significant", one.not_significant);
  json.member("note", one.note).end_object();
}

void write_rule(JsonWriter& json, const SourceRule& rule) {
  json.begin_object().member("source", rule.source).member("kind", "rule").member("rule", rule.rule);
  json.member("explains", rule.explains).member("of", rule.of);
  write_texts(json, "exceptions", rule.exceptions);
  json.end_object();
}

}  // namespace

void write_findings(JsonWriter& json, const Check& check) {
  json.key("findings").begin_array();
  for (const Finding& finding : check.findings) write_finding(json, finding);
  json.end_array().key("attribution").begin_array();
  for (const Attribution& one : check.attributions) write_attribution(json, one);
  for (const SourceRule& rule : check.rules) write_rule(json, rule);
  json.end_array();
}

void write_check(JsonWriter& json, const Check& check) {
  json.begin_object().member("schema", schema).member("trial", check.trial).member("name", check.name);
  json.key("summary").begin_object();
  for (Verdict verdict : all_verdicts) json.member(name(verdict), check.count(verdict));
  json.end_object();
  write_findings(json, check);
  write_information(json, check);
  json.end_object();
}

std::string check_json(std::span<const Check> checks) {
  std::string out;
  JsonWriter json(out);
  if (checks.size() == 1) {
    write_check(json, checks.front());
    return out + '\n';
  }
  json.begin_object().member("schema", list_schema).key("checks").begin_array();
  for (const Check& check : checks) write_check(json, check);
  json.end_array().end_object();
  return out + '\n';
}

std::string check_ndjson(std::span<const Check> checks) {
  std::string out;
  for (const Check& check : checks) {
    JsonWriter json(out, JsonLayout::compact);
    write_check(json, check);
    out += '\n';
  }
  return out;
}

}  // namespace trialcalc::report
