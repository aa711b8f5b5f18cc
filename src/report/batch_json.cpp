#include "report/analysis_view.hpp"
#include "report/batch_writer.hpp"
#include "report/check_report.hpp"
#include "report/comparison_json.hpp"
#include "report/data_view.hpp"

namespace trialcalc::report {

namespace {

class JsonLines : public BatchWriter {
 public:
  explicit JsonLines(bool echo) : echo_(echo) {}

  void add(std::string& out, const BatchLine& line, const Comparison& comparison,
           const Check* published) const override {
    JsonWriter json(out, JsonLayout::compact);
    begin(json, comparison_schema, line);
    json.member("level", comparison.level);
    if (echo_) write_arms(json, comparison.table, {});
    write_results(json, comparison);
    if (published) write_findings(json, *published);
    end(json, out);
  }

  void add(std::string& out, const BatchLine& line, const Analysis& analysis) const override {
    const bool is_table = std::holds_alternative<CountTable>(line.data);
    JsonWriter json(out, JsonLayout::compact);
    begin(json, is_table ? "trialcalc/table/1" : "trialcalc/means/1", line);
    json.member("level", analysis.level);
    if (echo_) write_data_of(json, line.data);
    write_results(json, analysis);
    end(json, out);
  }

  void add_error(std::string& out, const BatchLine& line, std::size_t number,
                 std::string_view message) const override {
    JsonWriter json(out, JsonLayout::compact);
    json.begin_object().key("id");
    if (line.id.empty())
      json.null();
    else
      write_id(json, line);
    json.member("line", number).member("error", message);
    end(json, out);
  }

 private:
  static void write_id(JsonWriter& json, const BatchLine& line) {
    if (line.id_is_json)
      json.verbatim(line.id);
    else
      json.value(line.id);
  }

  void begin(JsonWriter& json, std::string_view schema, const BatchLine& line) const {
    json.begin_object();
    if (echo_) json.member("schema", schema);
    if (!line.id.empty()) write_id(json.key("id"), line);
  }

  static void end(JsonWriter& json, std::string& out) {
    json.end_object();
    out += '\n';
  }

  static void write_data_of(JsonWriter& json, const BatchData& data) {
    if (const auto* means = std::get_if<TwoMeans>(&data)) write_data(json, *means);
    if (const auto* table = std::get_if<CountTable>(&data)) write_data(json, *table);
  }

  bool echo_;
};

}  // namespace

std::unique_ptr<BatchWriter> batch_json_writer(bool echo) { return std::make_unique<JsonLines>(echo); }

}  // namespace trialcalc::report
