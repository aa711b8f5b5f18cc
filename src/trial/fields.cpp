#include "trial/fields.hpp"

#include <algorithm>

#include "trialcalc/counts.hpp"
#include "trialcalc/suggest.hpp"

namespace trialcalc::json {

namespace {

bool is_id(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= max_id_length && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), allowed);
}

/// A printed value has a digit or is one of the words journals print instead; how it reads is for verify.
bool looks_printed(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (text.empty() || text.size() > max_printed_length) return false;
  if (std::any_of(text.begin(), text.end(), control)) return false;
  return std::any_of(text.begin(), text.end(), digit) || text == "NS" || text == "ns" || text == "n.s." ||
         text == "NR" || text == "NE";
}

/// Puts the steps that lead from one value to another below it before the pointer; false when none do.
bool trace(const Node& from, const Node& sought, std::string& pointer) {
  if (&from == &sought) return true;
  for (std::size_t i = 0; i < from.items.size(); ++i)
    if (trace(from.items[i], sought, pointer)) {
      pointer.insert(0, "/" + std::to_string(i));
      return true;
    }
  for (const auto& [name, node] : from.members)
    if (trace(node, sought, pointer)) {
      pointer.insert(0, child("", name));
      return true;
    }
  return false;
}

}  // namespace

void ErrorList::add(const Node& node, std::string expected, std::string found) {
  std::string pointer;
  if (!full()) trace(root_, node, pointer);
  add(node, std::move(pointer), std::move(expected), std::move(found));
}

void ErrorList::add(const Node& node, std::string pointer, std::string expected, std::string found) {
  if (full())
    ++unlisted_;
  else
    errors_.push_back({file_, std::move(pointer), node.line, std::move(expected), std::move(found)});
}

std::string read_text(const Value& value) {
  if (value.node->type != Type::string) {
    value.fail("a text");
    return {};
  }
  if (value.node->text.size() > max_text_length) {
    value.fail("at most " + std::to_string(max_text_length) + " bytes of text",
               std::to_string(value.node->text.size()));
    return {};
  }
  return value.node->text;
}

std::string read_id(const Value& value) {
  if (value.node->type == Type::string && is_id(value.node->text)) return value.node->text;
  value.fail("an id (lower-case letters, digits and hyphens, at most " + std::to_string(max_id_length) + ")");
  return {};
}

std::string read_printed(const Value& value) {
  if (value.node->type == Type::string && looks_printed(value.node->text)) return value.node->text;
  value.fail("a printed value as a string, such as \".25\" or \"<.001\"");
  return {};
}

std::optional<std::int64_t> read_whole(const Value& value, std::int64_t low, std::int64_t high) {
  if (value.node->type == Type::integer && value.node->integer >= low && value.node->integer <= high)
    return value.node->integer;
  value.fail("a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  return {};
}

std::optional<std::int64_t> read_count(const Value& value) { return read_whole(value, 0, max_group_size); }

std::vector<Value> elements(const Value& array) {
  std::vector<Value> values;
  if (array.node->type != Type::array) {
    array.fail("an array");
    return values;
  }
  values.reserve(array.node->items.size());
  for (const Node& item : array.node->items) values.push_back({&item, array.errors});
  return values;
}

Fields::Fields(Value object) : object_(object) {
  if (object_.node->type != Type::object) object_.fail("an object");
}

std::optional<Value> Fields::take(std::string_view key, bool required) {
  taken_.push_back(key);
  for (const auto& [name, node] : object_.node->members)
    if (name == key) return Value{&node, object_.errors};
  if (required && object_.node->type == Type::object)
    object_.fail("the key \"" + std::string(key) + "\"", "none");
  return {};
}

std::string Fields::text(std::string_view key, bool required) {
  const auto value = take(key, required);
  if (!value) return {};
  if (required && value->node->type == Type::string && value->node->text.empty())
    value->fail("a text, not empty");
  return read_text(*value);
}

std::string Fields::id(std::string_view key, bool required) {
  const auto value = take(key, required);
  return value ? read_id(*value) : std::string();
}

std::string Fields::printed(std::string_view key) {
  const auto value = take(key);
  return value ? read_printed(*value) : std::string();
}

bool Fields::flag(std::string_view key, bool otherwise) {
  const auto value = take(key);
  if (!value) return otherwise;
  if (value->node->type != Type::boolean) value->fail("true or false");
  return value->node->text == "true";
}

std::optional<std::int64_t> Fields::whole(std::string_view key, std::int64_t low, std::int64_t high) {
  const auto value = take(key);
  return value ? read_whole(*value, low, high) : std::nullopt;
}

std::vector<std::string> Fields::texts(std::string_view key) { return list<std::string>(key, read_text); }

std::map<std::string, std::int64_t> Fields::counts(std::string_view key, bool required) {
  std::map<std::string, std::int64_t> result;
  const auto object = take(key, required);
  if (!object) return result;
  if (object->node->type != Type::object) object->fail("counts by arm");
  for (const auto& [arm, node] : object->node->members)
    if (const auto count = read_count({&node, object->errors})) result[arm] = *count;
  return result;
}

std::map<std::string, std::string> Fields::printed_by_arm(std::string_view key) {
  std::map<std::string, std::string> result;
  const auto object = take(key);
  if (!object) return result;
  if (object->node->type != Type::object) object->fail("printed values by arm");
  for (const auto& [arm, node] : object->node->members) result[arm] = read_printed({&node, object->errors});
  return result;
}

void Fields::finish() {
  for (const auto& [name, node] : object_.node->members) {
    if (std::find(taken_.begin(), taken_.end(), name) != taken_.end() || name == "$comment" ||
        name == "$schema")
      continue;
    // Looking for a near key costs time: not for errors that are only counted.
    const std::vector<std::string> known(taken_.begin(), taken_.end());
    const std::string_view near = object_.errors->full() ? std::string_view() : nearest(name, known);
    const std::string hint = near.empty() ? std::string() : " (did you mean \"" + std::string(near) + "\"?)";
    object_.errors->add(node, "a known key" + hint, "\"" + excerpt(name) + "\"");
  }
}

}  // namespace trialcalc::json
