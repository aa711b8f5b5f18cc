#pragma once
// Taking the members of a JSON object one by one, with every error collected under its pointer and line.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trial/json_node.hpp"

namespace trialcalc::json {

/// Collects what is wrong with one file; when full, it only counts.
class ErrorList {
 public:
  explicit ErrorList(std::string_view file) : file_(file) {}
  void add(const Node& node, std::string pointer, std::string expected, std::string found);
  bool empty() const { return errors_.empty(); }
  bool full() const { return errors_.size() >= max_errors_listed; }
  const std::vector<ReadError>& errors() const { return errors_; }
  [[noreturn]] void raise() { throw BadTrial(std::move(errors_), unlisted_); }

 private:
  std::string file_;
  std::vector<ReadError> errors_;
  std::size_t unlisted_ = 0;
};

/// A value with the pointer that leads to it.
struct Value {
  const Node* node = nullptr;
  std::string pointer;
  ErrorList* errors = nullptr;

  void fail(std::string expected) const { errors->add(*node, pointer, std::move(expected), describe(*node)); }
  void fail(std::string expected, std::string found) const {
    errors->add(*node, pointer, std::move(expected), std::move(found));
  }
};

/// The members of an object. Each is taken by name; `finish` reports those that nobody took.
class Fields {
 public:
  explicit Fields(Value object);

  /// The member, or nothing (an error when it is required).
  std::optional<Value> take(const std::string& key, bool required = false);

  std::string text(const std::string& key, bool required = false);
  std::string id(const std::string& key, bool required = false);
  std::string printed(const std::string& key);
  bool flag(const std::string& key, bool otherwise);
  /// A whole number from low to high; an error, and nothing, for anything else.
  std::optional<std::int64_t> whole(const std::string& key, std::int64_t low, std::int64_t high);
  std::vector<std::string> texts(const std::string& key);
  std::map<std::string, std::int64_t> counts(const std::string& key, bool required = false);
  std::map<std::string, std::string> printed_by_arm(const std::string& key);
  template <class Enum>
  Enum choice(const std::string& key, const std::vector<std::pair<std::string, Enum>>& names, Enum otherwise,
              bool required = false);
  template <class T>
  std::vector<T> list(const std::string& key, const std::function<T(Value)>& read, bool required = false);

  const Value& object() const { return object_; }
  void finish();

 private:
  int choose(const std::string& key, const std::vector<std::string>& names, bool required);

  Value object_;
  std::vector<std::string> taken_;
};

std::string read_text(const Value& value);
std::string read_id(const Value& value);
std::string read_printed(const Value& value);
std::optional<std::int64_t> read_whole(const Value& value, std::int64_t low, std::int64_t high);
std::optional<std::int64_t> read_count(const Value& value);
std::vector<Value> elements(const Value& array);

template <class Enum>
Enum Fields::choice(const std::string& key, const std::vector<std::pair<std::string, Enum>>& names,
                    Enum otherwise, bool required) {
  std::vector<std::string> words;
  for (const auto& [name, value] : names) words.push_back(name);
  const int index = choose(key, words, required);
  return index < 0 ? otherwise : names[static_cast<std::size_t>(index)].second;
}

template <class T>
std::vector<T> Fields::list(const std::string& key, const std::function<T(Value)>& read, bool required) {
  std::vector<T> result;
  if (const auto array = take(key, required))
    for (const Value& element : elements(*array)) result.push_back(read(element));
  return result;
}

}  // namespace trialcalc::json
