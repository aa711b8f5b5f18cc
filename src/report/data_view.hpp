#pragma once
// The data of an analysis as they were typed in: a table for a reader, members of a JSON object, and the
// symbols of formulas. One overload for each kind of data.

#include <vector>

#include "report/explain.hpp"
#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "report/number_style.hpp"
#include "trialcalc/counts.hpp"

namespace trialcalc::report {

Grid data_grid(const CountTable& table, const NumberStyle& style);
Grid data_grid(const std::vector<TwoByTwo>& strata, const NumberStyle& style);
Grid data_grid(const TwoMeans& means, const NumberStyle& style);
Grid data_grid(const Pairs& pairs, const NumberStyle& style);
Grid data_grid(const Counts& counts, const NumberStyle& style);

void write_data(JsonWriter& json, const CountTable& table);
void write_data(JsonWriter& json, const std::vector<TwoByTwo>& strata);
void write_data(JsonWriter& json, const TwoMeans& means);
void write_data(JsonWriter& json, const Pairs& pairs);
void write_data(JsonWriter& json, const Counts& counts);

/// Formulas over cells or strata are sums: only totals and z have one value there.
Symbols data_symbols(const CountTable& table, double z);
Symbols data_symbols(const std::vector<TwoByTwo>& strata, double z);
Symbols data_symbols(const TwoMeans& means, double z);
Symbols data_symbols(const Pairs& pairs, double z);
Symbols data_symbols(const Counts& counts, double z);

/// Decimals of a mean's difference: one more than the data have.
int decimals_of(const TwoMeans& means);

}  // namespace trialcalc::report
