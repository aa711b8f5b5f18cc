#pragma once
// A batch over several threads: blocks of lines are answered side by side and written in their order.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/line_source.hpp"
#include "cli/output.hpp"

namespace trialcalc::cli {

/// Appends the answer to a line to `out`.
using AnswerLine = std::function<void(std::string_view text, std::size_t number, std::string& out)>;

/// Answers every line of the source that is not blank. Memory is that of one block and its answers for each
/// thread. Throws what a thread threw, InputError and OutputError among them; what was answered before is
/// written. Given  make_answer  called once by each thread, so that an AnswerLine may keep what it reuses
void answer_lines(LineSource& source, ResultStream& results, std::size_t threads,
                  const std::function<AnswerLine()>& make_answer);

}  // namespace trialcalc::cli
