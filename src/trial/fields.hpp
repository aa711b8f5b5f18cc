#pragma once
// Taking the members of a JSON object one by one, with every error collected under its pointer and line.

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trial/json_node.hpp"

namespace trialcalc::json {

/// Collects what is wrong with one file; when full, it only counts. Where a value stands is looked up when
/// there is an error to tell, so that good files don't pay for it.
class ErrorList {
 public:
  ErrorList(std::string_view file, const Node& root) : file_(file), root_(root) {}
  void add(const Node& node, std::string expected, std::string found);
  /// The same under a pointer of its own: that of a member which is missing.
  void add(const Node& node, std::string pointer, std::string expected, std::string found);
  bool empty() const { return errors_.empty(); }
  bool full() const { return errors_.size() >= max_errors_listed; }
  const std::vector<ReadError>& errors() const { return errors_; }
  [[noreturn]] void raise() { throw BadTrial(std::move(errors_), unlisted_); }

 private:
  std::string file_;
  const Node& root_;
  std::vector<ReadError> errors_;
  std::size_t unlisted_ = 0;
};

/// A value, and where to complain about it.
struct Value {
  const Node* node = nullptr;
  ErrorList* errors = nullptr;

  void fail(std::string expected) const { errors->add(*node, std::move(expected), describe(*node)); }
  void fail(std::string expected, std::string found) const {
    errors->add(*node, std::move(expected), std::move(found));
  }
};

/// Words that a text may be, each with what it stands for.
template <class T>
using Choices = std::initializer_list<std::pair<std::string_view, T>>;

/// The members of an object. Each is taken by name; `finish` reports those that nobody took.
class Fields {
 public:
  explicit Fields(Value object);

  /// The member, or nothing (an error when it is required).
  std::optional<Value> take(std::string_view key, bool required = false);

  std::string text(std::string_view key, bool required = false);
  std::string id(std::string_view key, bool required = false);
  std::string printed(std::string_view key);
  bool flag(std::string_view key, bool otherwise);
  /// A whole number from low to high; an error, and nothing, for anything else.
  std::optional<std::int64_t> whole(std::string_view key, std::int64_t low, std::int64_t high);
  std::vector<std::string> texts(std::string_view key);
  std::map<std::string, std::int64_t> counts(std::string_view key, bool required = false);
  std::map<std::string, std::string> printed_by_arm(std::string_view key);
  template <class T>
  T choice(std::string_view key, Choices<T> choices, T otherwise, bool required = false);
  template <class T>
  std::vector<T> list(std::string_view key, const std::function<T(Value)>& read, bool required = false);

  const Value& object() const { return object_; }
  void finish();

 private:
  Value object_;
  std::vector<std::string_view> taken_;
};

std::string read_text(const Value& value);
std::string read_id(const Value& value);
std::string read_printed(const Value& value);
std::optional<std::int64_t> read_whole(const Value& value, std::int64_t low, std::int64_t high);
std::optional<std::int64_t> read_count(const Value& value);
std::vector<Value> elements(const Value& array);

template <class T>
T Fields::choice(std::string_view key, Choices<T> choices, T otherwise, bool required) {
  const auto value = take(key, required);
  if (!value) return otherwise;
  std::string words;
  for (const auto& [name, meaning] : choices) {
    if (value->node->type == Type::string && value->node->text == name) return meaning;
    words.append(words.empty() ? "one of " : ", ").append(name);
  }
  value->fail(words);
  return otherwise;
}

template <class T>
std::vector<T> Fields::list(std::string_view key, const std::function<T(Value)>& read, bool required) {
  std::vector<T> result;
  if (const auto array = take(key, required))
    for (const Value& element : elements(*array)) result.push_back(read(element));
  return result;
}

}  // namespace trialcalc::json
