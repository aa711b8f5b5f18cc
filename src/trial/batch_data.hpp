#pragma once
// The data of a batch's line, each read from where the cursor stands. All throw BadLine.
#include "trial/json_cursor.hpp"

namespace trialcalc::json {

Counts read_counts(Cursor& cursor);     ///< [8, 37], or {"events": 8, "total": 37}
TwoByTwo read_arms(Cursor& cursor);     ///< {"experimental": [8, 37], "control": [14, 42]}
TwoMeans read_means(Cursor& cursor);    ///< [[317, 122, 37], [334, 155, 42]]
CountTable read_table(Cursor& cursor);  ///< [[28, 5, 4], [29, 7, 6]]

}  // namespace trialcalc::json
