#pragma once
// A trial as its reports print it. Counts that are computed with are integers; everything that was
// printed is kept as text, because trailing zeros, a missing leading zero and "<.001" are data.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialcalc {

/// What an arm is to a comparison. Named in the file, never guessed from the order of the arms.
enum class Role { experimental, control, other };

struct TrialArm {
  std::string id, name;
  Role role = Role::other;
};

/// The column of a table that stands for all arms together.
inline constexpr std::string_view total_column = "total";

/// How sure the transcription of a number is: read as printed, or worked out from what was.
enum class Transcription { seen, derived };

/// One report of the trial: paper, abstract, registry record, secondary article.
struct Source {
  std::string id, kind, citation, doi;
  std::string style;               ///< journal style of its numbers: plain jama lancet nejm bmj
  bool own = true;                 ///< false: a secondary report about the trial
  std::vector<std::string> tests;  ///< keys of the tests it says it used
  std::string level;               ///< confidence level it says it used, per cent, as printed
  std::string alpha;               ///< significance threshold, as printed
  Transcription transcription = Transcription::seen;
  std::string note;
};

/// One printed cell; each member is the text as printed, without % or brackets, empty when not printed.
struct Cell {
  std::string count, n, percent, mean, sd, median, range, iqr, lower, upper;
  Transcription transcription = Transcription::seen;
  std::string note;       ///< what a footnote says of this cell
  std::string explained;  ///< why this cell need not agree with the others
};

/// One printed row: the cells of one category (or of the events) by arm id, or "total".
struct ReportedRow {
  std::string category;    ///< empty: the outcome itself (its events, its mean)
  std::string label;       ///< the row's words in the table, when not the category's name
  std::string population;  ///< denominator of the percentages when not the outcome's own
  std::map<std::string, Cell> cells;
};

struct ReportedEffect {
  std::string measure;  ///< risk-ratio risk-difference odds-ratio hazard-ratio mean-difference
  std::string estimate, lower, upper;
  std::string level;   ///< per cent; empty: the source's level, or 95
  std::string method;  ///< key of the interval method it names, if it does
};

/// What one source prints about one outcome in one place.
struct Reported {
  std::string source, where;
  std::vector<ReportedRow> rows;
  std::optional<ReportedEffect> effect;
  std::string p;     ///< ".25", "<.001", "NS"; empty: none printed
  std::string test;  ///< key of the test it names for this P, if it does
  Transcription transcription = Transcription::seen;
  std::string note;
};

/// A group of patients with its size in each arm.
struct Population {
  std::string id, name;
  std::map<std::string, std::int64_t> n;  ///< by arm id; "total" where it is not the sum of the arms
  std::vector<Reported> reported;         ///< where its sizes are printed (cells with `n`)
};

enum class OutcomeKind { binary, categorical, continuous, time_to_event };
enum class Direction { fewer_is_better, more_is_better, neutral };

struct Category {
  std::string id, name;
  std::map<std::string, std::int64_t> counts;  ///< by arm id, or "total" for a group without arms
};

/// The values of a continuous outcome are whole numbers, or each the mean of so many whole-numbered items.
struct WholeNumbers {
  std::int64_t items = 1;
  std::optional<std::int64_t> low, high;  ///< the scale of one item: both, or neither
};

struct Outcome {
  std::string id, name;
  std::vector<std::string> aliases;
  OutcomeKind kind = OutcomeKind::binary;
  Direction direction = Direction::neutral;
  bool primary = false;
  std::string population;                      ///< id of the population that gives n per arm
  std::map<std::string, std::int64_t> n;       ///< its own n per arm, when it names no population
  std::map<std::string, std::int64_t> events;  ///< binary: by arm id, or "total"
  std::string events_name, others_name;        ///< binary: the words for those with and without the event
  std::vector<Category> categories;            ///< categorical
  bool partition = true;                       ///< categorical: each patient is in just one category
  std::string partition_explained;             ///< why the categories need not add up to n
  std::string unit;                            ///< continuous, time-to-event: "months", "min"
  std::optional<WholeNumbers> whole_numbers;   ///< continuous: only where the values are known to be such
  std::vector<Reported> reported;
};

enum class Relation { equals, at_least, at_most };

/// A sum or bound that the report implies: `sum` stands in `relation` to `value`.
/// Each term is a path "outcome/arm", "outcome/category/arm" or "population/arm"; a leading "-" subtracts.
struct Identity {
  std::string id, name, source, where;
  std::vector<std::string> sum;
  Relation relation = Relation::equals;
  std::string value;
  std::string explained;  ///< a footnote's reason why it need not hold
};

struct TableRow {
  std::string heading;     ///< a heading over the rows that follow, or
  std::string outcome;     ///< the outcome whose printed rows stand here
  std::string population;  ///< or the population whose sizes stand here
};

/// The layout of a published table over the outcomes.
struct Table {
  std::string name, title, source;
  std::vector<std::string> columns;  ///< arm ids, "total", "p", in the paper's order
  std::vector<TableRow> rows;
};

struct StoppingRule {
  std::string outcome, arm;
  std::string below;             ///< stop when the arm's per cent is below this
  std::string difference_above;  ///< stop when experimental minus control exceeds this, in points
};

/// The plan, as far as the report prints it.
struct Design {
  std::string source, where;
  std::string alpha, power, dropout, n, phase_n, hazard_ratio, difference;
  std::map<std::string, std::string> rates;    ///< assumed per cent by arm id
  std::map<std::string, std::string> medians;  ///< assumed median times by arm id
  std::vector<StoppingRule> stopping;
};

/// A printed number that nothing in the report can check: a figure of another study, a range from a review.
struct Quoted {
  std::string source, where, what, kind, value, missing;
};

struct Trial {
  std::string id, name, title, registration;
  std::vector<TrialArm> arms;
  std::vector<Source> sources;
  std::vector<Population> populations;
  std::vector<Outcome> outcomes;
  std::vector<Identity> identities;
  std::vector<Table> tables;
  std::optional<Design> design;
  std::vector<Quoted> quoted;
};

}  // namespace trialcalc
