#pragma once
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "trialcalc/trial.hpp"

namespace trialcalc {

/// What a trial file may cost at most; beyond it the file is refused.
inline constexpr std::size_t max_file_bytes = 16 << 20;
inline constexpr int max_depth = 32;  ///< nesting of arrays and objects
inline constexpr std::size_t max_values =
    100'000;                                     ///< strings, numbers, arrays, ... in all; CAIRO6 has 6,200
inline constexpr std::size_t max_terms = 1'000;  ///< of one identity's sum
inline constexpr std::size_t max_id_length = 64;
inline constexpr std::size_t max_text_length = 4096;
inline constexpr std::size_t max_printed_length = 32;
inline constexpr std::size_t max_errors_listed = 50;

/// One thing wrong with a trial file.
struct ReadError {
  std::string file;
  std::string pointer;   ///< JSON pointer of the value, "" for the whole file
  std::size_t line = 0;  ///< from 1; 0 when there is none
  std::string expected, found;

  std::string text() const;  ///< "FILE:LINE: /pointer: expected ..., found ..."
};

/// All that is wrong with a trial file, not only the first; those beyond max_errors_listed are only counted.
class BadTrial : public std::runtime_error {
 public:
  explicit BadTrial(std::vector<ReadError> errors, std::size_t unlisted = 0);
  const std::vector<ReadError>& errors() const { return errors_; }
  std::size_t unlisted() const { return unlisted_; }

 private:
  std::vector<ReadError> errors_;
  std::size_t unlisted_;
};

/// The trial in a JSON text. `file` names it in errors. Throws BadTrial.
Trial read_trial(std::string_view json, std::string_view file);

}  // namespace trialcalc
