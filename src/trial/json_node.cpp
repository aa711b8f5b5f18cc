#include "trial/json_node.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "trial/utf8.hpp"

namespace trialcalc::json {

namespace {

/// Hands the text to the parser and counts lines on the way. A number ends only with the character after
/// it, so a line break counts when the character behind it is read: the count tells on which line the
/// value that the parser reports ends.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* begin, const char* at, std::size_t* line)
      : begin_(begin), at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    if (at_ != begin_ && at_[-1] == '\n') ++*line_;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

 private:
  const char *begin_, *at_;
  std::size_t* line_;
};

constexpr std::size_t longest_excerpt = 80;
constexpr std::size_t few_members = 32;
constexpr std::size_t usual_members = 4;  // an object has room for so many from the start
constexpr int number_overflow = 406;      // the parser's id of that error

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

/// C0 and C1 controls, and the marks that turn the direction of the text around them.
bool is_invisible(std::string_view sequence) {
  if (sequence.size() == 1) return byte(sequence[0]) < 0x20 || sequence[0] == 0x7F;
  if (sequence.size() == 2) return sequence[0] == '\xC2' && byte(sequence[1]) < 0xA0;
  if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
  const unsigned char last = byte(sequence[2]);
  return (sequence[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
         (sequence[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

std::string hexadecimal(std::string_view bytes) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string text;
  for (char c : bytes) text += {'\\', 'x', digits[byte(c) >> 4], digits[byte(c) & 15]};
  return text;
}

/// Receives the parser's events and builds the tree.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view file, const std::size_t& line, std::vector<ReadError>& errors)
      : file_(file), line_(line), errors_(errors) {}

  Node take_root() { return std::move(root_); }

  bool null() override { return add(Type::null, {}); }
  bool boolean(bool value) override { return add(Type::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add_integer(value); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) return add(Type::real, std::to_string(value));
    return add_integer(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t, const string_t& written) override { return add(Type::real, written); }
  bool string(string_t& value) override { return add(Type::string, std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Type::object); }
  bool start_array(std::size_t) override { return open(Type::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& value) override {
    if (!is_new(value)) fail(child(pointer(), value), "each key once", "\"" + excerpt(value) + "\" again");
    key_ = std::move(value);
    value_awaited_ = true;
    return errors_.size() < max_errors_listed;
  }

  bool parse_error(std::size_t, const std::string& last_token,
                   const nlohmann::detail::exception& error) override {
    const std::string at = value_awaited_ ? child(pointer(), key_) : pointer();
    if (error.id == number_overflow)
      fail(at, "a number within the range of a double", excerpt(last_token));
    else
      fail(at, "JSON", reason(error.what()));
    return false;
  }

 private:
  // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ...; last read: ..."
  static std::string reason(const std::string& what) {
    if (what.find("unexpected end of input") != std::string::npos) return "the end of the file";
    const auto column = what.find("column "), colon = what.find(": ", column);
    if (colon == std::string::npos) return excerpt(what);
    const std::string place = " (" + what.substr(column, colon - column) + ")";
    // The last bytes read may be anything.
    return excerpt(std::string_view(what).substr(colon + 2), 2 * longest_excerpt) + place;
  }

  void fail(std::string pointer, std::string expected, std::string found) {
    errors_.push_back({file_, std::move(pointer), line_, std::move(expected), std::move(found)});
  }

  std::string pointer() const {
    std::string path;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const Node& node = *open_[i];
      if (i + 1 == open_.size()) break;
      path = node.type == Type::object ? child(path, node.members.back().name)
                                       : path + "/" + std::to_string(node.items.size() - 1);
    }
    return path;
  }

  /// Few keys are compared with each other, many found in a set.
  bool is_new(const std::string& name) {
    const std::vector<Member>& members = open_.back()->members;
    std::set<std::string>& names = keys_.back();
    if (members.size() < few_members)
      return std::none_of(members.begin(), members.end(),
                          [&](const Member& one) { return one.name == name; });
    if (names.empty())
      for (const Member& member : members) names.insert(member.name);
    return names.insert(name).second;
  }

  Node* insert(Node node) {
    value_awaited_ = false;
    if (open_.empty()) {
      root_ = std::move(node);
      return &root_;
    }
    Node& parent = *open_.back();
    if (parent.type == Type::array) return &parent.items.emplace_back(std::move(node));
    if (parent.members.empty()) parent.members.reserve(usual_members);
    parent.members.push_back({std::move(key_), std::move(node)});
    return &parent.members.back().value;
  }

  /// A tree takes many times the memory of its text, so the text's size alone bounds too little.
  bool has_room() {
    if (++values_ <= max_values) return true;
    fail(pointer(), "at most " + std::to_string(max_values) + " values", "more");
    return false;
  }

  bool add(Type type, std::string text) {
    insert({type, line_, 0, std::move(text), {}, {}});
    return has_room();
  }

  bool add_integer(std::int64_t value) {
    insert({Type::integer, line_, value, std::to_string(value), {}, {}});
    return has_room();
  }

  bool open(Type type) {
    if (open_.size() >= static_cast<std::size_t>(max_depth)) {
      fail(pointer(), "at most " + std::to_string(max_depth) + " nested brackets", "more");
      return false;
    }
    // The parent's vector does not grow while this child is open, so the pointer stays good.
    open_.push_back(insert({type, line_, 0, {}, {}, {}}));
    keys_.emplace_back();
    return has_room();
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  std::string file_;
  const std::size_t& line_;
  std::vector<ReadError>& errors_;
  Node root_;
  std::vector<Node*> open_;
  std::vector<std::set<std::string>> keys_;
  std::string key_;
  bool value_awaited_ = false;  ///< a key was read, its value not yet
  std::size_t values_ = 0;
};

}  // namespace

std::string excerpt(std::string_view text, std::size_t most) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const std::string_view sequence = text.substr(0, length == 0 ? 1 : length);
    const std::string shown =
        length == 0 || is_invisible(sequence) ? hexadecimal(sequence) : std::string(sequence);
    if (clean.size() + shown.size() > most) return clean + "...";
    clean += shown;
    text.remove_prefix(sequence.size());
  }
  return clean;
}

std::string excerpt(std::string_view text) { return excerpt(text, longest_excerpt); }

std::string pointer_token(std::string_view key) {
  const auto plain = [](char c) { return c > ' ' && c < '\x7F' && c != '~' && c != '/'; };
  if (key.size() <= longest_excerpt && std::all_of(key.begin(), key.end(), plain)) return std::string(key);
  std::string token;
  for (char c : excerpt(key)) token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return token;
}

std::string child(const std::string& pointer, std::string_view key) {
  return pointer + "/" + pointer_token(key);
}

std::string describe(const Node& node) {
  switch (node.type) {
    case Type::null:
      return "null";
    case Type::boolean:
      return node.text;
    case Type::integer:
    case Type::real:
      return "the number " + excerpt(node.text);
    case Type::string:
      return "\"" + excerpt(node.text) + "\"";
    case Type::array:
      return "an array";
    case Type::object:
      return "an object";
  }
  return {};
}

Node parse(std::string_view text, std::string_view file, std::vector<ReadError>& errors) {
  if (text.size() > max_file_bytes) {
    errors.push_back({std::string(file), "", 0, "at most " + std::to_string(max_file_bytes >> 20) + " MiB",
                      "a longer file"});
    return {};
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    errors.push_back(
        {std::string(file), "", 1, "JSON in UTF-8 without a byte-order mark", "a byte-order mark"});
    return {};
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    errors.push_back({std::string(file), "", 1, "a trial in JSON", "an empty file"});
    return {};
  }
  // The parser would take a NUL for the end of the text, and what follows it for nothing.
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
    errors.push_back({std::string(file), "", static_cast<std::size_t>(line), "JSON in UTF-8", "a NUL byte"});
    return {};
  }
  std::size_t line = 1;
  const char *begin = text.data(), *end = begin + text.size();
  Builder builder(file, line, errors);
  nlohmann::json::sax_parse(CountingIterator(begin, begin, &line), CountingIterator(begin, end, &line),
                            &builder);
  return builder.take_root();
}

}  // namespace trialcalc::json
